/**
 * Writes the pictures of emoji: a JSON object that maps each character in src/core/markdown/emojiTable.ts to
 * its SVG. They are Microsoft's Fluent Emoji; flags are Flagpack's. Both are MIT, so exported pages can be
 * passed on without further conditions.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const require = createRequire(import.meta.url);
const table = fileURLToPath(new URL('../src/core/markdown/emojiTable.ts', import.meta.url));

/** What Fluent Emoji lacks, composed of what it has: which emoji make up the picture, and where. */
const COMPOSED = {
  '👉': [['👈', 'matrix(-1 0 0 1 32 0)']],
  '👫': pair('👩', '👨'),
  '👬': pair('👨', '👨'),
  '👭': pair('👩', '👩'),
  '💑': [...pair('👩', '👨'), ['❤️', 'translate(10.4) scale(.35)']],
  '💏': [...pair('👩', '👨'), ['💋', 'translate(10.4) scale(.35)']],
  '👪': [
    ['👨', 'scale(.55)'],
    ['👩', 'translate(14.4) scale(.55)'],
    ['👦', 'translate(8 16) scale(.5)'],
  ],
};

/** Emoji without a picture, which are left to the system's font. */
const LEFT_TO_FONT = new Set(/** @type {string[]} */ ([]));

/** @param {string} left @param {string} right */
function pair(left, right) {
  return [
    [left, 'translate(-1.5 5) scale(.6)'],
    [right, 'translate(14.3 5) scale(.6)'],
  ];
}

/**
 * An icon set of Iconify: icons without their `<svg>`.
 * @typedef {{ body: string, left?: number, top?: number, width?: number, height?: number }} Icon
 * @typedef {{ width: number, height: number, icons: Record<string, Icon> }} IconSet
 */

/** @returns {Promise<Record<string, string>>} */
export async function emojiPictures() {
  const fluent = /** @type {IconSet} */ (readJson('fluent-emoji-flat/icons.json'));
  const names = /** @type {Record<string, string>} */ (readJson('fluent-emoji-flat/chars.json'));
  const flags = /** @type {IconSet} */ (readJson('flagpack/icons.json'));

  const icon = (/** @type {string} */ character) => fluent.icons[names[codePoints(character)] ?? ''];
  const picture = (/** @type {string} */ character) => {
    const parts = COMPOSED[/** @type {keyof typeof COMPOSED} */ (character)];
    if (parts) return compose(parts, icon);
    const flag = flags.icons[flagName(character)];
    if (flag) return square(flag, flags);
    const found = icon(character);
    return found && square(found, fluent);
  };

  /** @type {Record<string, string>} */
  const pictures = {};
  const missing = [];
  for (const character of new Set((await emojiTable()).values())) {
    const svg = picture(character);
    if (svg) pictures[character] = svg;
    else if (!LEFT_TO_FONT.has(character)) missing.push(`${character} (${codePoints(character)})`);
  }
  if (missing.length > 0)
    throw new Error(`No picture for the emoji ${missing.join(', ')}: see build/emoji.mjs`);
  return pictures;
}

/** @param {string} file */
export async function writeEmojiPictures(file) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(await emojiPictures()));
}

/** @returns {Promise<ReadonlyMap<string, string>>} */
async function emojiTable() {
  const { code } = transformSync(readFileSync(table, 'utf8'), { loader: 'ts', format: 'esm' });
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).EMOJI;
}

/**
 * As Iconify names characters: without the selector that asks for a color picture. @param {string} character
 */
function codePoints(character) {
  return Array.from(character, (part) => part.codePointAt(0)?.toString(16).padStart(4, '0'))
    .filter((code) => code !== 'fe0f')
    .join('-');
}

/** The name Flagpack has for a flag: `de` for 🇩🇪. @param {string} character */
function flagName(character) {
  if (!/^\p{Regional_Indicator}{2}$/u.test(character)) return '';
  const code = Array.from(character, (part) =>
    String.fromCharCode((part.codePointAt(0) ?? 0) - 0x1f1e6 + 97),
  );
  // Its `gb` is England's.
  return code.join('').replace(/^gb$/, 'gb-ukm');
}

/** Centers the icon in a square, since slides give it a square. @param {Icon} icon @param {IconSet} set */
function square({ body, left = 0, top = 0, ...own }, set) {
  const { width = set.width, height = set.height } = own;
  const side = Math.max(width, height);
  return svg(body, `${left - (side - width) / 2} ${top - (side - height) / 2} ${side} ${side}`);
}

/** @param {string[][]} parts @param {(character: string) => Icon | undefined} icon */
function compose(parts, icon) {
  const bodies = parts.map(([character = '', transform]) => {
    const body = icon(character)?.body;
    return body && `<g transform="${transform}">${body}</g>`;
  });
  return bodies.includes(undefined) ? undefined : svg(bodies.join(''), '0 0 32 32');
}

/** Sets a size, for when no style sheet gives one. @param {string} body @param {string} viewBox */
function svg(body, viewBox) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="${viewBox}">${body}</svg>`;
}

/** @param {string} path @returns {unknown} */
function readJson(path) {
  return JSON.parse(readFileSync(require.resolve(`@iconify-json/${path}`), 'utf8'));
}
