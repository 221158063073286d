import { render, revealHtml } from '../../unit/render/rendering';
import { timed } from '../measure';
import type { Growth, Pattern } from './growth';

const PATTERNS: Record<string, Pattern> = {
  'blanks in a tag': ['<a ', () => ' b', '>'],
  'tags of many attributes': ['', () => `<a ${' b'.repeat(150)}>`],
  'quotes in a tag': ['<a b', () => '="'],
  'open tags': ['', () => '<'],
  'open comments': ['', () => '<!--'],
  'keywords in a comment': ['<!-- ', () => '.slide: ', '-->'],
  'attributes in a comment': ['<!-- .slide: ', (index) => `a${index}="b" `, '-->'],
  'half attributes in a comment': ['<!-- .slide: ', () => 'a="b', '-->'],
  'open formulas': ['', () => '\\\\('],
  'open environments': ['', (index) => `\\begin{a${index}}`],
  'environments that end too late': ['', (index) => `\\begin{a${index}}`, '\\end{zz}'],
  'open embeds': ['', () => '{%pdf https://a '],
  colons: ['', () => ':a'],
  'open pictures': ['', () => '![a](b =1x1'],
  'open brackets': ['', () => '['],
  'open names': ['> ', () => '[name='],
  'unclosed formatting': ['', (index) => `<p><b id=${index}>x\n\n`],
  'misnested formatting': ['', (index) => `<div><b id=${index}></div>`],
  'deep nesting': ['', () => '<div>'],
  'text in tables': ['<table>', () => '<i>a</i>'],
  footnotes: ['', (index) => `x[^${index}]\n\n[^${index}]: a\n\n`],
  abbreviations: ['', (index) => `*[a${index}]: b\n`],
  'open url()': ['<style>', () => 'url(', '</style>'],
  'blanks in url()': ['<style>url(', () => ' ', '</style>'],
  'open CSS comments': ['<style>', () => '/*', '</style>'],
  imports: ['<style>', () => '@import ', '</style>'],
  'brackets in an info string': ['```js ', () => '['],
  'blanks in an info string': ['```js [x', () => ' '],
  'mail addresses': ['', () => 'a@'],
  'open addresses': ['', () => 'http://a.b/('],
  'wide tables': [`${'|a'.repeat(1000)}\n${'|-'.repeat(1000)}\n`, () => '|x\n'],
};

/** Where the patterns of reveal.js's library read on to the end of the text. */
const REVEAL_PATTERNS: Record<string, Pattern> = {
  ...PATTERNS,
  stars: ['', () => '*a '],
  underscores: ['', () => ' _a'],
  tildes: ['', () => '~a '],
  backticks: ['', () => '` a '],
  links: ['', () => '[a]('],
  addresses: ['', () => 'https://a.b '],
  escapes: ['', () => '\\*'],
  quotes: ['', (index) => `${'>'.repeat(index % 50)}\n`],
  lists: ['', () => '- a\n'],
  'lists in lists': ['', (index) => `${' '.repeat(2 * (index % 50))}- a\n`],
  tables: ['|a|b|\n|-|-|\n', () => '|a|b|\n'],
  headings: ['', () => '# a\n'],
  'indented slides': ['\n\n\n', () => '  a'],
  'a picture in the text': ['![](data:image/png;base64,', () => 'abcd/+1', ')'],
};

export const revealGrowth: Growth = {
  title: 'Rendering a slide of reveal.js',
  size: 20_000,
  patterns: REVEAL_PATTERNS,
  work: (text) => timed(() => revealHtml(text)),
};

export const renderGrowth: Growth = {
  title: 'Rendering a slide',
  size: 20_000,
  patterns: PATTERNS,
  work: (text) => timed(() => render(text)),
};
