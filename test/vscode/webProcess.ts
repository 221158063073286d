// The part of Node's process that the npm package `assert` needs. Injected into the bundle for the web extension host.
export const process = { env: {}, nextTick: queueMicrotask };
