import type { Deck } from '../../../src/core/deck/deck';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { highlight } from '../../../src/core/render/highlight';
import { type ExportedDeck, exportDeck } from '../../../src/export/exportDeck';
import type { ExportOptions } from '../../../src/export/exportOptions';
import { Unreadable } from '../../../src/export/files';
import { english } from '../../../src/export/words';

export const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
/** The picture in a page. */
export const INLINED = 'data:image/png;base64,iVBORw==';

/** Replaces what ships with Deckwright. */
export const runtime: ExportOptions['runtime'] = async (path) =>
  new TextEncoder().encode(path.endsWith('.css') ? `/* ${path} */` : `run(${JSON.stringify(path)})`);

/** Exports a deck (HedgeDoc if only its text is given) whose folder has these files. */
export function exported(
  deck: string | Deck,
  files: Readonly<Record<string, Uint8Array>> = {},
  options: Partial<ExportOptions> = {},
): Promise<ExportedDeck> {
  return exportDeck(typeof deck === 'string' ? parseDeck(deck, { setup: 'hedgedoc' }) : deck, {
    assets: 'inline',
    embeds: 'card',
    fileName: 'talk',
    files: {
      async read(path) {
        const found = Object.hasOwn(files, path) ? files[path] : undefined;
        if (!found) throw new Unreadable('missing');
        return found;
      },
    },
    hedgedocHosts: ['pad.example.org'],
    trusted: true,
    runtime,
    highlight,
    translate: english,
    ...options,
  });
}
