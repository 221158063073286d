import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn, root } from '../vscode/paths';

/** The rooms of core, from the bottom up. Each uses only those before it. */
const ROOMS = [
  'text',
  'files',
  'deck',
  'options',
  'config',
  'setup',
  'markdown',
  'markup',
  'archive',
  'summary',
  'edit',
  'present',
  'community',
  'hedgedoc',
  'handout',
  'render',
  'compare',
  'page',
  'lint',
  'authoring',
];

/** One folder for each thing the user sees. They share services, and never import each other. */
const FEATURES = [
  'archive',
  'authoring',
  'compare',
  'diagnostics',
  'export',
  'hedgedoc',
  'outline',
  'present',
  'preview',
];

interface Import {
  /** Path of the file from src, with `/` between folders. */
  readonly from: string;
  /** What it imports: a path from src, or the name of a package. */
  readonly to: string;
}

/** What pages know of the host. */
const MESSAGES = ['slides/messages.ts', 'compare/messages.ts', 'present/messages.ts', 'preview/messages.ts'];

const source = join(root, 'src');
const FOLDERS = foldersIn(source);
const imports = sourcesIn('src').flatMap(importsOf);

/** The TypeScript files in a folder of the project, as paths from src. */
function sourcesIn(folder: string): string[] {
  return filesIn(folder, '.ts').map((path) => path.slice('src/'.length));
}

function foldersIn(path: string): string[] {
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function importsOf(from: string): Import[] {
  const text = readFileSync(join(source, from), 'utf8');
  const specifiers = text.matchAll(/\b(?:from|import|require)\s*\(?\s*'([^']+)'/g);
  return [...specifiers].map(([, specifier = '']) => ({ from, to: resolved(from, specifier) }));
}

function resolved(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = join(dirname(from), specifier).replaceAll('\\', '/');
  const candidates = [path, `${path}.ts`, `${path}/index.ts`];
  // Built files, such as a bundle of the command line, stay as they are written.
  return (
    candidates.find((each) => statSync(join(source, each), { throwIfNoEntry: false })?.isFile()) ?? specifier
  );
}

/** The folder of src that a path belongs to; undefined for packages and for the files beside the folders. */
const folderOf = (path: string) => /^([^/@]+)\//.exec(path)?.[1];
const roomOf = (path: string) => /^core\/([^/]+)\//.exec(path)?.[1];

function offenders(isForbidden: (each: Import) => boolean): string[] {
  return imports.filter(isForbidden).map(({ from, to }) => `${from} imports ${to}`);
}

describe('The walls between the parts of the source', () => {
  it('give each room of core access to the rooms below it', () => {
    const above = ({ from, to }: Import) => {
      const [room, used] = [roomOf(from), roomOf(to)];
      return room !== undefined && used !== undefined && ROOMS.indexOf(used) > ROOMS.indexOf(room);
    };
    assert.deepEqual(offenders(above), []);
  });

  it('name every room of core', () => {
    assert.deepEqual(foldersIn(join(source, 'core')).sort(), [...ROOMS].sort());
  });

  it('keep core to itself, without VS Code and without Node', () => {
    const isForeign = (to: string) =>
      to === 'vscode' ||
      to.startsWith('node:') ||
      FOLDERS.some((name) => name !== 'core' && folderOf(to) === name);
    assert.deepEqual(
      offenders(({ from, to }) => folderOf(from) === 'core' && isForeign(to)),
      [],
    );
  });

  it('keep the features apart', () => {
    const other = ({ from, to }: Import) => {
      const [feature = '', used = ''] = [folderOf(from), folderOf(to)];
      return FEATURES.includes(feature) && FEATURES.includes(used) && feature !== used;
    };
    assert.deepEqual(offenders(other), []);
  });

  it('keep the pages from the host: they know only its messages', () => {
    const isPage = (path: string) => /^(?:(?:present|preview|slides)\/webview|page)\//.test(path);
    const mayUse = (to: string) => isPage(to) || folderOf(to) === 'core' || MESSAGES.includes(to);
    const fromHost = ({ from, to }: Import) =>
      isPage(from) &&
      (to === 'vscode' || to.startsWith('node:') || (FOLDERS.includes(folderOf(to) ?? '') && !mayUse(to)));
    assert.deepEqual(offenders(fromHost), []);
  });
});

describe('What core exports', () => {
  /** An export and the line before it. Rules describe themselves, and their documents are about them. */
  const EXPORT = /(?:^|\n)([^\n]*)\nexport (?:async )?(?:function\*?|interface|type|const|class) (\w+)/g;

  it('has a docstring', () => {
    const files = sourcesIn('src/core').filter(
      (file) => !file.startsWith('core/lint/rules/') && !file.endsWith('.d.ts'),
    );
    const without = files.flatMap((file) => {
      const text = `\n${readFileSync(join(source, file), 'utf8')}`;
      const exports = [...text.matchAll(EXPORT)].filter(([, before = '']) => !before.endsWith('*/'));
      return exports.map(([, , name]) => `${file}: ${name}`);
    });
    assert.deepEqual(without, []);
  });
});
