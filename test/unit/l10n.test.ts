import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BY_STATUS, TROUBLE_WORDS } from '../../src/core/archive/troubleInWords';
import { readSnippets } from '../../src/core/authoring/snippets/snippets';
import { REASONS } from '../../src/core/deck/dialects';
import { PROBLEMS } from '../../src/core/deck/problems';
import { FAULT_WORDS } from '../../src/core/files/faultWords';
import { UNAPPLIED } from '../../src/core/options/unapplied';
import { BROWSER_TROUBLES } from '../../src/export/browser/browserError';
import { SITE_WORDS } from '../../src/export/site/siteWords';
import { TROUBLES } from '../../src/export/words';
import { root } from '../vscode/paths';
import { readSourceTexts } from './sourceTexts';

type Texts = Record<string, string>;

/** Where texts passed to `vscode.l10n.t` come from if not from the call itself. */
const computedTexts: Record<string, () => string[]> = {
  'src/authoring/dialectStatus.ts: vscode.l10n.t(reason)': () => Object.values(REASONS),
  'src/authoring/hover/documentation.ts: vscode.l10n.t(text)': optionTexts,
  'src/authoring/insertSection.ts: vscode.l10n.t(snippet.name)': () => snippets().map(({ name }) => name),
  'src/authoring/insertSection.ts: vscode.l10n.t(snippet.description)': () =>
    snippets().map(({ description }) => description),
  'src/authoring/snippetCompletion.ts: vscode.l10n.t(snippet.name)': () => snippets().map(({ name }) => name),
  'src/authoring/snippetCompletion.ts: vscode.l10n.t(snippet.description)': () =>
    snippets().map(({ description }) => description),
  'src/services/remote.ts: vscode.l10n.t(FAULT_WORDS[fault], host, plainText(detail))': () =>
    Object.values(FAULT_WORDS),
  'src/services/troubleInWords.ts: translate: vscode.l10n.t': () => [
    ...Object.values(TROUBLE_WORDS),
    ...Object.values(BY_STATUS),
  ],
  'src/slides/deckMessages.ts: vscode.l10n.t(template, ...values)': () => Object.values(PROBLEMS),
  'src/slides/deckMessages.ts: vscode.l10n.t(template, name)': () => Object.values(UNAPPLIED),
  'src/export/failure.ts: vscode.l10n.t(template, ...values)': () => Object.values(BROWSER_TROUBLES),
  'src/export/surroundings.ts: translate: vscode.l10n.t': () => Object.values(TROUBLES),
  'src/export/site/siteCommand.ts: siteWords(vscode.l10n.t, vscode.env.language)': () =>
    Object.values(SITE_WORDS),
};

/** Texts that look meant for the user, but are names, code, or only ever seen in the log. */
const notTranslated = [
  'src/export/browser/firstSlides.ts: .reveal :is(.controls, .progress, .slide-number) { display: none !important }',
  'src/export/browser/firstSlides.ts: TargetCloseError',
  'src/export/site/siteCommand.ts: Taken',
  'src/authoring/selectDialect.ts: HedgeDoc',
  'src/authoring/selectDialect.ts: mkslides',
  'src/authoring/selectDialect.ts: reveal-md',
  'src/authoring/selectDialect.ts: reveal.js',
  'src/authoring/selectDialect.ts: vscode-reveal',
  'src/authoring/hover/references.ts: img',
  'src/authoring/newDeck/plainDeck.ts: reveal-md',
  'src/authoring/newDeck/plainDeck.ts: reveal.js',
  'src/authoring/snippetLibrary.ts: larger than ',
  'src/authoring/snippetLibrary.ts: not a regular file',
  'src/export/browser/absent.ts: This build does not read markup.',
  'src/export/browser/browserError.ts: BrowserError',
  'src/export/browser/withPage.ts: TargetCloseError',
  'src/outline/slideItems.ts: home',
  'src/services/explainDeck.ts: type: slide',
  'src/preview/previews.ts: no document',
  'src/present/presentations.ts: no document',
  'src/present/presentations.ts: no text',
  'src/compare/webview/main.ts: .slides section.present:not(.stack)',
  'src/compare/webview/marks.ts: aside.notes, style, script, svg, .katex-mathml',
  'src/slides/webview/stylesheets.ts: not all',
  // The command line speaks English.
  'src/remote/proxies.ts: The proxy of the environment has no http:// address.',
  'src/remote/overSockets.ts: gzip, br',
  'src/slides/webview/culprits.ts: img, svg, video, canvas, pre, table',
  'src/slides/webview/culprits.ts: pre, span.mathjax',
  'src/slides/webview/culprits.ts: svg, canvas',
  'src/slides/webview/culprits.ts: ul, ol, dl',
  'src/slides/webview/deckView.ts: .slides section',
  'src/slides/webview/finishing.ts: The code highlighter could not be loaded.',
  'src/slides/webview/revealDeck.ts: .slides section',
];

/** The texts that are the same in German. */
const sameInGerman = [
  'Branch…',
  'Frontmatter: {0}',
  'Tag…',
  '1 fragment',
  '1 link',
  'link',
  '1 problem',
  '1 video',
  'code',
  'text',
  'Deckwright',
  'Fragment',
  'Project Board',
  '{0} kB',
  '{0} links',
  '{0} videos',
];

describe('German user interface', () => {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const manifestTexts = readJson('package.nls.json');
  const manifestGerman = readJson('package.nls.de.json');
  const { l10n: folder } = JSON.parse(manifest) as { l10n: string };
  const german = readJson(join(folder, 'bundle.l10n.de.json'));
  let source: ReturnType<typeof readSourceTexts>;
  let texts: Set<string>;

  before(function () {
    this.timeout(60_000); // TypeScript reads the whole project
    source = readSourceTexts();
    const computed = source.computed.flatMap((place) => computedTexts[place]?.() ?? []);
    texts = new Set([...source.localized, ...computed]);
  });

  it('has every text of the manifest, and no other', () => {
    assert.deepEqual(differences(Object.keys(manifestTexts), Object.keys(manifestGerman)), []);
  });

  it('is named in the manifest by keys that exist, and all of them', () => {
    const used = Array.from(manifest.matchAll(/"%([^%"]+)%"/g), ([, key]) => key!);
    assert.deepEqual(differences(used, Object.keys(manifestTexts)), []);
  });

  it('omits no title or description of the manifest', () => {
    const shown = /^ *"(title|label|category|contents|altText|(\w+D|d)escription|name)": "([^%"][^"]*)",?$/gm;
    const bare = Array.from(
      manifest.slice(manifest.indexOf('"contributes"')).matchAll(shown),
      ([, , , text]) => text!,
    );
    assert.deepEqual(differences(bare, ['Deckwright', 'deckwright']), []);
  });

  it('has every text that the sources localize, and no other', () => {
    assert.deepEqual(differences([...texts], Object.keys(german)), []);
  });

  it('knows where the texts are that are not in the call itself', () => {
    assert.deepEqual(differences(source.computed, Object.keys(computedTexts)), []);
  });

  it('misses no text of the sources', () => {
    const bare = source.bare.filter((place) => !texts.has(place.slice(place.indexOf(': ') + 2)));
    assert.deepEqual(differences(bare, notTranslated), []);
  });

  it('keeps placeholders, icons, links of commands and code as they are', () => {
    for (const [english, translation] of pairs())
      assert.deepEqual(marks(translation), marks(english), translation);
  });

  it('translates everything except what is the same in German', () => {
    const same = pairs().flatMap(([english, translation]) =>
      english.toLowerCase() === translation.toLowerCase() ? [english] : [],
    );
    assert.deepEqual(differences(same, sameInGerman), []);
  });

  it('begins, ends and breaks lines as the English text does', () => {
    const shape = (text: string) =>
      [/^\s*/, /[\s:…?]*$/].map((end) => end.exec(text)![0]).concat(`${text.split('\n').length}`);
    for (const [english, translation] of pairs())
      assert.deepEqual(shape(translation), shape(english), translation);
  });

  function pairs(): [string, string][] {
    const ofManifest = Object.entries(manifestTexts).map(([key, text]): [string, string] => [
      text,
      manifestGerman[key] ?? '',
    ]);
    return [...ofManifest, ...Object.entries(german)];
  }
});

function readJson(name: string): Texts {
  return JSON.parse(readFileSync(join(root, name), 'utf8')) as Texts;
}

/** What is in only one of the lists. */
function differences(expected: readonly string[], actual: readonly string[]): string[] {
  const [wanted, there] = [new Set(expected), new Set(actual)];
  const missing = [...wanted].filter((text) => !there.has(text)).map((text) => `missing: ${text}`);
  const stale = [...there].filter((text) => !wanted.has(text)).map((text) => `stale: ${text}`);
  return [...missing, ...stale].sort();
}

/** What VS Code or markdown reads in a text; in any order, since word order differs. */
function marks(text: string): string[] {
  return (text.match(/\{\w+\}|\$\([\w~-]+\)|\(command:[^)]*\)|`[^`]*`|---+/g) ?? []).sort();
}

function snippets(): ReturnType<typeof readSnippets> {
  const files = readdirSync(join(root, 'snippets'));
  return files.flatMap((name) => readSnippets(readFileSync(join(root, 'snippets', name), 'utf8')));
}

/** The descriptions in the tables of options and attributes. */
function optionTexts(): string[] {
  const found: string[] = [];
  for (const name of ['deck.schema.json', 'attributes.json']) {
    JSON.parse(readFileSync(join(root, 'src/core/options', name), 'utf8'), (key, value) => {
      if (key === 'description' && typeof value === 'string') found.push(value);
      if (key === 'enumDescriptions') found.push(...value);
      return value;
    });
  }
  return found;
}
