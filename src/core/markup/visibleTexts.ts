import { getOrSet } from '../text/getOrSet';
import type { Span } from '../text/spans';
import type { Markup, Piece, TextBlock } from './markup';

/** Words shown as written, with the block that contains them. */
export interface VisibleText extends Piece {
  readonly block: TextBlock;
}

const known = new WeakMap<Markup, readonly VisibleText[]>();

/**
 * A slide's words in pieces as long as possible, including emphasis marks that show. Addresses are left out,
 * and so are escapes, whose places don't reveal those of the single characters.
 */
export function visibleTexts(markup: Markup): readonly VisibleText[] {
  return getOrSet(known, markup, () => {
    const addresses = markup.references
      .filter(({ syntax }) => syntax === 'bare' || syntax === 'autolink')
      .map(({ span }) => span);
    return markup.blocks.flatMap((block) =>
      joined(block.texts)
        .flatMap((piece) => without(piece, addresses))
        .map((piece) => ({ ...piece, block })),
    );
  });
}

function joined(pieces: readonly Piece[]): Piece[] {
  const runs: { text: string; span: { start: number; end: number } }[] = [];
  for (const { text, span } of pieces) {
    if (text.length !== span.end - span.start) continue;
    const last = runs.at(-1);
    if (last?.span.end === span.start) {
      last.text += text;
      last.span.end = span.end;
    } else {
      runs.push({ text, span: { ...span } });
    }
  }
  return runs;
}

function without(piece: Piece, addresses: readonly Span[]): Piece[] {
  const { text, span } = piece;
  if (!addresses.some((address) => address.end > span.start && address.start < span.end)) return [piece];
  const rest: Piece[] = [];
  let { start } = span;
  const keep = (end: number) => {
    if (end > start)
      rest.push({ text: text.slice(start - span.start, end - span.start), span: { start, end } });
  };
  for (const address of addresses) {
    if (address.end <= start || address.start >= span.end) continue;
    keep(address.start);
    start = Math.max(start, address.end);
  }
  keep(span.end);
  return rest;
}
