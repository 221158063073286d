// Writes what is generated from the rules: `npm run docs`. A unit test fails if any of it is out of date.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import schema from '../src/core/config/config.schema.json';
import type { FixKind, Rule, RuleDocs } from '../src/core/lint/rule';
import { RULES } from '../src/core/lint/rules';

const root = resolve(__dirname, '..');
const pages = 'docs/rules';
const schemaFile = 'src/core/config/config.schema.json';
const BEGIN = '<!-- The rules: written by `npm run docs`. -->';
const END = '<!-- End of the rules. -->';

/** Pages written by hand: findings that are not rules, but whose codes lead here too. */
export const WRITTEN_PAGES = ['invalid-configuration', 'unreadable-file'];

/** Loads what a rule's file exports for its page. */
export async function docsOf(id: string): Promise<RuleDocs> {
  const { docs } = (await import(`../src/core/lint/rules/${id}`)) as { docs?: RuleDocs };
  if (!docs) throw new Error(`src/core/lint/rules/${id}.ts does not export docs.`);
  return docs;
}

/** The text of every generated file, by its path from the root of the repository. */
export async function generatedDocs(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const rule of RULES) files.set(`${pages}/${rule.id}.md`, page(rule, await docsOf(rule.id)));
  files.set(`${pages}/README.md`, index());
  files.set('README.md', between(read('README.md'), table(`${pages}/`)));
  files.set(schemaFile, withRules(read(schemaFile)));
  return files;
}

/** Pages in `docs/rules` that do not belong to a rule, by path from the root. */
export function strayPages(): string[] {
  const known = ['README', ...WRITTEN_PAGES, ...RULES.map(({ id }) => id)].map((name) => `${name}.md`);
  return readdirSync(join(root, pages))
    .filter((name) => !known.includes(name))
    .map((name) => `${pages}/${name}`);
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

const FIXES: Readonly<Record<FixKind, string>> = {
  safe: 'safe (slides look as before)',
  visible: 'visible (slides look different)',
  offered: 'offered (yours to choose)',
};

function page(
  { id, severity, dialects, fixes, description }: Rule,
  { why, example, settings, spared, verdict }: RuleDocs,
) {
  const { given, before, after } = example;
  return paragraphs(
    `<!-- Written by \`npm run docs\` from src/core/lint/rules/${id}.ts. -->`,
    `# ${id}`,
    description,
    list([
      `Severity: ${severity}`,
      `Decks: ${dialects === 'all' ? 'all' : 'HedgeDoc'}`,
      `Fix: ${fixes.map((kind) => FIXES[kind]).join(', ') || 'by hand'}`,
    ]),
    '## Why it matters',
    why,
    '## Example',
    given,
    'Before:',
    code(before),
    after && 'After:',
    after && code(after),
    '## What it leaves alone',
    spared,
    '## Should it stop a commit?',
    verdict,
    '## Configuration',
    `Set the severity in [\`.deckwright.json\`](../../README.md#configuration) to ${severities()}:`,
    `\`\`\`json\n{ "rules": { "${id}": "off" } }\n\`\`\``,
    settings && 'These settings affect the rule too:',
    settings && list(settings.map((name) => `\`${name}\`: ${schema.properties[name].description}`)),
    'To silence the rule in one place, write a comment on the line above:',
    code(`<!-- deckwright-disable-next-line ${id} -->`),
    'For whole lines, ranges, frontmatter and style sheets, see [Rules](../../README.md#rules).',
  );
}

function index(): string {
  const others = WRITTEN_PAGES.map((id) => `[\`${id}\`](${id}.md)`).join(' and ');
  return paragraphs(
    '<!-- Written by `npm run docs`. -->',
    '# Rules',
    'What each rule finds, why it matters, and how to configure it. ' +
      'To add one, see [Adding a rule](../adding-a-rule.md).',
    table(''),
    `Two findings are not rules and cannot be turned off: ${others}.`,
  );
}

function table(folder: string): string {
  const rows = RULES.map(({ id, severity, dialects, fixes, description }) => [
    `[\`${id}\`](${folder}${id}.md)`,
    severity,
    dialects === 'all' ? 'all' : 'HedgeDoc',
    fixes.join(', '),
    description.replaceAll('|', '\\|'),
  ]);
  const head = ['rule', 'severity', 'decks', 'fix', 'what it finds'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function between(readme: string, rules: string): string {
  const [start, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`README.md lacks the lines ${BEGIN} and ${END}`);
  return `${readme.slice(0, start + BEGIN.length)}\n\n${rules}\n\n${readme.slice(end)}`;
}

/** The schema with the current list of rules, in Biome's format. */
function withRules(text: string): string {
  const node = findNodeAtLocation(parseTree(text)!, ['properties', 'rules', 'properties'])!;
  const rules = Object.fromEntries(
    RULES.map(({ id, description }) => [
      id,
      { description: description.replaceAll('`', ''), $ref: '#/definitions/severity' },
    ]),
  );
  const written = JSON.stringify(rules, null, 2).replaceAll('\n', '\n      ');
  return text.slice(0, node.offset) + written + text.slice(node.offset + node.length);
}

function severities(): string {
  const names = schema.definitions.severity.enum.map((name) => `\`${name}\``);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** A block of markdown, in a fence longer than any in it. */
function code(text: string): string {
  const fences = text.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...fences.map(({ length }) => length + 1)));
  return `${fence}markdown\n${text.trimEnd()}\n${fence}`;
}

function paragraphs(...parts: readonly (string | undefined)[]): string {
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`;
}

async function writeDocs(): Promise<void> {
  for (const [path, text] of await generatedDocs()) writeFileSync(join(root, path), text);
  for (const path of strayPages()) rmSync(join(root, path));
}

if (require.main === module) {
  writeDocs().catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
