import type { Deck } from '../../deck/deck';
import { splitsAtBlankLines } from '../../deck/namedSetups';
import { findFile } from '../../files/deckFiles';
import { anchorsOf, idsOf } from '../../markup/anchors';
import { slideAtIndices } from '../../summary/slideAt';
import type { DeckContext, Rule, RuleDocs } from '../rule';

export const brokenAnchor: Rule = {
  id: 'broken-anchor',
  severity: 'warning',
  dialects: 'all',
  description: 'A link leads to a slide, an id or a heading that does not exist.',
  fixes: [],
  checkDeck(context) {
    let names: ReadonlySet<string> | undefined;
    const ownNames = () => {
      const { deck } = context;
      names ??= new Set(deck.slides.flatMap(({ content }) => idsOf(content, deck.dialect)));
      return names;
    };
    const isWhole = knowsWholeTalk(context.deck);
    for (const { kind, target, url, urlSpan } of context.references) {
      if (kind !== 'link') continue;
      const message =
        target.kind === 'anchor'
          ? isWhole
            ? problemInDeck(target.fragment, context.deck, ownNames)
            : null
          : target.kind === 'local'
            ? problemInFile(target.path, /#(.*)$/s.exec(url)?.[1] ?? '', context)
            : null;
      if (message) context.report({ message, span: urlSpan });
    }
  },
};

export const docs: RuleDocs = {
  why: 'The link does nothing, or leads to the start of the other file. Slide numbers in addresses count from 0 and name the column first: `#/2/1` is the second slide of the third column. Moving slides changes these numbers; an id stays.',
  example: {
    before: '# Agenda\n\n[Questions](#/questions)\n\n---\n\n# Questions?\n',
    after: '# Agenda\n\n[Questions](#/questions)\n\n---\n\n<!-- .slide: id="questions" -->\n# Questions?\n',
  },
  settings: ['ignoreLinks'],
  spared:
    "Ids that reveal.js derives from headings; in other markdown files, ids that GitHub derives from headings, and `<a name>`; and `#/` alone. Links to slides are not checked if several files make one talk, or if the deck's tool is a guess.",
  verdict: 'Mention it: the link does nothing, but no slide looks broken.',
};

/** Other tools make other slides and other ids, and a page may load the deck as one of several. */
function knowsWholeTalk({ setup, isGuess }: Deck): boolean {
  return (!isGuess || splitsAtBlankLines(setup)) && (setup.page?.parts.length ?? 0) < 2;
}

function problemInDeck(fragment: string, deck: Deck, names: () => ReadonlySet<string>): string | null {
  const name = decoded(fragment).replace(/^\//, '');
  if (name === '') return null;
  const isThere = slideExists(name, deck) ?? names().has(name.split('/')[0]!);
  if (isThere) return null;
  return /^\d/.test(name)
    ? `Slide "#/${name}" does not exist: the link leads nowhere. Slides count from 0, column first ("#/2/1").`
    : `Nothing in this deck has the id "${name}": the link leads nowhere. Give a slide this id: <!-- .slide: id="${name}" -->.`;
}

function problemInFile(path: string, fragment: string, { files }: DeckContext): string | null {
  const name = decoded(fragment);
  if (name === '' || !/\.(?:md|markdown)$/i.test(path)) return null;
  const found = findFile(files, path);
  const text = found?.kind === 'file' ? files.text(found.path) : null;
  if (!found || text == null || !('path' in found)) return null;
  const { deck, names } = anchorsOf(found.path, text);
  if (name.startsWith('/') && slideExists(name.slice(1), deck)) return null;
  if (names.has(name.replace(/^\//, ''))) return null;
  const what = /^\/\d/.test(name) ? `slide "#${name}"` : `heading or id "${name}"`;
  return `"${path}" has no ${what}: the link leads to the start of the file. Correct what is after "#".`;
}

/** Null if the fragment is not the number of a slide, which counts from 0 unless an option of reveal.js says 1. */
function slideExists(fragment: string, deck: Deck): boolean | null {
  const indices = /^(\d+)(?:\/(\d+))?(?:\/\d+)?$/.exec(fragment);
  if (!indices) return null;
  const options = deck.frontMatter?.values.revealOptions;
  const isOneBased =
    deck.dialect !== 'hedgedoc' &&
    options !== null &&
    typeof options === 'object' &&
    !Array.isArray(options) &&
    options.hashOneBasedIndex === true;
  const [h, v] = [Number(indices[1]), Number(indices[2] ?? (isOneBased ? 1 : 0))];
  return slideAtIndices(deck, isOneBased ? h - 1 : h, isOneBased ? v - 1 : v) !== undefined;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
