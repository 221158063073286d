import assert from 'node:assert/strict';
import { plainSnippet } from '../../../../src/core/authoring/snippets/snippetSyntax';
import { insertSnippet, type Snippet } from '../../../../src/core/authoring/snippets/snippets';
import { recognizeDeck } from '../../../../src/core/deck/dialects';
import { parseFrontMatter } from '../../../../src/core/deck/frontMatter';
import { dialectOf, NAMED_SETUPS, nameOf, type SetupName } from '../../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../../src/core/deck/parseDeck';
import { lint } from '../../lint/linting';
import { ownSnippets } from './ownSnippets';

/** Without plain reveal.js, which has no vertical separator by itself. */
const DECKS: Partial<Record<SetupName, string>> = {
  hedgedoc: '---\ntitle: Deck\ntype: slide\n---\n\n# Deck\n\n---\n\n## Slide\n\ntext\n',
  'reveal-md': '---\nrevealOptions:\n  transition: none\n---\n\n# Deck\n\n---\n\n## Slide\n\ntext\n',
  'reveal-blank-lines': '# Deck\n\nNote: a\n\n\n\n## Slide\n\nNote: b\n\n\n\ntext\n',
};

/** What is found in a deck after a snippet was inserted, except what has to be filled in. */
function found(snippet: Snippet, dialect: SetupName): string[] {
  const before = snippet.place === 'deck' ? '' : DECKS[dialect]!;
  const options = { setup: dialect };
  const target = { deck: parseDeck(before, options), cursor: before.length, options };
  const insertion = insertSnippet(target, snippet.place, snippet.body)!;
  const { text, stops } = plainSnippet(insertion.snippet);
  const start = insertion.span.start;
  const deck = before.slice(0, start) + text + before.slice(insertion.span.end);
  const isFilledIn = (span: { start: number; end: number }) =>
    stops.flat().some((stop) => stop.start + start < span.end && span.start < stop.end + start);
  return lint(deck, { dialect })
    .filter(({ rule, span }) => rule !== 'placeholder' && !isFilledIn(span))
    .map(({ rule, span }) => `${snippet.name} in ${dialect}: ${rule} at ${deck.slice(span.start, span.end)}`);
}

/** A whole deck is for the tool that its text speaks for. */
function askedBy({ body }: Snippet): SetupName {
  const { text } = plainSnippet(body);
  return nameOf(recognizeDeck(text, parseFrontMatter(text)).setup);
}

describe('What snippets insert', () => {
  it('lints clean except for what has to be filled in', () => {
    const decks = Object.entries(DECKS).flatMap(([dialect, text]) =>
      lint(text, { dialect: dialect as SetupName }),
    );
    assert.deepEqual(decks, []);
    const all = ownSnippets().flatMap((snippet) =>
      (Object.keys(DECKS) as SetupName[])
        .filter((name) => snippet.place !== 'deck' || name === askedBy(snippet))
        .filter((name) => snippet.dialects.includes(dialectOf(NAMED_SETUPS[name])))
        .flatMap((name) => found(snippet, name)),
    );
    assert.deepEqual(all, []);
  });
});
