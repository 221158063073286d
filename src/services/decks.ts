import * as vscode from 'vscode';
import type { Deck, Dialect } from '../core/deck/deck';
import { type Recognition, recognizeDeck } from '../core/deck/dialects';
import { parseFrontMatter } from '../core/deck/frontMatter';
import { parseDeck } from '../core/deck/parseDeck';
import { DocumentText } from './documentText';
import { settings } from './settings';

/** What a user can say a document is; `auto` leaves the dialect to the document itself. */
export type DeckChoice = Dialect | 'auto' | 'none';

const CHOICES: readonly string[] = ['auto', 'hedgedoc', 'reveal-md', 'reveal-blank-lines', 'none'];
const MEMENTO_KEY = 'deckwright.dialects';

interface Reading {
  readonly text: DocumentText;
  version: number;
  recognition: Recognition;
  deck: Deck | null;
}

/** The one place where documents become decks: parsed once per version, shared by all features. */
export class Decks implements vscode.Disposable {
  readonly #readings = new Map<vscode.TextDocument, Reading>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable[];

  /** A markdown document was opened, edited or closed, or is now read in another way. */
  readonly onDidChange = this.#changed.event;

  constructor(readonly choices: vscode.Memento) {
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.onDidOpenTextDocument((document) => this.#announce(document)),
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.#readings.get(event.document)?.text.apply(event);
        if (event.contentChanges.length > 0) this.#announce(event.document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#readings.delete(document);
        this.#announce(document);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('deckwright.decks')) this.#readAgain();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#readAgain()),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  /** Whether the document is a deck and of which dialect, by the user's word or else by what it says itself. */
  recognize(document: vscode.TextDocument): Recognition {
    return this.#read(document).recognition;
  }

  isDeck(document: vscode.TextDocument): boolean {
    return document.languageId === 'markdown' && this.recognize(document).isDeck;
  }

  /** The document as a deck, whether or not it is taken for one. */
  deckOf(document: vscode.TextDocument): Deck {
    const reading = this.#read(document);
    if (reading.deck?.text !== reading.text.get() || reading.deck.dialect !== reading.recognition.dialect) {
      const options = {
        dialect: reading.recognition.dialect,
        allowCustomSeparators: vscode.workspace.isTrusted,
      };
      reading.deck = parseDeck(reading.text.get(), options, reading.deck ?? undefined);
    }
    return reading.deck;
  }

  /** What the user chose for this very document, if anything. */
  choiceFor(uri: vscode.Uri): DeckChoice | undefined {
    return this.choices.get<Record<string, DeckChoice>>(MEMENTO_KEY, {})[uri.toString()];
  }

  async choose(uri: vscode.Uri, choice: DeckChoice | undefined): Promise<void> {
    const all = { ...this.choices.get<Record<string, DeckChoice>>(MEMENTO_KEY, {}) };
    if (choice) all[uri.toString()] = choice;
    else delete all[uri.toString()];
    await this.choices.update(MEMENTO_KEY, all);
    this.#readAgain();
  }

  #read(document: vscode.TextDocument): Reading {
    let reading = this.#readings.get(document);
    if (!reading) {
      const text = new DocumentText(document);
      reading = { text, version: -1, recognition: UNREAD, deck: null };
      // A closed document can still be asked about, but nothing tells when it goes: it is not kept.
      if (!document.isClosed) this.#readings.set(document, reading);
    }
    if (reading.version !== document.version) {
      reading.recognition = this.#recognize(document, reading);
      reading.version = document.version;
    }
    return reading;
  }

  #recognize(document: vscode.TextDocument, reading: Reading): Recognition {
    const text = reading.text.get();
    const found = recognizeDeck(text, parseFrontMatter(text, reading.deck?.frontMatter));
    const chosen = this.choiceFor(document.uri);
    const configured = chosen ?? configuredChoice(document);
    if (!configured) return found;
    const reason = vscode.l10n.t(chosen ? 'chosen by you' : 'setting deckwright.decks');
    if (configured === 'none') return { ...found, isDeck: false, reason };
    return { isDeck: true, dialect: configured === 'auto' ? found.dialect : configured, reason };
  }

  #announce(document: vscode.TextDocument): void {
    if (document.languageId === 'markdown') this.#changed.fire(document);
  }

  #readAgain(): void {
    this.#readings.clear();
    vscode.workspace.textDocuments.forEach((document) => {
      this.#announce(document);
    });
  }
}

const UNREAD: Recognition = { isDeck: false, dialect: 'hedgedoc', reason: '' };

/** What the setting `deckwright.decks` says of a document: the last glob that matches wins. */
function configuredChoice(document: vscode.TextDocument): DeckChoice | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const entries = Object.entries(settings.deckGlobs(document.uri)).filter(([glob, choice]) => {
    const pattern = folder ? new vscode.RelativePattern(folder, glob) : glob;
    return CHOICES.includes(choice) && vscode.languages.match({ pattern }, document) > 0;
  });
  return entries.at(-1)?.[1] as DeckChoice | undefined;
}
