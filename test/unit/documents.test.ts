import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn, root } from '../vscode/paths';

interface Command {
  readonly command: string;
  readonly title: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus: { readonly commandPalette: readonly { command: string; when: string }[] };
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

const { contributes } = JSON.parse(text('package.json')) as Manifest;
const names = JSON.parse(text('package.nls.json')) as Record<string, string>;

/** For contributors to Deckwright. */
const internal = ['CONTRIBUTING.md', 'SECURITY.md', ...filesIn('docs', '.md')];

/** Build output is not among them: it need not exist. */
const FOLDERS = ['src', 'test', 'build', 'media', 'docs', 'l10n', 'snippets', '.github', '.vscode'];

function text(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Code shows what decks may contain. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^( *)```.*\n[\s\S]*?^\1```$/gm, '').replace(/`[^`\n]*`/g, '');
}

/** The anchors that GitHub gives to a document's headings. */
function anchorsOf(path: string): string[] {
  const headings = text(path).matchAll(/^#{1,6} (.+)$/gm);
  return Array.from(headings, ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The section of the README with this heading, up to the next. */
function section(heading: string): string {
  return text('README.md').split(`\n## ${heading}\n`)[1]!.split('\n## ')[0]!;
}

describe('The documents', () => {
  for (const document of ['README.md', ...internal]) {
    it(`link only to files and headings that exist: ${document}`, () => {
      const links = withoutCode(text(document)).matchAll(
        /\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)/g,
      );
      const lost = [...links].filter(([, path = '', anchor]) => {
        const target = path === '' ? document : join(dirname(document), path);
        if (!existsSync(join(root, target))) return true;
        return anchor !== undefined && !anchorsOf(target).includes(anchor);
      });
      assert.deepEqual(
        lost.map(([link]) => link),
        [],
      );
    });
  }

  // The guides name files that their readers create.
  for (const document of internal.filter((path) => !path.includes('/adding-a-'))) {
    it(`name only files and folders that exist: ${document}`, () => {
      const paths = Array.from(text(document).matchAll(/`([\w.-]+\/[\w./-]*)`/g), ([, path = '']) => path);
      const own = paths.filter((path) => FOLDERS.includes(path.split('/')[0]!));
      assert.deepEqual(
        own.filter((path) => !existsSync(join(root, path))),
        [],
      );
    });
  }
});

describe('The README', () => {
  it('lists every command of the palette by its title', () => {
    const hidden = contributes.menus.commandPalette.filter(({ when }) => when === 'false');
    const commands = contributes.commands.filter(
      ({ command }) => !hidden.some((each) => each.command === command),
    );
    const table = section('Commands');
    const titles = commands.map(({ title }) => names[title.replaceAll('%', '')]!);
    // Whole titles, in the first column: `Select Slide` is not the `Select Slide Deck Dialect…` beside it.
    const listed = [...table.matchAll(/^\| (.+?) \|/gm)].map(([, cell]) => `, ${cell}, `);
    assert.deepEqual(
      titles.filter((title) => !listed.some((cell) => cell.includes(`, ${title}, `))),
      [],
    );
  });

  it('lists every setting with its default', () => {
    const table = section('Settings');
    const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
    const rows = Object.entries(contributes.configuration.properties).map(
      ([name, setting]) => `| \`${name}\` | \`${shown(setting.default)}\` |`,
    );
    assert.deepEqual(
      rows.filter((row) => !table.includes(row)),
      [],
    );
  });
});
