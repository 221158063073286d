import type { Deck, DeckProblem } from '../../deck/deck';
import { hasKnownKeys, TOOL_NAMES } from '../../deck/namedSetups';
import { PROBLEMS } from '../../deck/problems';
import type { Tool } from '../../deck/setup';
import { checkKeys } from '../../options/checkFrontMatter';
import { escapeRegExp } from '../../text/escapeRegExp';
import { lineEndOf, startOfLine } from '../../text/lineEnds';
import { nearest } from '../../text/nearest';
import type { Span } from '../../text/spans';
import { changeTo } from '../changeTo';
import { checkNamedFiles } from '../frontMatterFiles';
import type { DeckContext, Rule, RuleDocs } from '../rule';
import { yamlFixes } from '../yamlFixes';

export const invalidFrontmatter: Rule = {
  id: 'invalid-frontmatter',
  severity: 'error',
  dialects: 'all',
  description:
    'The frontmatter is not closed, is not YAML, has a duplicate key or a value that is not allowed, or names a file that does not exist.',
  fixes: ['offered'],
  checkDeck(context) {
    const { deck, report } = context;
    const { frontMatter, setup, isGuess } = deck;
    // A page of reveal.js does not read frontmatter.
    if (setup.tool === 'reveal') return;
    if (!frontMatter) {
      const span = unclosed(deck);
      if (span) {
        report({
          message:
            'The frontmatter is not closed, so all of it is shown as text on a slide. Write "---" on a line of its own after its last key.',
          span,
        });
      }
      return;
    }
    const firstSlide = swallowed(deck);
    if (firstSlide !== null) {
      reportSwallowed(firstSlide, context);
    } else if (frontMatter.problem) {
      const { message, template } = frontMatter.problem;
      report({
        message: `${sentence(message)} Until this is corrected, ${effectOf(frontMatter.problem, deck)}.`,
        // Options at another level are lost, but not the deck.
        ...(!isGuess && isUnindented(template, setup.tool) && { severity: 'warning' }),
        span: visible(frontMatter.problem.span, deck),
        fixes: yamlFixes(frontMatter.problem, deck.text),
      });
    } else if (!isGuess && hasKnownKeys(setup)) {
      checkValues(context);
    }
    if (!isGuess) {
      checkPatterns(context);
      checkNamedFiles(context);
    }
  },
};

export const docs: RuleDocs = {
  why: 'One mistake in the frontmatter costs all of it: the deck loses its theme, title and options, or its tool stops. A value that is not allowed, such as a theme that does not exist, is replaced by the default without a word.',
  example: {
    before:
      '---\ntitle: SCS Community Call\ntype: slide\nslideOptions:\n  theme: whit\n---\n\n# Community Call\n',
    after:
      '---\ntitle: SCS Community Call\ntype: slide\nslideOptions:\n  theme: white\n---\n\n# Community Call\n',
  },
  spared:
    'Pages of reveal.js, which read no frontmatter; keys that are not known, which `unknown-frontmatter-key` covers; values in decks whose tool is a guess; names of themes for reveal-md, which may be files.',
  verdict:
    'Stop the commit: all of the frontmatter is lost. A line that begins with a tab is a warning in reveal-md, which reads it as if it had none. A theme that HedgeDoc does not have is `info`, since a server may have its own, or a warning if it is close to a known one. A style sheet or script that is missing is a warning.',
};

/** What a mistake in the YAML does to the deck, which differs from tool to tool. */
function effectOf({ template }: DeckProblem, { setup: { tool }, isGuess }: Deck): string {
  if (tool === 'hedgedoc' && !isGuess) return 'HedgeDoc ignores all of the frontmatter and shows it as text';
  if (isGuess || LIMITS.has(template)) return 'no option of the frontmatter has an effect';
  if (isUnindented(template, tool)) return 'reveal-md reads this line as if it had no tabs';
  if (tool === 'mkslides' && template === PROBLEMS.keyTwice) return 'only the last one counts';
  return tool === 'reveal-md' || tool === 'mkslides'
    ? `${TOOL_NAMES[tool]} stops with an error`
    : 'no option of the frontmatter has an effect';
}

/** reveal-md's parser of YAML counts only spaces as indentation. */
function isUnindented(template: string, tool: Tool): boolean {
  return tool === 'reveal-md' && template === PROBLEMS.tab;
}

/** Problems that only Deckwright has. */
const LIMITS: ReadonlySet<string> = new Set([
  PROBLEMS.tooLong,
  PROBLEMS.tooDeep,
  PROBLEMS.repetitive,
  PROBLEMS.unreadable,
]);

function checkValues({ deck, report }: DeckContext): void {
  for (const { name, entry, expected, isOption } of checkKeys(deck.frontMatter!, deck.dialect)) {
    if (!expected) continue;
    const written = deck.text.slice(entry.value.start, entry.value.end);
    const allowed = expected.startsWith('one of ') ? expected.slice('one of '.length).split(', ') : [];
    const newText = nearest(written.replace(/^['"]|['"]$/g, ''), allowed);
    const span = entry.value.end > entry.value.start ? entry.value : entry.key;
    const fixes = newText ? [changeTo(newText, entry.value)] : [];
    if (isOption && name === 'theme' && allowed.length > 0) {
      const hint = newText ? `Did you mean "${newText}"?` : `It comes with ${allowed.join(', ')}.`;
      report({
        // A server may have themes of its own.
        severity: newText ? 'warning' : 'info',
        message: `HedgeDoc does not come with this theme and shows "black" unless the server has it. ${hint}`,
        span,
        fixes,
      });
      continue;
    }
    report({ message: `"${name}" takes ${expected}; this is ignored. Correct the value.`, span, fixes });
  }
}

/** Only its tool's own patterns are of concern: elsewhere they are not read. */
function checkPatterns({ deck: { text, problems }, report }: DeckContext): void {
  for (const { template, message, span } of problems) {
    if (template === PROBLEMS.unusedPattern) report({ severity: 'info', message, span });
    if (template !== PROBLEMS.noPattern) continue;
    const written = text.slice(span.start, span.end);
    // With a backslash or an anchor it was meant as a pattern.
    const isText = !/["'\\^$]/.test(written);
    report({ message, span, fixes: isText ? [changeTo(escapeRegExp(written), span)] : [] });
  }
}

const KEYS = /^(?:title|type|slideOptions|revealOptions|tags)[ \t]*:/m;

/** The opening dashes of a block that was meant to be frontmatter. */
function unclosed({ text }: Deck): Span | null {
  const opening = /^---[ \t]*(?:\r\n?|\n)(?=[ \t]*[\w-]+[ \t]*:)/.exec(text);
  return opening && KEYS.test(text.slice(0, 2000)) ? { start: 0, end: 3 } : null;
}

/** What no line of YAML begins with, or a heading, which is a comment in YAML. */
const MARKDOWN = /^(?:#{1,6} +[^\s#]|<[a-z!]|[*>] |!?\[|[^\s:#'"[{-][^:]*$)/i;

/**
 * Start of the slide that became part of the frontmatter because only the separator after it closes the frontmatter.
 * Null if the frontmatter ends where it should.
 */
function swallowed({ text, frontMatter }: Deck): number | null {
  const { start, end } = frontMatter!.span;
  const block = text.slice(start, end - 3);
  const isSeparator =
    /(\r\n|\r|\n)\1$/.test(block.slice(-4)) && /^-?(\r\n|\r|\n)\1/.test(text.slice(end, end + 5));
  if (!isSeparator) return null;
  let at = 0;
  let isAfterEmpty = false;
  for (const line of block.split(/(?<=\n)|(?<=\r)(?!\n)/)) {
    // Keys may follow a comment.
    if (isAfterEmpty && MARKDOWN.test(line)) return KEYS.test(block.slice(at)) ? null : start + at;
    isAfterEmpty = line.trim() === '';
    at += line.length;
  }
  return null;
}

function reportSwallowed(at: number, { deck: { text, frontMatter }, report }: DeckContext): void {
  const above = text.slice(0, at).trimEnd().length;
  report({
    message:
      'The frontmatter is not closed, so everything from here to the next separator is part of it and not shown. Write "---" on a line of its own above.',
    span: { start: at, end: at + /^[^\r\n]*/.exec(text.slice(at, frontMatter!.span.end))![0].length },
    fixes: [
      {
        title: 'Close the frontmatter',
        edits: [{ span: { start: above, end: above }, newText: `${lineEndOf(text)}---` }],
        kind: 'offered',
      },
    ],
  });
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

/** A span with something visible, even if the parser stopped at the end of a line. */
function visible({ start, end }: Span, { text }: Deck): Span {
  if (end > start && /\S/.test(text.slice(start, end))) return { start, end };
  const lineStart = startOfLine(text, start);
  const line = /^[^\r\n]*/.exec(text.slice(lineStart))![0];
  return { start: lineStart, end: lineStart + Math.max(line.trimEnd().length, 1) };
}
