import { hasKnownKeys, TOOL_NAMES } from '../../deck/namedSetups';
import { type CheckedKey, checkKeys, optionsKey } from '../../options/checkFrontMatter';
import { lookOf } from '../../options/slideOptions';
import { startOfLine } from '../../text/lineEnds';
import { nearest } from '../../text/nearest';
import { changeTo } from '../changeTo';
import { isMeantForSlides, keyInOtherCase } from '../meantForSlides';
import { movingKey } from '../movingKey';
import type { DeckContext, Rule, RuleDocs } from '../rule';

export const unknownFrontmatterKey: Rule = {
  id: 'unknown-frontmatter-key',
  severity: 'warning',
  dialects: 'all',
  description: 'The frontmatter has a key or a slide option that is ignored, or has it at the wrong level.',
  fixes: ['visible', 'offered'],
  checkDeck(context) {
    const { frontMatter, dialect, setup, isGuess } = context.deck;
    if (!frontMatter || isGuess || !hasKnownKeys(setup)) return;
    const keys = checkKeys(frontMatter, dialect);
    for (const key of keys) {
      // `missing-frontmatter` covers those.
      if (!key.isOption && isEssentialInOtherCase(key.name, context)) continue;
      if (key.belongsTo) {
        // A template of one's own may read any key.
        if (!hasTemplate(context) && !isShownAnyway(key, context)) reportMisplaced(key, context);
        continue;
      }
      const siblings = keys.filter(({ isOption }) => isOption === key.isOption).map(({ name }) => name);
      if (!key.known.includes(key.name)) reportUnknown(key, siblings, context);
    }
    reportSizeOfNothing(keys, context);
  },
};

export const docs: RuleDocs = {
  why: 'A misspelled key has no effect, and nothing says so: the deck just does not do what its frontmatter asks for.',
  example: {
    before:
      '---\ntitle: SCS Community Call\ntype: slide\nslideOptions:\n  transitions: fade\n---\n\n# Community Call\n',
    after:
      '---\ntitle: SCS Community Call\ntype: slide\nslideOptions:\n  transition: fade\n---\n\n# Community Call\n',
  },
  spared:
    'Keys that are not close to a known one, since other programs may read them; options for several tools side by side; options at the wrong level in a deck with a template of its own, which may read them; and decks whose tool is a guess.',
  verdict:
    'Mention it: the deck is shown, but not as its frontmatter asks. A size without a picture is a hint.',
};

function isEssentialInOtherCase(name: string, context: DeckContext): boolean {
  const { frontMatter, dialect } = context.deck;
  if (dialect !== 'hedgedoc' || !isMeantForSlides(context)) return false;
  return ['type', 'title'].some((key) => keyInOtherCase(key, frontMatter!.values) === name);
}

function hasTemplate({ deck: { setup, frontMatter } }: DeckContext): boolean {
  return setup.template !== undefined || typeof frontMatter?.values.template === 'string';
}

/** Whether the slides are as the option says, by default or by what surrounds the deck. */
function isShownAnyway({ name, path, isOption }: CheckedKey, { deck }: DeckContext): boolean {
  if (isOption) return false;
  const { theme, options } = lookOf(deck);
  return (name === 'theme' ? theme : options[name]) === deck.frontMatter!.values[path];
}

function reportMisplaced(key: CheckedKey, { deck, report }: DeckContext): void {
  const options = optionsKey(deck.dialect);
  const tool = TOOL_NAMES[deck.setup.tool];
  const [place, remedy] = key.isOption
    ? [`at the outermost level, not in "${options}"`, 'Move it out.']
    : [`in "${options}"`, 'Move it there.'];
  const fix = movingKey(key, deck);
  report({
    message: `${tool} reads "${key.name}" only ${place}, so it ignores this. ${remedy}`,
    span: key.entry.key,
    fixes: fix ? [fix] : [],
  });
}

function reportUnknown(
  { name, entry, known, isOption }: CheckedKey,
  siblings: readonly string[],
  { deck, report }: DeckContext,
): void {
  const options = optionsKey(deck.dialect);
  const areOptions = !isOption && /^(?:slide|reveal)Options$/.test(name);
  // A deck for several tools has the options of each.
  if (areOptions && siblings.includes(options)) return;
  // A key that is already there cannot be meant: a duplicate makes all of the frontmatter invalid.
  const free = known.filter((other) => !siblings.includes(other));
  const meant = areOptions ? options : nearest(name, free);
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
