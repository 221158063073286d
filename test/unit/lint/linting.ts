import assert from 'node:assert/strict';
import { type Config, DEFAULT_CONFIG } from '../../../src/core/config/config';
import { recognizeDeck } from '../../../src/core/deck/dialects';
import { parseFrontMatter } from '../../../src/core/deck/frontMatter';
import type { SetupName } from '../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import type { Setup } from '../../../src/core/deck/setup';
import type { DeckFiles, EntryKind } from '../../../src/core/files/deckFiles';
import { lintDeck } from '../../../src/core/lint/lintDeck';
import type { Finding, LintEnvironment } from '../../../src/core/lint/rule';
import { RULES } from '../../../src/core/lint/rules';
import { applyEdits } from '../../../src/core/text/textEdits';

export interface Linting {
  /** Only what this rule finds. */
  readonly rule?: string;
  readonly dialect?: SetupName | Setup;
  /** Whether the dialect is only a guess. */
  readonly isGuess?: boolean;
  readonly config?: Partial<Config>;
  /** Path of the deck. */
  readonly deck?: string;
  /** Files by path; their content is text or bytes. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly environment?: LintEnvironment;
}

/** What is found in a text, as reported to a user. */
export function lint(text: string, linting: Linting = {}): Finding[] {
  const { rule, dialect, isGuess = false, config, deck = 'deck.md', files = {}, environment = {} } = linting;
  // Without a dialect, as if it were certain what the text looks like.
  const setup = dialect ?? recognizeDeck(text, parseFrontMatter(text)).setup;
  const findings = lintDeck(parseDeck(text, { setup, isGuess }), {
    config: { ...DEFAULT_CONFIG, ...config },
    files: new FilesInMemory(deck, { ...files, [deck]: text }),
    environment,
  });
  for (const { rule: id, fixes } of findings) {
    const declared = RULES.find((one) => one.id === id)!.fixes;
    for (const { kind } of fixes) assert.ok(declared.includes(kind), `${id} declares no ${kind} fixes`);
  }
  return rule ? findings.filter((finding) => finding.rule === rule) : findings;
}

/** The faulty characters of each finding. */
export function faults(text: string, linting: Linting = {}): string[] {
  return lint(text, linting).map(({ span }) => text.slice(span.start, span.end));
}

/** The text after the first fix of the rule's first finding; the finding must be gone then. */
export function fixed(text: string, linting: Linting & { readonly rule: string }): string {
  const before = lint(text, linting);
  const fix = before[0]?.fixes[0];
  assert.ok(fix, 'There is nothing to fix.');
  const after = applyEdits(text, fix.edits);
  assert.equal(lint(after, linting).length, before.length - 1, `still found after "${fix.title}":\n${after}`);
  return after;
}

/** Files by path; their content is text or bytes. */
export class FilesInMemory implements DeckFiles {
  readonly #files: ReadonlyMap<string, string | Uint8Array>;

  constructor(
    readonly deck: string,
    files: Readonly<Record<string, string | Uint8Array>>,
  ) {
    this.#files = new Map(Object.entries(files));
  }

  list(folder: string): ReadonlyMap<string, EntryKind> | null {
    const names = new Map<string, EntryKind>();
    const prefix = folder === '' ? '' : `${folder}/`;
    for (const path of this.#files.keys()) {
      if (!path.startsWith(prefix)) continue;
      const [name = '', ...rest] = path.slice(prefix.length).split('/');
      names.set(name, rest.length > 0 ? 'folder' : 'file');
    }
    return names.size > 0 ? names : null;
  }

  head(path: string): Uint8Array | null {
    const found = this.#files.get(path);
    return typeof found === 'string' ? new TextEncoder().encode(found) : (found ?? null);
  }

  text(path: string): string | null {
    const found = this.#files.get(path);
    return typeof found === 'string' ? found : null;
  }
}
