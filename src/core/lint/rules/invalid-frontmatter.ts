import { nearest } from '../../config/nearest';
import type { Deck, Span } from '../../deck/deck';
import { checkKeys } from '../../options/checkFrontMatter';
import type { DeckContext, Rule } from '../rule';

export const invalidFrontmatter: Rule = {
  id: 'invalid-frontmatter',
  severity: 'error',
  dialects: 'all',
  description: 'The frontmatter is not closed, is no YAML, has a key twice or a value that can’t be used.',
  fix: 'offer',
  checkDeck(context) {
    const { deck, report } = context;
    const { frontMatter, dialect } = deck;
    if (!frontMatter) {
      const span = unclosed(deck);
      if (span) {
        report({
          message:
            'The frontmatter is not closed, so all of it is shown as text on a slide. Write "---" on a line of its own behind its last key.',
          span,
        });
      }
    } else if (frontMatter.problem) {
      const { message, span } = frontMatter.problem;
      const effect =
        dialect === 'hedgedoc'
          ? 'HedgeDoc ignores all of the frontmatter and shows it as text'
          : 'all of the frontmatter is ignored';
      report({
        message: `${sentence(message)} Until this is corrected, ${effect}.`,
        span: visible(span, deck),
      });
    } else {
      checkValues(context);
    }
  },
};

function checkValues({ deck, report }: DeckContext): void {
  for (const { name, entry, expected, isOption } of checkKeys(deck.frontMatter!, deck.dialect)) {
    if (!expected) continue;
    const written = deck.text.slice(entry.value.start, entry.value.end);
    const allowed = expected.startsWith('one of ') ? expected.slice('one of '.length).split(', ') : [];
    const newText = nearest(written.replace(/^['"]|['"]$/g, ''), allowed);
    const effect = isOption && name === 'theme' ? 'the theme "black" is shown' : 'this is ignored';
    report({
      message: `"${name}" takes ${expected}; ${effect}. Correct the value.`,
      span: entry.value.end > entry.value.start ? entry.value : entry.key,
      fixes: newText
        ? [{ title: `Change to ${newText}`, edits: [{ span: entry.value, newText }], safe: false }]
        : [],
    });
  }
}

const KEYS = /^(?:title|type|slideOptions|revealOptions|tags)[ \t]*:/m;

/** The opening dashes of a block that was meant to be frontmatter. */
function unclosed({ text }: Deck): Span | null {
  const opening = /^---[ \t]*(?:\r\n?|\n)(?=[ \t]*[\w-]+[ \t]*:)/.exec(text);
  return opening && KEYS.test(text.slice(0, 2000)) ? { start: 0, end: 3 } : null;
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

/** Something to see also where the parser stopped at the end of a line. */
function visible({ start, end }: Span, { text }: Deck): Span {
  if (end > start && /\S/.test(text.slice(start, end))) return { start, end };
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(lineStart))![0];
  return { start: lineStart, end: lineStart + Math.max(line.trimEnd().length, 1) };
}
