/** The npm package: Node's own module, for the browser. */
declare module 'assert/' {
  export { default } from 'node:assert';
}
