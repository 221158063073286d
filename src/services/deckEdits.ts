import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { parseFrontMatter } from '../core/deck/frontMatter';
import { ownNameOf } from '../core/deck/namedSetups';
import type { DeckEdit, EditOptions, EditResult, Refusal } from '../core/edit/editDeck';
import { positionAt } from '../core/text/lineEnds';
import { applyEdits, type TextEdit } from '../core/text/textEdits';
import type { CurrentSlide } from './currentSlide';
import { type Decks, parseOptions } from './decks';
import { fileOf, isOldVersion } from './documentFile';
import type { LostFiles } from './lostFiles';
import { plainName } from './plainText';
import { isReadOnly } from './readOnly';

/** A change to a deck as it is now; null if there is nothing to do. */
export type Change = (deck: Deck, options: EditOptions) => EditResult | DocumentRefusal | null;

/** `changed`: what was to be edited is no longer there. */
interface DocumentRefusal {
  readonly refusal: 'changed' | 'read-only';
}

/** Changes decks slide by slide, each time as one edit that can be undone. */
export class DeckEdits {
  /** Resolves when all changes so far are done. */
  #last: Promise<unknown> = Promise.resolve();
  #isMovingCursor = false;

  constructor(
    readonly decks: Decks,
    readonly currentSlide: CurrentSlide,
    readonly lostFiles: LostFiles,
  ) {}

  /**
   * Applies a change to a deck and goes to the first of the affected slides. Returns these slides as they are
   * afterwards; null if nothing was done. The user is told why; if there was nothing to do, only if there are
   * words for it. Changes are made one after the other, each to the deck as the previous one left it.
   */
  apply(document: vscode.TextDocument, change: Change, nothing?: string): Promise<readonly Slide[] | null> {
    const applied = this.#last.then(() => this.#apply(document, change, nothing));
    this.#last = applied.catch(() => {});
    return applied;
  }

  async #apply(
    document: vscode.TextDocument,
    change: Change,
    nothing?: string,
  ): Promise<readonly Slide[] | null> {
    if (!(await this.mayEdit(document))) return null;
    const deck = this.decks.deckOf(document);
    const result = change(deck, parseOptions(deck));
    if (!result || 'refusal' in result) {
      if (result && result.refusal !== 'nothing') this.refuse(result, deck);
      else if (nothing) void vscode.window.showInformationMessage(nothing);
      return null;
    }
    this.#isMovingCursor = true;
    try {
      return await this.#writeAndGo(document, deck, result);
    } finally {
      this.#isMovingCursor = false;
    }
  }

  async #writeAndGo(
    document: vscode.TextDocument,
    deck: Deck,
    result: DeckEdit,
  ): Promise<readonly Slide[] | null> {
    const failure = await this.#writeAsDeck(document, deck, result.edits);
    if (failure) {
      this.refuse({ refusal: failure });
      return null;
    }
    const { slides } = this.decks.deckOf(document);
    const concerned = result.slides.flatMap((index) => slides[index] ?? []);
    if (concerned[0]) await this.currentSlide.goTo(document, concerned[0]);
    return concerned;
  }

  /** Whether a change is moving cursors, on their way to the slide that it affects. */
  get isMovingCursor(): boolean {
    return this.#isMovingCursor;
  }

  /** Whether a document can be edited at all; if not, the user is told why. */
  async mayEdit(document: vscode.TextDocument): Promise<boolean> {
    if (isOldVersion(document.uri)) {
      void offerFile(document);
      return false;
    }
    if (await this.lostFiles.isLost(document)) {
      void this.lostFiles.refuse(document);
      return false;
    }
    return !(await isReadOnly(document)) || this.refuse({ refusal: 'read-only' });
  }

  /** Tells the user why a deck is left as it is. */
  refuse({ refusal }: Refusal | DocumentRefusal, deck?: Deck): false {
    void vscode.window.showWarningMessage(REASONS[refusal](deck));
    return false;
  }

  /**
   * Writes edits after which the deck still has its dialect: if it would no longer be recognized as such, the
   * dialect is stored as the user's choice. That happens first, so that the deck is not taken for other
   * markdown in between.
   */
  async #writeAsDeck(
    document: vscode.TextDocument,
    deck: Deck,
    edits: readonly TextEdit[],
  ): Promise<DocumentRefusal['refusal'] | null> {
    // A name without a file soon belongs to another document.
    const name = ownNameOf(deck.setup);
    if (document.isUntitled || !name || !this.#losesDialect(document, deck, edits)) {
      return this.#write(document, deck, edits);
    }
    const { uri } = document;
    const before = this.decks.choiceFor(uri);
    await this.decks.choose(uri, name);
    let isWritten = false;
    try {
      const failure = await this.#write(document, deck, edits);
      isWritten = failure === null;
      return failure;
    } finally {
      if (!isWritten) await this.decks.choose(uri, before);
    }
  }

  /**
   * VS Code does nothing if the document has another version by then. If an editor shows the document, the
   * editor makes the edit: it knows whether it is read-only, and a workspace edit would not ask.
   */
  async #write(
    document: vscode.TextDocument,
    deck: Deck,
    edits: readonly TextEdit[],
  ): Promise<DocumentRefusal['refusal'] | null> {
    if (document.isClosed || this.decks.deckOf(document).text !== deck.text) return 'changed';
    if (edits.length === 0) return null;
    const replacements = edits.map(({ span, newText }) => {
      const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
      return new vscode.TextEdit(range, newText);
    });
    const editor = this.currentSlide.editorOf(document);
    if (!editor) {
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, replacements);
      return (await vscode.workspace.applyEdit(edit)) ? null : 'changed';
    }
    const { version } = document;
    const isApplied = await editor.edit((builder) => {
      for (const { range, newText } of replacements) builder.replace(range, newText);
    });
    if (!isApplied) return 'changed';
    return document.version === version ? 'read-only' : null;
  }

  /**
   * Without frontmatter, a dialect is recognized by what separates the slides: with fewer separators it could
   * be another.
   */
  #losesDialect(document: vscode.TextDocument, deck: Deck, edits: readonly TextEdit[]): boolean {
    const isFound = (text: string) => {
      const frontMatter = parseFrontMatter(text, deck.frontMatter);
      const { isDeck, setup } = this.decks.recognizeText(document.uri, text, frontMatter);
      return isDeck && setup === deck.setup;
    };
    return isFound(deck.text) && !isFound(applyEdits(deck.text, edits));
  }
}

const REASONS: Record<(Refusal | DocumentRefusal)['refusal'], (deck?: Deck) => string> = {
  conflict: (deck) => {
    const conflict = deck?.conflicts[0];
    if (!conflict) return vscode.l10n.t('Resolve the merge conflict first. Nothing was changed.');
    const [first, last] = [conflict.span.start, conflict.span.end - 1].map(
      (offset) => positionAt(deck.text, offset).line + 1,
    );
    return vscode.l10n.t(
      'Resolve the merge conflict in lines {0} to {1} first. Nothing was changed.',
      first!,
      last!,
    );
  },
  'no-separator': () =>
    vscode.l10n.t(
      "The separator in the frontmatter is a pattern, so Deckwright can't tell how to write one, and the deck has none yet to copy. Write the first one by hand.",
    ),
  ambiguous: () => vscode.l10n.t('This would split the text into slides differently. Nothing was changed.'),
  'no-notes-separator': () =>
    vscode.l10n.t(
      "The separator of notes is a pattern, so Deckwright can't tell how to write one, and the deck has none yet to copy. Write the first notes by hand.",
    ),
  'several-notes': () =>
    vscode.l10n.t(
      'More than one line of the slide begins notes, so none of them does. Leave only one. Nothing was changed.',
    ),
  'separator-in-notes': () =>
    vscode.l10n.t(
      'A line of the notes would begin another slide or other notes. Change it. The deck was not changed.',
    ),
  changed: () => vscode.l10n.t('The deck has changed in the meantime. Nothing was done.'),
  'read-only': () => vscode.l10n.t('The file is read-only. Nothing was changed.'),
  nothing: () => vscode.l10n.t('There is nothing to do.'),
};

async function offerFile(document: vscode.TextDocument): Promise<void> {
  const open = vscode.l10n.t('Open File');
  const said = vscode.l10n.t(
    "This is an old version of {0}, which can't be changed.",
    plainName(document.uri),
  );
  const choice = await vscode.window.showWarningMessage(said, open);
  if (choice === open) await vscode.commands.executeCommand('vscode.open', fileOf(document.uri));
}
