import { MAX_TEXT_SIZE } from '../core/files/deckFiles';
import type { Look } from '../core/options/slideOptions';
import type { FoundSheet } from '../core/page/authorSheets';
import { HIGHLIGHT_STYLES, type LookStyles, lookStyles } from '../core/page/pageStyles';
import { type ExportFiles, reasonOf } from './files';
import { type ReadRuntime, readText } from './runtime';

/** What style sheets are read from. */
export interface StyleFiles {
  readonly files: ExportFiles;
  readonly runtime: ReadRuntime;
  /** Whether style sheets of the author's are applied. */
  readonly trusted: boolean;
}

/** Finds the style sheets of a page. Each sheet may import others, so they are looked for in rounds. */
export async function foundStyles(look: Look, { files, runtime, trusted }: StyleFiles): Promise<LookStyles> {
  const sheets = new Map<string, FoundSheet>();
  let highlight: Readonly<Record<string, string>> | undefined;
  for (;;) {
    const unread = new Set<string>();
    let wantsHighlight = false;
    const found = lookStyles(look, {
      read: (path) => {
        if (!trusted) return { trouble: 'restricted' };
        if (!sheets.has(path)) unread.add(path);
        return sheets.get(path);
      },
      highlight: (name) => {
        wantsHighlight = true;
        if (!highlight) return undefined;
        return Object.hasOwn(highlight, name) ? highlight[name]! : null;
      },
    });
    if (unread.size === 0 && (highlight || !wantsHighlight)) return found;
    if (wantsHighlight) {
      highlight ??= JSON.parse(await readText(runtime, `preview/styles/${HIGHLIGHT_STYLES}`)) as Record<
        string,
        string
      >;
    }
    for (const path of unread) sheets.set(path, await readSheet(files, path));
  }
}

async function readSheet(files: ExportFiles, path: string): Promise<FoundSheet> {
  try {
    const bytes = await files.read(path);
    return bytes.length > MAX_TEXT_SIZE
      ? { trouble: 'unreadable' }
      : { css: new TextDecoder().decode(bytes) };
  } catch (error) {
    const reason = reasonOf(error);
    return { trouble: reason === 'missing' || reason === 'outside' ? reason : 'unreadable' };
  }
}
