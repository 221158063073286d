import { hasKnownKeys, TOOL_NAMES } from '../../deck/namedSetups';
import { type CheckedKey, checkKeys } from '../../options/checkFrontMatter';
import { startOfLine } from '../../text/lineEnds';
import { nearest } from '../../text/nearest';
import { changeTo } from '../changeTo';
import { isMeantForSlides, keyInOtherCase } from '../meantForSlides';
import type { DeckContext, Rule, RuleDocs } from '../rule';

export const unknownFrontmatterKey: Rule = {
  id: 'unknown-frontmatter-key',
  severity: 'warning',
  dialects: 'all',
  description: 'The frontmatter has a key or a slide option that is ignored.',
  fixes: ['visible', 'offered'],
  checkDeck(context) {
    const { frontMatter, dialect, setup, isGuess } = context.deck;
    if (!frontMatter || isGuess || !hasKnownKeys(setup)) return;
    const keys = checkKeys(frontMatter, dialect);
    for (const key of keys) {
      // `missing-frontmatter` covers those.
      if (!key.isOption && isEssentialInOtherCase(key.name, context)) continue;
      const siblings = keys.filter(({ isOption }) => isOption === key.isOption).map(({ name }) => name);
      if (!key.known.includes(key.name)) reportUnknown(key, siblings, context);
    }
    reportSizeOfNothing(keys, context);
  },
};

export const docs: RuleDocs = {
  why: 'A misspelled key has no effect, and nothing says so: the deck just does not do what its frontmatter asks for. Keys that other programs may read are left alone unless they are close to a known one.',
  example: {
    before:
      '---\ntitle: SCS Community Call\ntype: slide\nslideOptions:\n  transitions: fade\n---\n\n# Community Call\n',
    after:
      '---\ntitle: SCS Community Call\ntype: slide\nslideOptions:\n  transition: fade\n---\n\n# Community Call\n',
  },
};

function isEssentialInOtherCase(name: string, context: DeckContext): boolean {
  const { frontMatter, dialect } = context.deck;
  if (dialect !== 'hedgedoc' || !isMeantForSlides(context)) return false;
  return ['type', 'title'].some((key) => keyInOtherCase(key, frontMatter!.values) === name);
}

function reportUnknown(
  { name, entry, known, isOption }: CheckedKey,
  siblings: readonly string[],
  { deck, report }: DeckContext,
): void {
  // A key that is already there cannot be meant: a duplicate makes all of the frontmatter invalid.
  const meant = nearest(
    name,
    known.filter((other) => !siblings.includes(other)),
  );
  const isOtherCase = (other: string) => other.toLowerCase() === name.toLowerCase();
  const isOthers = /^(?:slideOptions|revealOptions|separator|verticalSeparator|notesSeparator)$/.test(name);
  // Other programs have keys of their own, but no options for slides, and HedgeDoc drops unknown options.
  const isSurelyIgnored = isOthers || (isOption && deck.dialect === 'hedgedoc') || known.some(isOtherCase);
  if (!meant && !isSurelyIgnored) return;
  const tool = TOOL_NAMES[deck.setup.tool];
  report({
    message: `${tool} does not know "${name}" and ignores it. ${meant ? `Did you mean "${meant}"?` : 'Remove it.'}`,
    span: entry.key,
    fixes: meant ? [changeTo(meant, entry.key, isOtherCase(meant) ? 'visible' : 'offered')] : [],
  });
}

/** The old template sets a size without a picture. */
function reportSizeOfNothing(keys: readonly CheckedKey[], { deck, references, report }: DeckContext): void {
  const size = keys.find(({ name, isOption }) => isOption && name === 'parallaxBackgroundSize');
  if (!size || references.some(({ syntax }) => syntax === 'frontMatter')) return;
  if (keys.some(({ name, isOption }) => isOption && name === 'parallaxBackgroundImage')) return;
  const { start } = size.entry.key;
  const lineStart = startOfLine(deck.text, start);
  const rest = /^[^\r\n]*(?:\r\n?|\n)?/.exec(deck.text.slice(size.entry.value.end))![0];
  const line = { start: lineStart, end: size.entry.value.end + rest.length };
  report({
    severity: 'hint',
    message: '"parallaxBackgroundSize" does nothing without "parallaxBackgroundImage". Remove it.',
    span: size.entry.key,
    fixes:
      deck.text.slice(lineStart, start).trim() === ''
        ? [{ title: 'Remove parallaxBackgroundSize', edits: [{ span: line, newText: '' }], kind: 'offered' }]
        : [],
  });
}
