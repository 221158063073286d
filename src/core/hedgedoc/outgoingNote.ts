import { DEFAULT_CONFIG } from '../config/config';
import type { Deck } from '../deck/deck';
import { PICTURE_TYPES } from '../files/pictureTypes';
import { type DeckReference, deckReferences } from '../markup/deckReferences';
import { markedSlides } from '../markup/markedSlide';
import { LineIndex, toLf } from '../text/lineEnds';
import { applyEdits, type TextEdit } from '../text/textEdits';
import { withoutOrigin } from './origin';
import { uploadAddress } from './server';

/** A deck as HedgeDoc gets it. */
export interface OutgoingNote {
  /** With the line ends that HedgeDoc keeps: LF. */
  readonly text: string;
  /** The addresses of uploads that references were turned back into, each once. */
  readonly uploads: readonly string[];
  /** The references to files that are not on HedgeDoc, in their order. */
  readonly missing: readonly MissingFile[];
}

/** A reference to a file that is not on HedgeDoc. */
export interface MissingFile {
  /** A video or sound is no picture, and neither is a page that is linked. */
  readonly kind: 'picture' | 'file';
  /** The path as the deck has it. */
  readonly path: string;
  /** 0-based. */
  readonly line: number;
}

/**
 * The text of a deck for HedgeDoc, without the comment that says which note it came from. References to files with the
 * name of an upload lead to the upload on the server again, unless it `lacks` the address. Null: no server is known.
 */
export function outgoingNote(
  deck: Deck,
  server: string | null,
  lacks: (address: string) => boolean = () => false,
): OutgoingNote {
  const references = deckReferences(deck, markedSlides(deck), DEFAULT_CONFIG).filter(
    ({ target }) => target.kind === 'local',
  );
  const addresses = new Map(references.map((reference) => [reference, addressOf(reference, server, lacks)]));
  const lines = new LineIndex(deck.text);
  const edits: TextEdit[] = [];
  const missing: MissingFile[] = [];
  for (const [reference, address] of addresses) {
    if (address !== null) edits.push({ span: reference.urlSpan, newText: address + partOf(reference) });
    else if (!reference.isUnused) missing.push(missingFile(reference, lines));
  }
  const uploads = new Set([...addresses.values()].filter((address) => address !== null));
  const text = toLf(withoutOrigin(applyEdits(deck.text, edits))).text;
  return { text, uploads: [...uploads], missing };
}

function addressOf(
  { target }: DeckReference,
  server: string | null,
  lacks: (address: string) => boolean,
): string | null {
  if (server === null || target.kind !== 'local') return null;
  const address = uploadAddress(server, target.path.replace(/^.*\//s, ''));
  return address === null || lacks(address) ? null : address;
}

/** A fragment names a part of a picture. */
function partOf({ url }: DeckReference): string {
  return /#[\w-]+$/.exec(url)?.[0] ?? '';
}

function missingFile({ kind, target, urlSpan }: DeckReference, lines: LineIndex): MissingFile {
  const path = target.kind === 'local' ? target.path : '';
  return {
    kind:
      kind === 'image' || kind === 'background' || (kind === 'css' && isPicture(path)) ? 'picture' : 'file',
    path,
    line: lines.positionAt(urlSpan.start).line,
  };
}

/** Style sheets also name fonts. */
function isPicture(path: string): boolean {
  return Object.hasOwn(PICTURE_TYPES, /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '');
}
