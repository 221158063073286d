/** The hashes of a text's words, ascending; a word that occurs twice is there twice. */
export type Words = Int32Array;

/** Engines handle integers of up to 30 bits faster than larger ones, above all as keys of maps. */
const SMALL = 0x3fffffff;

/** What is no letter and no digit separates words. Beyond ASCII everything counts as a letter. */
export function readWords(text: string): Words {
  const hashes: number[] = [];
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) hash = (Math.imul(hash, 31) + code) & SMALL;
    else if (hash !== 0) {
      hashes.push(hash);
      hash = 0;
    }
  }
  if (hash !== 0) hashes.push(hash);
  return new Int32Array(hashes).sort();
}

function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code > 127
  );
}

/** How many words two texts share. */
export function sharedWords(one: Words, other: Words): number {
  let shared = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    if (one[a] === other[b]) {
      shared++;
      a++;
      b++;
    } else if (one[a]! < other[b]!) a++;
    else b++;
  }
  return shared;
}

/** How alike two texts are, from 0 for no common word to 1 for the same words. */
export function likeness(one: Words, other: Words): number {
  const all = one.length + other.length;
  return all === 0 ? 0 : (2 * sharedWords(one, other)) / all;
}
