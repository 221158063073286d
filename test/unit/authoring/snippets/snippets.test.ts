// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how tab stops are written.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slidesOf } from '../../../../src/core/authoring/snippets/insertSlide';
import { plainSnippet } from '../../../../src/core/authoring/snippets/snippetSyntax';
import {
  DIALECTS,
  fittingSnippets,
  insertSnippet,
  type Snippet,
  templateSnippet,
} from '../../../../src/core/authoring/snippets/snippets';
import { recognizeDeck } from '../../../../src/core/deck/dialects';
import { parseFrontMatter } from '../../../../src/core/deck/frontMatter';
import { dialectOf, NAMED_SETUPS, type SetupName } from '../../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../../src/core/deck/parseDeck';
import { renderSlide } from '../../../../src/core/render/renderSlide';
import { root } from '../../../vscode/paths';
import { ownSnippets } from './ownSnippets';

const snippets = ownSnippets();
const named = (name: string) => snippets.find((snippet) => snippet.name === name)!;

/** Without plain reveal.js, which has no vertical separator by itself. */
const NAMES = ['hedgedoc', 'reveal-md', 'reveal-blank-lines'] as const satisfies SetupName[];
const namesFor = ({ dialects }: Snippet) =>
  NAMES.filter((name) => dialects.includes(dialectOf(NAMED_SETUPS[name])));

/** What a snippet makes of an empty file. */
function alone({ place, body }: Snippet, dialect: SetupName): string {
  const options = { setup: dialect };
  const insertion = insertSnippet({ deck: parseDeck('', options), cursor: 0, options }, place, body);
  return plainSnippet(insertion!.snippet).text;
}

function rendered(snippet: Snippet, dialect: SetupName): string {
  return parseDeck(alone(snippet, dialect), { setup: dialect })
    .slides.map(
      ({ content }) =>
        renderSlide(content, {
          dialect: dialectOf(NAMED_SETUPS[dialect]),
          resolve: (url) => url,
          sourceLines: false,
        }).html,
    )
    .join('\n');
}

describe("Deckwright's snippets", () => {
  it('have unique prefixes in each dialect, under which they are found', () => {
    for (const dialect of DIALECTS) {
      const prefixes = snippets
        .filter(({ dialects }) => dialects.includes(dialect))
        .map(({ prefix }) => prefix);
      assert.deepEqual([...new Set(prefixes)], prefixes);
      for (const prefix of prefixes) assert.match(prefix, /^(deck|scs)-[a-z-]+$/);
    }
  });

  it('are each in a file that is shipped', () => {
    assert.deepEqual(readdirSync(join(root, 'snippets')), ['deck.code-snippets', 'scs.code-snippets']);
  });

  it('are in the format of VS Code', () => {
    for (const file of readdirSync(join(root, 'snippets'))) {
      const all = Object.values(JSON.parse(readFileSync(join(root, 'snippets', file), 'utf8')));
      for (const { scope, prefix, description, body } of all as Record<string, unknown>[]) {
        assert.equal(scope, 'markdown');
        for (const text of [prefix, description, ...(body as string[])]) assert.equal(typeof text, 'string');
      }
    }
  });

  it('make the slides they are written as, in each dialect', () => {
    for (const snippet of snippets.filter(({ place }) => place !== 'deck')) {
      for (const dialect of namesFor(snippet)) {
        const texts = parseDeck(alone(snippet, dialect), { setup: dialect }).slides.map(({ content }) =>
          content.text.trim(),
        );
        const written = slidesOf(plainSnippet(snippet.body).text).map(({ text }) => text.trim());
        assert.deepEqual(texts, written, `${snippet.name} in ${dialect}`);
      }
    }
  });

  it('make whole decks that are recognized as what they are', () => {
    const counts: Record<string, number> = {};
    for (const snippet of snippets.filter(({ place }) => place === 'deck')) {
      const text = alone(snippet, 'hedgedoc');
      const { isDeck, dialect } = recognizeDeck(text, parseFrontMatter(text));
      assert.deepEqual([isDeck, [dialect]], [true, snippet.dialects], snippet.name);
      counts[snippet.prefix] = parseDeck(text).slides.length;
    }
    assert.deepEqual(counts, {
      'deck-hedgedoc': 2,
      'deck-reveal-md': 2,
      'deck-reveal': 3,
      'scs-deck': 1,
      'scs-frontmatter': 1,
    });
  });

  it('show what they promise', () => {
    const show = (name: string, dialect: SetupName = 'hedgedoc') => rendered(named(name), dialect);
    assert.match(show('Picture slide'), /<img src="\.\/picture\.png"[^>]* width="600"/);
    assert.match(show('reveal.js picture slide', 'reveal-md'), /<img [^>]*width="600"/);
    assert.match(show('Two columns'), /display:\s*flex/);
    assert.match(show('Quote'), /<blockquote>/);
    assert.match(show('Speaker notes'), /<aside class="notes"/);
    assert.equal(show('Fragments').match(/<li class="fragment"/g)?.length, 3);
    assert.match(
      show('Code slide with steps', 'reveal-md'),
      /data-line-numbers="1".*data-line-numbers="2-3"/,
    );
    assert.match(show('Team section'), /<a href="https:\/\/github\.com\/todo"[^>]*>@todo<\/a>/);
    assert.match(show('SCS title block'), /One platform – standardized, built and operated by many\./);
  });

  it('repeat none of the mistakes that decks were copied with', () => {
    for (const { body, name } of snippets) {
      assert.doesNotMatch(body, /<\/br>|color:\s*"|parallaxBackground|â€“|size=\d+px/, name);
    }
  });
});

describe('Snippets are offered', () => {
  const prefixes = (text: string, request = { typed: true, aloneOnLine: true }, isDeck = true) => {
    const cursor = text.indexOf('|');
    const options = { setup: 'hedgedoc' as const };
    const deck = parseDeck(text.replace('|', ''), options);
    return fittingSnippets(snippets, { deck, cursor, options }, isDeck, request).map(({ prefix }) => prefix);
  };

  it('in the text of slides', () => {
    const offered = prefixes('# A\n\n|\n');
    assert.ok(offered.includes('scs-team') && offered.includes('deck-quote'));
    assert.ok(!offered.includes('scs-deck') && !offered.includes('deck-animate'));
  });

  it('as whole decks in an empty file', () => {
    const decks = ['deck-hedgedoc', 'deck-reveal-md', 'deck-reveal', 'scs-deck', 'scs-frontmatter'];
    assert.deepEqual(prefixes(' \n|\n', undefined, false), decks);
  });

  it('not in ordinary markdown', () => {
    assert.deepEqual(prefixes('# Readme\n\n|', undefined, false), []);
  });

  it('not in frontmatter, code, comments and style sheets', () => {
    for (const text of [
      '---\ntype: slide\n|\n---\n',
      '# A\n\n```\n|\n```\n',
      'a `x |` b',
      'A\n\n<!--\n|\n-->\n',
      '<style>\n|\n</style>\n',
      '<style>\na\n</sty|le>\n',
      'A <!-- b --|>\n',
    ]) {
      assert.deepEqual(prefixes(text), [], text);
    }
  });

  it('after other text on the line only where they belong there', () => {
    assert.deepEqual(prefixes('* item |\n', { typed: true, aloneOnLine: false }), ['deck-fragment']);
  });

  it('as notes only once, because two make none', () => {
    assert.ok(prefixes('A\n\n|').includes('deck-notes'));
    assert.ok(!prefixes('A\n\n|\n\nNote: x').includes('deck-notes'));
  });

  it('by commands for new slides, wherever the cursor is', () => {
    const offered = prefixes('---\n|type: slide\n---\n\n# A\n', { typed: false, aloneOnLine: true });
    assert.ok(offered.includes('scs-team') && !offered.includes('deck-quote'));
  });
});

describe('A template of one’s own', () => {
  const place = (text: string) => templateSnippet('My Talk!', 'x', text).place;

  it('is a deck, slides or text depending on how it begins', () => {
    assert.equal(place('---\ntitle: ${1:Title}\n---\n\n# A\n'), 'deck');
    assert.equal(place('\ufeff---\r\ntype: slide\r\n---\r\n'), 'deck');
    assert.equal(place('# Team\r\n\r\n----\r\n\r\n## Topic\r\n'), 'column');
    assert.equal(place('<!-- .slide: data-background="a.png" -->\n\n## Topic\n'), 'next');
    assert.equal(place('a\n\n---\n\nb\n'), 'next');
    assert.equal(place('> quote\n'), 'block');
    assert.equal(place(`${'<!-- a --> '.repeat(1000)}x`), 'block');
  });

  it('has a prefix made of its name', () => {
    assert.equal(templateSnippet('Über uns: 2026!', '', 'x').prefix, 'deck-über-uns-2026');
  });
});
