/**
 * Writes THIRD_PARTY_NOTICES.md: `node build/thirdPartyNotices.mjs`. It names every package that esbuild puts
 * into a bundle; what those packages bundle themselves, which cannot be looked up; and what slideStyles.mjs
 * and emoji.mjs use.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const { bundles } = require('../esbuild.js');
const root = fileURLToPath(new URL('..', import.meta.url));
export const noticesFile = join(root, 'THIRD_PARTY_NOTICES.md');

/**
 * @typedef {object} Work
 * @property {string} name
 * @property {string} version
 * @property {string} licence
 * @property {string[]} copyright
 * @property {string} text of the license, without the copyright
 */

/** Holders for packages without a license file or a copyright line. */
const HOLDERS = {
  '@cfworker/json-schema': '(c) Jeremy Danyow and contributors',
  dompurify: '(c) Cure53 and other contributors',
  jszip: '(c) 2009-2016 Stuart Knightley, David Duponchel, Franz Buchinger, António Afonso',
  khroma: '(c) 2019-present Fabio Spampinato, Andrew Maney',
  'mathjax-full': '(c) 2009-2022 The MathJax Consortium',
  mermaid: '(c) 2014 Knut Sveidqvist',
  mhchemparser: '(c) 2015-2023 Martin Hensel',
  micromark: '(c) Titus Wormer',
  'puppeteer-core': '(c) 2017 Google Inc.',
};

/**
 * What packages or our style sheets contain that is not a package here: name, version, license, copyright.
 */
const WITHIN = {
  'reveal.js': [
    ['fitty, in reveal.js', '2.4', 'MIT', '(c) Rik Schennink'],
    ['marked, in reveal.js', '17', 'MIT', '(c) 2018+ MarkedJS, (c) 2011-2018 Christopher Jeffrey'],
    ['reveal.js 3, rules in hedgedoc.css', '3.9.2', 'MIT', '(c) 2020 Hakim El Hattab'],
    [
      'reveal.js 5, values in themes',
      '5.1.0',
      'MIT',
      '(c) 2011-2024 Hakim El Hattab, http://hakim.se, and reveal.js contributors',
    ],
    ['Bootstrap, rules in hedgedoc.css', '3.3.7', 'MIT', '(c) 2011-2016 Twitter, Inc.'],
    ['normalize.css, rules in hedgedoc.css', '3.0.3', 'MIT', '(c) Nicolas Gallagher and Jonathan Neal'],
    ['Fluent Emoji, in emoji.json', iconSet('fluent-emoji-flat'), 'MIT', '(c) Microsoft Corporation'],
    ['Flagpack, in emoji.json', iconSet('flagpack'), 'MIT', '(c) 2021 Yummygum'],
    ['emojify.js, rules in hedgedoc.css', '1.1.0', 'MIT', '(c) 2014 Hassan Khan'],
    ['Prism, rules in hedgedoc.css', '1.30', 'MIT', '(c) 2012 Lea Verou'],
    ['Monokai, code colours', '', 'MIT', 'ported by Luigi Maselli'],
    ['Zenburn (base16), code colours', '', 'MIT', 'elnawe'],
    ['mitt, in puppeteer-core', '', 'MIT', '(c) 2021 Jason Miller'],
    ['Parsel, in puppeteer-core', '', 'MIT', '(c) 2020 Lea Verou'],
    ['URLPattern polyfill, in puppeteer-core', '', 'MIT', '(c) 2020 Intel Corporation'],
    [
      'Expat, in viz.js',
      '2.2.5',
      'MIT',
      '(c) Thai Open Source Software Center Ltd, Clark Cooper, Expat maintainers',
    ],
    ['regenerator-runtime, in DOMPurify', '', 'MIT', '(c) 2014-present Facebook, Inc.'],
    [
      'parts of cytoscape',
      '',
      'MIT',
      '(c) Ralf S. Engelschall, Gaetan Renaudeau, Koen Bok, jQuery contributors',
    ],
  ],
  'highlight.js': [['Zenburn, rules in hedgedoc.css', '', 'BSD-3-Clause', '(c) Vladimir Epifanov']],
  'mathjax-full': [
    ['eve, in Raphaël', '0.5', 'Apache-2.0', '(c) 2013 Adobe Systems Incorporated'],
    [
      'RxJS, in puppeteer-core',
      '',
      'Apache-2.0',
      '(c) 2015-2018 Google, Inc., Netflix, Inc., Microsoft Corp. and contributors',
    ],
  ],
};

const GRAPHVIZ = `## Graphviz 2.40.1, in viz.js

dist/page/graphviz.js holds Graphviz, (c) AT&T Intellectual Property and others, compiled to JavaScript, under the
Eclipse Public License 1.0 (https://www.eclipse.org/legal/epl-v10.html). Its source is at https://graphviz.org, that
of the compilation at https://github.com/mdaines/viz.js. Its contributors disclaim all warranties and all liability;
whatever Deckwright's licence says beyond theirs is offered by Deckwright alone.
`;

/** @returns {Promise<string>} */
export async function thirdPartyNotices() {
  const works = (await bundledPackages()).map(readWork);
  for (const [like, within] of Object.entries(WITHIN)) {
    const text = works.find(({ name }) => name === like)?.text;
    if (!text) throw new Error(`${like} is not bundled any more: see to what is named with it.`);
    for (const [name, version, licence, copyright] of within) {
      works.push({ name, version, licence, copyright: [copyright], text });
    }
  }
  works.push(...fonts());
  works.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  const rows = works.map(
    ({ name, version, licence, copyright }) =>
      `| ${name} | ${version} | ${licence} | ${copyright.join('; ')} |`,
  );
  return [
    '# What others made and Deckwright ships',
    'Written by `node build/thirdPartyNotices.mjs`; a unit test tells when it has to be run again.',
    ['| work | version | licence | copyright |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    GRAPHVIZ.trim(),
    ...licenseTexts(works),
  ]
    .join('\n\n')
    .concat('\n');
}

/** @returns {Promise<string[]>} the folders of all packages that contribute to a bundle */
async function bundledPackages() {
  const quick = { absWorkingDir: root, write: false, minify: false, sourcemap: false, logLevel: 'error' };
  const folders = new Set();
  for (const bundle of bundles) {
    const { metafile } = await build({ ...bundle, ...quick, metafile: true });
    for (const { inputs } of Object.values(metafile.outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
        if (folder && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  return [...folders].sort();
}

/** @param {string} folder @returns {Work} */
function readWork(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const licenseFile = readdirSync(join(root, folder)).find((entry) =>
    /^licen[cs]e(\.(md|txt))?$|^licen[cs]e-mit/i.test(entry),
  );
  const licence = licenseFile ? readFileSync(join(root, folder, licenseFile), 'utf8') : '';
  const { copyright, text } = splitLicense(licence || (license === 'Apache-2.0' ? apache() : mit()));
  const family = name.replace(/^micromark-.*/, 'micromark');
  const holder = HOLDERS[/** @type {keyof typeof HOLDERS} */ (family)];
  const own = holder ? [holder] : copyright;
  if (own.length === 0 || (!licence && !holder)) throw new Error(`${name}: whose is it? Add it to HOLDERS.`);
  // Of several licenses, the one that is ours.
  const chosen = license?.replace(/^\(MIT OR .*\)$/, 'MIT') ?? 'MIT';
  return { name, version, licence: chosen, copyright: own, text };
}

/** The MIT license, for packages that name it without including its text. */
function mit() {
  const { text } = splitLicense(
    readFileSync(require.resolve('reveal.js').replace(/dist.*/, 'LICENSE'), 'utf8'),
  );
  return text;
}

/** The Apache license, likewise. */
function apache() {
  return readFileSync(join(root, 'node_modules/mathjax-full/LICENSE'), 'utf8');
}

/**
 * The version of an Iconify icon package, which comes without the text of its license. @param {string} name
 */
function iconSet(name) {
  const { version, license } = require(`@iconify-json/${name}/package.json`);
  if (license !== 'MIT') throw new Error(`${name} has another licence now.`);
  return version;
}

/** @param {string} licence */
function splitLicense(licence) {
  const isCopyright = (/** @type {string} */ line) =>
    /^\W*(?:copyright|©)/i.test(line) &&
    !/copyright (?:notice|holder|owner|licen|law|and related|\[)|above copyright|statement/i.test(line);
  const lines = licence.replace(/\r/g, '').split('\n');
  const copyright = lines.filter(isCopyright).map((line) =>
    line
      .replace(/^\W*copyright:?\s*/i, '')
      .replace(/^(?:\(c\)|©)?\s*/i, '(c) ')
      .replace(/[\s.]*$/, ''),
  );
  const rest = lines.filter((line) => !isCopyright(line) && !isTitle(line)).join('\n');
  return { copyright, text: rest.replace(/\n{3,}/g, '\n\n').trim() };
}

/** @param {string} line */
function isTitle(line) {
  return /^\W*(?:the )?(?:mit|isc|bsd 3-clause) licen[cs]e\W*(?:\(?(?:mit|isc)\)?\W*)?$/i.test(line);
}

/** @returns {Work[]} */
function fonts() {
  const ofl = (/** @type {string} */ text) => text.slice(text.search(/PREAMBLE/)).trim();
  const forkAwesome = require.resolve('fork-awesome/css/fork-awesome.css').replace(/css.*/, 'LICENSES');
  const licences = readFileSync(forkAwesome, 'utf8');
  const text = `SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007\n\n${ofl(licences)}`;
  const { version } = require('fork-awesome/package.json');
  return [
    [
      'League Gothic',
      '',
      '(c) 2010 Caroline Hadilaksono and Micah Rich, with Reserved Font Name “League Gothic”',
    ],
    ['Source Sans Pro', '', '(c) 2010, 2012 Adobe Systems Incorporated, with Reserved Font Name “Source”'],
    ['Fork Awesome, font', version, '(c) 2018 Fork Awesome, with Reserved Font Name “Fork Awesome”'],
  ]
    .map(([name = '', number = '', holder = '']) => ({
      name,
      version: number,
      licence: 'OFL-1.1',
      copyright: [holder],
      text,
    }))
    .concat({
      name: 'Fork Awesome, style sheet',
      version,
      licence: 'MIT',
      copyright: ['(c) 2018 Dave Gandy & Fork Awesome'],
      text: mit(),
    });
}

/** Every text once, below the names of everything it applies to. @param {Work[]} works */
function licenseTexts(works) {
  /** @type {Map<string, Work[]>} */
  const groups = new Map();
  for (const work of works) {
    const key = work.text.toLowerCase().replace(/[^a-z0-9]+/g, ' ');
    groups.set(key, [...(groups.get(key) ?? []), work]);
  }
  return [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .map((group) => {
      const names = group.map(({ name, version }) => `${name} ${version}`.trim());
      const licences = [...new Set(group.map(({ licence }) => licence))].join(', ');
      return `## ${licences}\n\nFor ${names.join('; ')}:\n\n\`\`\`text\n${group[0]?.text}\n\`\`\``;
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  thirdPartyNotices().then((notices) => writeFileSync(noticesFile, notices));
}
