// Its own types name no module.
declare module 'viz.js/viz.js' {
  export default function draw(source: string, options?: { format?: 'svg' }): string;
}
