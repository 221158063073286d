import type { Deck } from '../deck/deck';
import type { ParseOptions } from '../deck/parseDeck';
import { commonEnds } from '../text/commonEnds';
import type { TextEdit } from '../text/textEdits';
import { type Anatomy, anatomyOf } from './anatomy';
import { assignSeparators, type PlacedPart } from './assignSeparators';
import type { Draft } from './compose';
import type { EditResult, Plan } from './plan';
import { readableDraft } from './readableDraft';

/**
 * The edits that turn a deck into the planned one. Refused if its text would not be read as these slides, and in a merge
 * conflict, where slides have no text of their own.
 */
export function writeDeck(deck: Deck, plan: Plan, options: ParseOptions): EditResult {
  if (deck.conflicts.length > 0) return { refusal: 'conflict' };
  const anatomy = anatomyOf(deck);
  const parts = plan.flatMap((column) => column.map((part, v) => ({ ...part, below: v > 0 })));
  const separators = assignSeparators(deck, anatomy, parts, options);
  if (!separators) return { refusal: 'no-separator' };

  const pieces = parts.map((part, index) => ({ ...part, separator: separators[index]!, padded: false }));
  const head = deck.text.slice(0, anatomy.headEnd);
  const tail = deck.text.slice(anatomy.tailStart);
  const draft = readableDraft(deck, pieces, head, tail, options);
  if (!draft) return { refusal: 'ambiguous' };
  const slides = parts.flatMap(({ chosen }, index) => (chosen ? [index] : []));
  return { edits: editsFor(deck, anatomy, parts, draft), slides };
}

function editsFor(
  { text }: Deck,
  { headEnd, slides }: Anatomy,
  parts: readonly PlacedPart[],
  { joints, texts }: Draft,
): TextEdit[] {
  const edits: TextEdit[] = [];
  const replace = (start: number, end: number, newText: string) => {
    const last = edits.at(-1);
    if (text.slice(start, end) === newText) return;
    if (last?.span.end !== start) edits.push({ span: { start, end }, newText });
    else edits[edits.length - 1] = { span: { start: last.span.start, end }, newText: last.newText + newText };
  };
  let from = headEnd;
  let written = '';
  parts.forEach(({ stays, slide }, index) => {
    written += joints[index]!;
    if (stays) {
      const { start, end } = slides[slide!]!;
      replace(from, start, written);
      replace(start, end, texts[index]!);
      from = end;
      written = '';
    } else {
      written += texts[index]!;
    }
  });
  replace(from, text.length, written + joints.at(-1)!);
  return edits
    .map((edit) => trimmedEdit(text, edit))
    .filter(({ span, newText }) => span.end > span.start || newText !== '');
}

/** An edit without what is the same at its ends, so that as little as possible changes. */
export function trimmedEdit(text: string, { span, newText }: TextEdit): TextEdit {
  const old = text.slice(span.start, span.end);
  let { prefix, suffix } = commonEnds(old, newText);
  const splits = (one: string, at: number) =>
    /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])/.test(one.slice(at - 1, at + 1));
  if (splits(old, prefix) || splits(newText, prefix)) prefix--;
  if (splits(old, old.length - suffix) || splits(newText, newText.length - suffix)) suffix--;
  return {
    span: { start: span.start + prefix, end: span.end - suffix },
    newText: newText.slice(prefix, newText.length - suffix),
  };
}
