// What the npm package `assert` asks of Node's process. Injected into the bundle for the web extension host.
export const process = { env: {}, nextTick: queueMicrotask };
