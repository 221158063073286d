import * as vscode from 'vscode';
import { CONFIG_FILE, type FileChoice } from '../core/config/config';
import { type FileRecognition, recognizeFile } from '../core/config/recognizeFile';
import type { Deck, FrontMatter } from '../core/deck/deck';
import { isDecidedByFrontMatter, isUndecided } from '../core/deck/dialects';
import { parseFrontMatter } from '../core/deck/frontMatter';
import { NAMED_SETUPS } from '../core/deck/namedSetups';
import { type ParseOptions, parseDeck } from '../core/deck/parseDeck';
import type { Configs } from './config';
import { fileOf } from './documentFile';
import { DocumentText } from './documentText';
import type { Neighbors } from './neighbors';
import type { Setups } from './setups';

const MEMENTO_KEY = 'deckwright.dialects';

interface Reading {
  readonly text: DocumentText;
  version: number;
  recognition: FileRecognition;
  deck: Deck | null;
}

/** How text is read as a deck: in Restricted Mode, not with the separator patterns it defines itself. */
export function parseOptions({ setup, isGuess }: Pick<Deck, 'setup' | 'isGuess'>): ParseOptions {
  return { setup, isGuess, allowCustomSeparators: vscode.workspace.isTrusted };
}

/** The one place where documents become decks: parsed once per version, shared by all features. */
export class Decks implements vscode.Disposable {
  #readings = new WeakMap<vscode.TextDocument, Reading>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable[];

  /** A markdown document was opened, edited or closed, or is now read differently. */
  readonly onDidChange = this.#changed.event;

  constructor(
    readonly choices: vscode.Memento,
    readonly configs: Configs,
    readonly setups: Setups,
    readonly neighbors: Neighbors,
  ) {
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.onDidOpenTextDocument((document) => this.#announce(document)),
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.#readings.get(event.document)?.text.apply(event);
        if (event.contentChanges.length > 0) this.#announce(event.document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#announce(document)),
      configs.onDidChange(() => this.#recognizeAgain()),
      setups.onDidChange(() => this.#recognizeAgain()),
      neighbors.onDidChange(() => this.#recognizeAgain()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#readings = new WeakMap();
        this.#recognizeAgain();
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  /** Whether the document is a deck and of which dialect, by the user's choice or else by its own content. */
  recognize(document: vscode.TextDocument): FileRecognition {
    return this.#read(document).recognition;
  }

  /** What the document would be if the user had chosen nothing for it. */
  detect(document: vscode.TextDocument): FileRecognition {
    const text = document.getText();
    return this.#recognize(document.uri, text, parseFrontMatter(text), undefined);
  }

  isDeck(document: vscode.TextDocument): boolean {
    return document.languageId === 'markdown' && this.recognize(document).isDeck;
  }

  /** The document as a deck, whether or not it is recognized as one. */
  deckOf(document: vscode.TextDocument): Deck {
    const reading = this.#read(document);
    const { deck, recognition } = reading;
    const isRead = deck?.setup === recognition.setup && deck.isGuess === recognition.isGuess;
    if (!isRead || deck.text !== reading.text.get()) {
      const options = parseOptions(reading.recognition);
      reading.deck = parseDeck(reading.text.get(), options, reading.deck ?? undefined);
    }
    return reading.deck!;
  }

  /** Resolves when what is around the file is known: from then on it is recognized as what it is. */
  async ready(uri: vscode.Uri, text: string): Promise<void> {
    await this.configs.ready(uri);
    if (isDecidedByFrontMatter(this.recognizeText(uri, text))) return;
    await this.setups.ready(uri);
    if (isUndecided(this.recognizeText(uri, text))) await this.neighbors.ready(uri);
  }

  /** What the user chose for this very file, if anything. */
  choiceFor(uri: vscode.Uri): FileChoice | undefined {
    return this.choices.get<Record<string, FileChoice>>(MEMENTO_KEY, {})[keyOf(uri)];
  }

  /** The same as `recognize` for a file that is not open. */
  recognizeText(uri: vscode.Uri, text: string, frontMatter = parseFrontMatter(text)): FileRecognition {
    return this.#recognize(uri, text, frontMatter, this.choiceFor(uri));
  }

  #recognize(
    uri: vscode.Uri,
    text: string,
    frontMatter: FrontMatter | null,
    choice: FileChoice | undefined,
  ): FileRecognition {
    const facts = {
      config: this.configs.of(uri),
      path: this.configs.pathOf(uri),
      choice,
      setup: () => this.setups.of(uri),
      neighbors: () => this.neighbors.of(uri),
      fileName: uri.path.slice(uri.path.lastIndexOf('/') + 1),
    };
    const found = recognizeFile(text, facts, frontMatter);
    switch (found.decidedBy) {
      case 'user':
        return { ...found, reason: vscode.l10n.t('chosen by you') };
      case 'configuration':
        return { ...found, reason: CONFIG_FILE };
      case 'surroundings':
      case 'text':
        return found;
    }
  }

  async choose(uri: vscode.Uri, choice: FileChoice | undefined): Promise<void> {
    const all = { ...this.choices.get<Record<string, FileChoice>>(MEMENTO_KEY, {}) };
    if (choice) all[keyOf(uri)] = choice;
    else delete all[keyOf(uri)];
    await this.choices.update(MEMENTO_KEY, all);
    this.#recognizeAgain();
  }

  #read(document: vscode.TextDocument): Reading {
    let reading = this.#readings.get(document);
    if (!reading) {
      const text = new DocumentText(document);
      reading = { text, version: -1, recognition: UNREAD, deck: null };
      this.#readings.set(document, reading);
    }
    if (reading.version !== document.version) {
      const text = reading.text.get();
      const frontMatter = parseFrontMatter(text, reading.deck?.frontMatter);
      reading.recognition = this.recognizeText(document.uri, text, frontMatter);
      reading.version = document.version;
    }
    return reading;
  }

  #announce(document: vscode.TextDocument): void {
    if (document.languageId === 'markdown') this.#changed.fire(document);
  }

  #recognizeAgain(): void {
    for (const document of vscode.workspace.textDocuments) {
      const reading = this.#readings.get(document);
      if (reading) reading.version = -1;
      this.#announce(document);
    }
  }
}

/** A choice applies to a file in all its versions. */
function keyOf(document: vscode.Uri): string {
  return (fileOf(document) ?? document).toString();
}

const UNREAD: FileRecognition = {
  isDeck: false,
  dialect: 'hedgedoc',
  setup: NAMED_SETUPS.hedgedoc,
  isGuess: true,
  reason: '',
  decidedBy: 'text',
};
