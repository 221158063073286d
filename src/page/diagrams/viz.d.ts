// Its own types do not name a module.
declare module 'viz.js/viz.js' {
  export default function draw(source: string, options?: { format?: 'svg' }): string;
}
