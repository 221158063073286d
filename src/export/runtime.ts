import { sha256 } from './digest';
import { base64, dataUrl, mediaType } from './mediaTypes';

/** Reads one of the files that ship with Deckwright, by its path below `dist`. */
export type ReadRuntime = (path: string) => Promise<Uint8Array>;

export async function readText(read: ReadRuntime, path: string): Promise<string> {
  return new TextDecoder().decode(await read(path));
}

/** One of our style sheets with everything it names included. */
export async function inlinedStyleSheet(read: ReadRuntime, path: string): Promise<string> {
  const css = await readText(read, path);
  const urls = new Set([...css.matchAll(/url\(["']?(?!data:)([^"')]+)["']?\)/g)].map(([, url]) => url!));
  let result = css;
  for (const url of urls) {
    const file = new URL(url, `file:///${path}`).pathname.slice(1);
    result = result.replaceAll(url, dataUrl(mediaType(file)!, await read(file)));
  }
  return result;
}

/** SHA-256 in base64, the form in which a Content Security Policy names scripts that may run. */
export async function scriptHash(script: string): Promise<string> {
  return base64(await sha256(script));
}
