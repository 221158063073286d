import type { Lost } from './rendered';

/** What is wrong and with which file, in one line. */
export function lostInWords({ message, path }: Lost): string {
  return `${message} ${path}`;
}

/**
 * A picture that replaces one that can't be shown: a box with what is wrong and the path. As a `data:` URL it
 * works wherever a picture does, and keeps the size given by the author.
 */
export function pictureNotice({ message, path }: Lost): string {
  const lines = [message, ...wrap(path, 52)];
  const height = 40 + 26 * lines.length;
  const text = lines
    .map((line, index) => {
      const weight = index === 0 ? ' font-weight="bold"' : '';
      return `<text x="24" y="${42 + 26 * index}"${weight}>${escapeXml(line)}</text>`;
    })
    .join('');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="560" height="${height}" viewBox="0 0 560 ${height}">` +
    `<rect x="1.5" y="1.5" width="557" height="${height - 3}" fill="#f6f6f6" stroke="#a1260d" stroke-width="3" stroke-dasharray="10 6"/>` +
    `<g font-family="sans-serif" font-size="18" fill="#1f1f1f">${text}</g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const MAX_LINES = 4;

function wrap(text: string, width: number): string[] {
  const shown = text.length > width * MAX_LINES ? `${text.slice(0, width * MAX_LINES - 1)}…` : text;
  return shown.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? [];
}

function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return text
    .replace(/[&<>]/g, (c) => entities[c]!)
    .replace(/[\0-\x1f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu, '\ufffd');
}
