import * as vscode from 'vscode';
import { teamsBeginning } from '../../core/community/teamNames';
import { DEFAULT_CONFIG } from '../../core/config/config';
import { slideTitle } from '../../core/summary/titles';
import type { Services } from '../../services/services';
import type { DatedDecks } from '../datedDecks';

export function registerTeamHeadings(
  context: vscode.ExtensionContext,
  services: Services,
  datedDecks: DatedDecks,
): void {
  const headings = new TeamHeadings(services, datedDecks);
  context.subscriptions.push(
    vscode.workspace.onDidChangeTextDocument((event) => void headings.onDidChange(event)),
  );
}

/** A heading that is being typed. */
const TYPED = /^ {0,3}#{1,2}[ \t]+(\p{L}.*)$/u;

/**
 * Opens the list of teams at the first letter of a heading, where VS Code does not suggest anything during
 * typing: in markdown it does so only if configured to. If letters were trigger characters, the lists of all
 * extensions would be rebuilt with each letter typed. The list opens only where teams report, and closes as
 * soon as the heading matches none.
 */
class TeamHeadings {
  /** Where the list was last opened. */
  #opened: { readonly document: vscode.TextDocument; readonly line: number } | undefined;

  constructor(
    readonly services: Services,
    readonly datedDecks: DatedDecks,
  ) {}

  async onDidChange({ document, contentChanges }: vscode.TextDocumentChangeEvent): Promise<void> {
    const [change, ...others] = contentChanges;
    if (!change || others.length > 0 || !/^\p{L}$/u.test(change.text)) return;
    if (vscode.window.activeTextEditor?.document !== document) return;
    const { line } = change.range.start;
    const typed = typedIn(document, line);
    if (typed === undefined || !this.services.decks.isDeck(document)) return;
    const isOpen = this.#opened?.document === document && this.#opened.line === line;
    if (isOpen) await this.#closeUnlessNamed(document, line);
    else if ([...typed].length === 1 && this.#mayName(document, line) && (await this.#isWanted(document))) {
      this.#opened = { document, line };
      await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
      // A fast typist may be further along by now.
      await this.#closeUnlessNamed(document, line);
    }
  }

  async #closeUnlessNamed(document: vscode.TextDocument, line: number): Promise<void> {
    if (this.#mayName(document, line)) return;
    this.#opened = undefined;
    await vscode.commands.executeCommand('hideSuggestWidget');
  }

  #mayName(document: vscode.TextDocument, line: number): boolean {
    const typed = typedIn(document, line);
    const { teams } = this.services.configs.of(document.uri);
    return typed !== undefined && teamsBeginning(typed, teams).length > 0;
  }

  async #isWanted(document: vscode.TextDocument): Promise<boolean> {
    const { dialect } = this.services.decks.recognize(document);
    return dialect === 'hedgedoc' && !suggestsByItself(document) && (await this.#hasTeams(document));
  }

  /** Whether teams report in the deck, according to the configuration, the deck itself or earlier decks. */
  async #hasTeams(document: vscode.TextDocument): Promise<boolean> {
    const { configs, decks } = this.services;
    const names = configs.of(document.uri).teams.map(({ name }) => name);
    const isConfigured = names.join() !== DEFAULT_CONFIG.teams.map(({ name }) => name).join();
    if (isConfigured) return true;
    const titles = decks.deckOf(document).slides.map(({ content }) => slideTitle(content));
    if (titles.some((title) => 'text' in title && names.some((name) => title.text.startsWith(name))))
      return true;
    const earlier = await this.datedDecks.earlierThan(document.uri);
    return earlier.some(({ call }) => call.teams.length > 0);
  }
}

function typedIn(document: vscode.TextDocument, line: number): string | undefined {
  return line < document.lineCount ? TYPED.exec(document.lineAt(line).text)?.[1] : undefined;
}

/** Whether VS Code suggests during typing: then the list opens by itself. */
function suggestsByItself(document: vscode.TextDocument): boolean {
  const choice = vscode.workspace
    .getConfiguration('editor', document)
    .get<boolean | { readonly other?: string | boolean }>('quickSuggestions', false);
  const other = typeof choice === 'object' ? choice.other : choice;
  return other !== undefined && other !== false && other !== 'off';
}
