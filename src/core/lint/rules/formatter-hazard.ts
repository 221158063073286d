import type { Deck } from '../../deck/deck';
import type { Span } from '../../text/spans';
import type { Rule, RuleDocs } from '../rule';

/** Only the editor knows which formatter is set and how to turn it off. */
export const formatterHazard: Rule = {
  id: 'formatter-hazard',
  severity: 'warning',
  dialects: 'hedgedoc',
  description: 'A formatter is set to format decks on save and would destroy their separators.',
  fixes: ['offered'],
  checkDeck({ deck, environment: { formatter }, report }) {
    if (formatter === undefined) return;
    report({
      message: `${formatter} is set to format this deck on save. Formatters turn ---- into ---, so every vertical slide becomes a column. Turn off formatting for decks.`,
      span: firstSeparator(deck) ?? firstLine(deck.text),
    });
  },
};

export const docs: RuleDocs = {
  why: 'Prettier and other formatters turn `----` into `---`: every vertical slide becomes a column. The fix sets `editor.formatOnSave` to `false` for Markdown in this workspace.',
  example: {
    given: 'VS Code is set to format Markdown files with Prettier when they are saved.',
    before: '# One\n\n---\n\n# Two\n\n----\n\n# Below two\n',
    context: { environment: { formatter: 'Prettier' } },
  },
  spared:
    'Formatters that do not run when a deck is saved. The command line knows of no formatter, so it never reports one.',
  verdict: "Mention it: nothing is wrong yet, but the next save destroys the deck's columns.",
};

function firstSeparator({ text, slides }: Deck): Span | null {
  const separator = slides[1]?.separator;
  const dashes = separator && /-+/.exec(text.slice(separator.start, separator.end));
  if (!dashes) return null;
  const start = separator.start + dashes.index;
  return { start, end: start + dashes[0].length };
}

function firstLine(text: string): Span {
  return { start: 0, end: /^[^\r\n]*/.exec(text)![0].length };
}
