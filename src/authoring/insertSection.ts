import * as vscode from 'vscode';
import type { Target } from '../core/authoring/snippets/insertSlide';
import { settle } from '../core/authoring/snippets/snippetSyntax';
import {
  fittingSnippets,
  insertSnippet,
  type Snippet,
  withProposals,
} from '../core/authoring/snippets/snippets';
import { parseOptions } from '../services/decks';
import { plainName, plainText } from '../services/plainText';
import type { Services } from '../services/services';
import { pickHandle } from './handles/pickHandle';
import type { Shared } from './shared';
import type { SnippetLibrary } from './snippetLibrary';

/** Values for tab stops, by number. */
type Settled = Readonly<Record<number, string>>;

/** Commands that insert snippets; each can be given what it would otherwise ask for. */
export class SnippetCommands {
  constructor(
    readonly services: Services,
    readonly library: SnippetLibrary,
    readonly shared: Shared,
  ) {}

  /** `prefix` names the snippet; without it the user picks one that fits. */
  async insertSnippet(prefix?: string): Promise<void> {
    const editor = await this.#editorOf(activeMarkdownEditor());
    if (!editor) return;
    const fitting = await this.#fitting(editor);
    if (fitting.length === 0) return sayWhyNot(editor.document);
    const items = fitting.map((snippet) => ({
      label: plainText(vscode.l10n.t(snippet.name)),
      description: plainText(snippet.prefix),
      detail: plainText(vscode.l10n.t(snippet.description)),
      snippet,
    }));
    const title = vscode.l10n.t('Insert Snippet');
    const snippet =
      prefix === undefined
        ? (await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true }))
            ?.snippet
        : fitting.find((candidate) => candidate.prefix === prefix);
    if (snippet) await this.#insert(editor, snippet);
    else if (prefix !== undefined) {
      void vscode.window.showWarningMessage(vscode.l10n.t('The snippet {0} does not fit here.', prefix));
    }
  }

  async insertTeamSection(team?: string, reporter?: string): Promise<void> {
    const editor = await this.#editorOf(activeMarkdownEditor() ?? (await this.#showCurrentDeck()));
    const snippet = editor && (await this.#fittingByPrefix(editor, 'scs-team'));
    if (!editor || !snippet) return;
    const { configs } = this.services;
    const { teams } = configs.of(editor.document.uri);
    const name = team ?? (await pickTeam(teams.map((candidate) => candidate.name)));
    if (name === undefined) return;
    const title = vscode.l10n.t('Who reports for {0}?', plainText(name));
    const handle = reporter ?? (await pickHandle(title, this.shared.handles.of(editor.document.uri, name)));
    if (handle === undefined) return;
    await this.#insert(editor, snippet, handle === '' ? { 1: name } : { 1: name, 2: handle });
  }

  async insertTitleBlock(): Promise<void> {
    const editor = await this.#editorOf(activeMarkdownEditor());
    if (!editor) return;
    const prefix = editor.document.getText().trim() === '' ? 'scs-deck' : 'scs-title';
    const snippet = await this.#fittingByPrefix(editor, prefix);
    if (snippet) await this.#insert(editor, snippet);
  }

  /** Undefined if the editor's document can't be edited, which the user is told. */
  async #editorOf(editor: vscode.TextEditor | undefined): Promise<vscode.TextEditor | undefined> {
    return editor && (await this.services.deckEdits.mayEdit(editor.document)) ? editor : undefined;
  }

  /** When called from the walkthrough, for instance, no editor is active. */
  async #showCurrentDeck(): Promise<vscode.TextEditor | undefined> {
    const current = this.services.currentSlide.get();
    return current && this.services.currentSlide.showEditor(current.document, {});
  }

  async #fitting(editor: vscode.TextEditor): Promise<Snippet[]> {
    const { document } = editor;
    const snippets = await this.library.snippetsFor(document.uri);
    const request = { typed: false, aloneOnLine: true };
    return fittingSnippets(snippets, this.#target(editor), this.services.decks.isDeck(document), request);
  }

  async #fittingByPrefix(editor: vscode.TextEditor, prefix: string): Promise<Snippet | undefined> {
    const snippet = (await this.#fitting(editor)).find((candidate) => candidate.prefix === prefix);
    if (!snippet) sayWhyNot(editor.document);
    return snippet;
  }

  #target({ document, selection }: vscode.TextEditor): Target {
    const deck = this.services.decks.deckOf(document);
    return { deck, cursor: document.offsetAt(selection.end), options: parseOptions(deck) };
  }

  async #insert(editor: vscode.TextEditor, snippet: Snippet, settled: Settled = {}): Promise<void> {
    const { document } = editor;
    const proposals = await this.library.proposalsFor(document.uri);
    const body = settle(withProposals(snippet, proposals), settled);
    const insertion = insertSnippet(this.#target(editor), snippet.place, body);
    if (!insertion) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          "This deck's separators are patterns, so Deckwright can't tell how to write one. Write one by hand first.",
        ),
      );
      return;
    }
    const { span } = insertion;
    const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
    const done = await editor.insertSnippet(new vscode.SnippetString(insertion.snippet), range, {
      undoStopBefore: true,
      undoStopAfter: true,
      keepWhitespace: true,
    });
    if (!done) {
      const message = vscode.l10n.t('Nothing was inserted because the document has changed or is read-only.');
      void vscode.window.showWarningMessage(message);
      return;
    }
    await this.shared.stops.open(editor);
  }
}

function pickTeam(names: readonly string[]): Thenable<string | undefined> {
  const items = names.map((name) => ({ label: plainText(name), name }));
  const title = vscode.l10n.t('Which team reports?');
  return vscode.window.showQuickPick(items, { title }).then((item) => item?.name);
}

function activeMarkdownEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.languageId === 'markdown' ? editor : undefined;
}

function sayWhyNot({ uri }: vscode.TextDocument): void {
  void vscode.window.showWarningMessage(
    vscode.l10n.t('{0} is not a slide deck, so there is nothing to insert.', plainName(uri)),
  );
}
