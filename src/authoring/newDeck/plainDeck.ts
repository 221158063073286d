import * as vscode from 'vscode';
import { fileNameFor, writeDeck } from '../../core/authoring/snippets/newDeck';
import { exists } from '../../services/exists';
import type { Services } from '../../services/services';
import { homeOfDecks } from '../../services/whereDecksAre';
import type { HandleStops } from '../handles/handleStops';
import type { SnippetLibrary } from '../snippetLibrary';
import { createDeck } from './createDeck';

/** What a script or a key binding may answer in advance; the user is asked for the rest. */
export interface DeckAnswers {
  readonly title?: string;
  /** Name of the new file. */
  readonly name?: string;
}

/** Asks for title and file name, and writes a deck from the whole-deck snippet with this prefix. */
export async function newDeck(
  prefix: string,
  library: SnippetLibrary,
  services: Services,
  stops: HandleStops,
  given: DeckAnswers = {},
): Promise<void> {
  const home = await homeOfDecks(services.currentSlide);
  if (!home) return;
  const title = given.title ?? (await askTitle());
  if (title === undefined) return;
  const proposed = fileNameFor(title);
  const name = given.name ?? (home.folder ? await askName(home.folder, proposed) : proposed);
  if (name === undefined) return;
  const snippet = (await library.ownSnippets()).find((candidate) => candidate.prefix === prefix)!;
  await createDeck(home.folder, name, writeDeck(snippet, title), stops);
}

/** There are two reveal dialects: asks which of them a talk uses. */
export async function newTalk(
  library: SnippetLibrary,
  services: Services,
  stops: HandleStops,
  given?: DeckAnswers & { form?: string },
): Promise<void> {
  const items = [
    {
      label: 'reveal-md',
      detail: vscode.l10n.t('Frontmatter; slides separated by --- and ----'),
      prefix: 'deck-reveal-md',
    },
    {
      label: 'reveal.js',
      detail: vscode.l10n.t('No frontmatter; slides separated by blank lines'),
      prefix: 'deck-reveal',
    },
  ];
  const title = vscode.l10n.t('New Talk: Which tool do you present with?');
  const form = given?.form
    ? items.find(({ label }) => label === given.form)
    : await vscode.window.showQuickPick(items, { title });
  if (form) await newDeck(form.prefix, library, services, stops, given);
}

async function askTitle(): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Deck'),
    prompt: vscode.l10n.t('Title of the deck'),
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('A deck needs a title.') : undefined),
  });
  return title?.trim();
}

async function askName(folder: vscode.Uri, proposed: string): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Deck'),
    prompt: vscode.l10n.t('Name of the file'),
    value: proposed,
    valueSelection: [0, proposed.lastIndexOf('.')],
    validateInput: async (value) => {
      if (!/^[^\\/:*?"<>|\s][^\\/:*?"<>|]*\.md$/.test(value)) {
        return vscode.l10n.t('Write the name of a markdown file, such as {0}, without a folder.', proposed);
      }
      const isTaken = await exists(vscode.Uri.joinPath(folder, value));
      return isTaken ? vscode.l10n.t('A file with this name already exists.') : undefined;
    },
  });
  return name;
}
