import { PICTURE_TYPES } from './pictureTypes';

/** Room for the copy's number and a folder within the 255 bytes that file systems allow. */
const MAX_NAME_LENGTH = 80;

/** Whether a file's extension is that of a picture. */
export function isPictureName(name: string): boolean {
  return Object.hasOwn(PICTURE_TYPES, extensionOf(name));
}

/**
 * The name under which a file is kept next to a deck: only letters, digits, `-`, `_` and `.`, so that it
 * needs no escapes in a URL and is the same on every system. `fallback` is used for files without a name of
 * their own: screenshots arrive as `image.png`. `type` is the media type, for names without an extension.
 */
export function cleanFileName(name: string, type: string, fallback: string): string {
  const extension = extensionOf(name) || extensionFor(type);
  const stem = stemOf(name);
  const words = isGeneric(stem) ? cleanWords(fallback).toLowerCase() : cleanWords(stem);
  const safe = words === '' || isReserved(words) ? `file-${words}`.replace(/-$/, '') : words;
  return extension ? `${safe}.${extension}` : safe;
}

/** Whether a file can have this name as it is: on every system, and in a URL without escapes. */
export function isCleanFileName(name: string): boolean {
  return (
    /^[\p{Letter}\p{Number}_](?:[\p{Letter}\p{Number}_-]|\.(?!\.|$))*$/u.test(name) &&
    name.length <= MAX_NAME_LENGTH &&
    name === name.normalize('NFC') &&
    !isReserved(name)
  );
}

/**
 * The name, numbered if the folder has one that differs at most in case: file systems disagree on whether
 * these are two files.
 */
export function uniqueFileName(name: string, taken: Iterable<string>): string {
  const lowerCase = new Set([...taken].map(inAnyCase));
  for (const each of numberedNames(name)) if (!lowerCase.has(inAnyCase(each))) return each;
  return name;
}

/** The name, and without end those that stand in for it: `a.png`, `a-2.png`, `a-3.png` … */
export function* numberedNames(name: string): Generator<string> {
  yield name;
  const extension = /\.[^.]+$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - extension.length);
  for (let number = 2; ; number++) yield `${stem}-${number}${extension}`;
}

/** The same for names that some file systems take for one. */
export function inAnyCase(name: string): string {
  return name.normalize().toLowerCase();
}

/** What to call a file in a deck's text: its name as words, or the fallback if it has no name of its own. */
export function linkWords(name: string, fallback: string): string {
  const stem = stemOf(name);
  const words = isGeneric(stem) ? fallback : stem.replace(/[-_\s]+/g, ' ');
  return words.replace(/[[\]\\]/g, '').trim();
}

/** The extension in lower case, without its dot; empty if there is none. */
export function extensionOf(name: string): string {
  return /[^.]\.([a-z\d]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

function extensionFor(type: string): string {
  return Object.entries(PICTURE_TYPES).find(([, known]) => known === type)?.[0] ?? '';
}

function stemOf(name: string): string {
  return extensionOf(name) ? name.slice(0, name.lastIndexOf('.')) : name;
}

/** What clipboards call a picture that was never a file. */
function isGeneric(stem: string): boolean {
  return /^(?:image|img|picture|screenshot|bild|unbenannt|untitled|clipboard|blob)?$/i.test(stem.trim());
}

const SPELLED_OUT: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  '&': '-and-',
};

function cleanWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[äöüÄÖÜßæø&]/g, (letter) => SPELLED_OUT[letter]!)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\p{Letter}\p{Number}_.]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .slice(0, MAX_NAME_LENGTH)
    .replace(/^[-.]+|[-.\ud800-\udbff]+$/g, '');
}

/** Names that Windows reserves for devices. */
function isReserved(stem: string): boolean {
  return /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])$/i.test(stem.split('.')[0]!);
}
