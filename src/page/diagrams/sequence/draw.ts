import { type Arrow, type Box, type Layout, LOOP } from './layout';

export const FONT = 'font-family="Andale Mono, monospace" font-size="16"';
export const LINE_HEIGHT = 19;

const LINE = 'fill="none" stroke="#000" stroke-width="2"';
const DASHED = 'stroke-dasharray="6 2"';
const HEAD = 10;

/** The SVG of a laid-out sequence diagram, in the style of js-sequence-diagrams' theme “simple”. */
export function drawSequence({ title, actors, arrows, notes, width, height }: Layout): string {
  const parts = [
    ...(title ? [outlined(title)] : []),
    ...actors.flatMap(({ x, top, bottom }) => [
      line(x, top.y + top.height, x, bottom.y),
      outlined(top),
      outlined(bottom),
    ]),
    ...arrows.map(arrow),
    ...notes.map(outlined),
  ];
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} preserveAspectRatio="xMidYMid meet">${parts.join('')}</svg>`;
}

/** Lines of text one below the other, around a point. */
export function textAt(text: string, x: number, y: number, anchor: 'start' | 'middle'): string {
  const lines = text.split('\n');
  const first = y - ((lines.length - 1) * LINE_HEIGHT) / 2;
  const spans = lines.map(
    (content, index) => `<tspan x="${x}" y="${first + index * LINE_HEIGHT}">${escaped(content)}</tspan>`,
  );
  return `<text ${FONT} fill="#000" text-anchor="${anchor}" dominant-baseline="central">${spans.join('')}</text>`;
}

function arrow({ signal, fromX, toX, y, text }: Arrow): string {
  const dashes = signal.dashed ? ` ${DASHED}` : '';
  const label = textAt(signal.text, text.x, text.y, text.anchor);
  if (signal.from === signal.to) {
    const down = y + LOOP / 2;
    const path = `M${fromX},${y - LOOP / 2}h${LOOP}V${down}H${fromX}`;
    return `<path d="${path}" ${LINE}${dashes}/>${head(signal.head, fromX, down, -1)}${label}`;
  }
  return `${line(fromX, y, toX, y, dashes)}${head(signal.head, toX, y, Math.sign(toX - fromX))}${label}`;
}

function head(kind: 'none' | 'filled' | 'open', x: number, y: number, direction: number): string {
  if (kind === 'none') return '';
  const back = x - direction * HEAD;
  const points = `M${back},${y - HEAD / 2}L${x},${y}L${back},${y + HEAD / 2}`;
  return kind === 'filled' ? `<path d="${points}Z" fill="#000"/>` : `<path d="${points}" ${LINE}/>`;
}

function line(x1: number, y1: number, x2: number, y2: number, dashes = ''): string {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" ${LINE}${dashes}/>`;
}

function outlined(box: Box): string {
  const { x, y, width, height } = box;
  const rectangle = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff" stroke="#000" stroke-width="2"/>`;
  return rectangle + textBox(box);
}

function textBox({ x, y, width, height, text }: Box): string {
  return textAt(text, x + width / 2, y + height / 2, 'middle');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
