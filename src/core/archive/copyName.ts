import { cleanFileName, extensionOf, isCleanFileName } from '../files/pictureNames';
import { classifyUrl, uploadName } from '../files/urls';
import { areSameType, isKnownEnding } from './fileType';

/** The name that the copy of a remote file gets. */
export interface CopyName {
  readonly name: string;
  /** The name in the address, if servers give it to this file alone: a copy of this name is certainly its copy. */
  readonly upload: string | null;
}

/** The name for the copy of a remote file. It never leads to another folder, and is the same on every system. */
export function copyName(address: string, hedgedocHosts: readonly string[]): CopyName {
  const target = classifyUrl(address);
  const last = target.kind === 'remote' ? lastName(target.path) : '';
  const name = isCleanFileName(last) ? last : cleanFileName(last, '', last.replace(/\.[^.]*$/, ''));
  return { name, upload: uploadName(target, hedgedocHosts) ?? (isUploadOfOthers(address) ? last : null) };
}

/** The last part of the path as it is meant; whoever escapes slashes means folders. */
function lastName(path: string): string {
  const written = /([^/]*)\/*$/.exec(path)![1]!;
  let name = written;
  try {
    name = decodeURIComponent(written);
  } catch {
    // Malformed escapes stay.
  }
  return /[^/\\]*$/.exec(name)![0];
}

/** Other servers on which uploads get names that nothing else has: HackMD's, CodiMD's, Imgur. */
const UPLOADS = [
  /^https?:\/\/i\.imgur\.com\/\w+\.\w+$/i,
  /\/_uploads\/[\w-]{6,}\.\w+$/i,
  /\/upload_[\da-f]{32}(?:\.\w+)?$/i,
  /\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?:\.\w+)?$/i,
];

function isUploadOfOthers(address: string): boolean {
  return UPLOADS.some((upload) => upload.test(address.replace(/[?#].*$/s, '')));
}

/** Endings of addresses behind which a server makes what it sends. */
const PAGES = /^(?:php\d?|aspx?|jsp|cgi|html?)$/;

/**
 * The name with an ending that fits what the file is. An upload keeps its own, by which its copy is found again; only
 * a missing one is added.
 */
export function fittingName({ name, upload }: CopyName, ending: string): string {
  const written = extensionOf(name);
  if (areSameType(written, ending) || (upload !== null && isKnownEnding(written))) return name;
  const stem = isKnownEnding(written) || PAGES.test(written) ? name.slice(0, -written.length - 1) : name;
  return `${stem}.${ending}`;
}
