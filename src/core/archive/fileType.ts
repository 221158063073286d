import { pictureFacts } from '../files/pictureFacts';
import { PICTURE_TYPES } from '../files/pictureTypes';

/** What a file is used for. */
export type FileUse = 'picture' | 'media' | 'font';

/** What the bytes of a file are. */
export interface FileType {
  readonly use: FileUse;
  /** The usual ending of its name, without the dot. */
  readonly ending: string;
}

/** Why bytes are nothing that slides show: `html` is often a page to log in. */
export type NoType = 'empty' | 'html' | 'lfs' | 'unknown';

/** Reads what a file is from its first bytes, whatever its name or a server says. Never throws. */
export function fileType(head: Uint8Array): FileType | NoType {
  const facts = pictureFacts(head);
  if (facts.kind !== 'picture') return facts.kind === 'unknown' ? (otherType(head) ?? 'unknown') : facts.kind;
  // Browsers show no others.
  return Object.hasOwn(PICTURE_TYPES, facts.type)
    ? { use: 'picture', ending: facts.type }
    : (otherType(head) ?? 'unknown');
}

/** By the first characters, of which `.` may be any. */
const SIGNATURES: readonly (readonly [RegExp, FileUse, string])[] = [
  [/^....ftyp(?:....){0,40}?avif/s, 'picture', 'avif'],
  [/^....ftypqt/s, 'media', 'mov'],
  [/^....ftypM4A/s, 'media', 'm4a'],
  [/^....ftyp(?!hei|hev|mif|msf)/s, 'media', 'mp4'],
  [/^\x1a\x45\xdf\xa3/, 'media', 'webm'],
  [/^OggS/, 'media', 'ogg'],
  [/^RIFF....WAVE/s, 'media', 'wav'],
  [/^fLaC/, 'media', 'flac'],
  [/^(?:ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb])/, 'media', 'mp3'],
  [/^\xff[\xf1\xf9]/, 'media', 'aac'],
  [/^(?:\xef\xbb\xbf)?WEBVTT[\s]/, 'media', 'vtt'],
  [/^wOF2/, 'font', 'woff2'],
  [/^wOFF/, 'font', 'woff'],
  [/^OTTO/, 'font', 'otf'],
  [/^(?:\0\x01\0\0|true)/, 'font', 'ttf'],
];

function otherType(head: Uint8Array): FileType | null {
  const start = String.fromCharCode(...head.subarray(0, 256));
  const found = SIGNATURES.find(([signature]) => signature.test(start));
  return found ? { use: found[1], ending: found[2] } : null;
}

/** Endings of which each stands for the first. */
const SAME: readonly (readonly string[])[] = [
  ['jpg', 'jpeg', 'jfif'],
  ['png', 'apng'],
  ['mp4', 'm4v', 'm4a', 'mov'],
  ['ogg', 'oga', 'ogv', 'opus'],
  ['webm', 'mkv', 'weba'],
];

/** Whether files with these endings are of one type. */
export function areSameType(a: string, b: string): boolean {
  return a === b || SAME.some((endings) => endings.includes(a) && endings.includes(b));
}

/** Whether an ending is that of some type named here. */
export function isKnownEnding(ending: string): boolean {
  return (
    Object.hasOwn(PICTURE_TYPES, ending) ||
    SIGNATURES.some(([, , known]) => known === ending) ||
    SAME.some((endings) => endings.includes(ending))
  );
}
