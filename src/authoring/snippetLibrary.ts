import * as vscode from 'vscode';
import {
  type ProposalKind,
  readSnippets,
  type Snippet,
  templateSnippet,
} from '../core/authoring/snippets/snippets';
import { dayOf, nextThursdays } from '../core/community/callDays';
import { dayOfFile, isoDate } from '../core/community/dates';
import { kindOf } from '../services/folders';
import { plainText } from '../services/plainText';
import type { Services } from '../services/services';
import type { DatedDecks } from './datedDecks';
import { knownPictures } from './pictures/knownPictures';

const FILES = ['deck.code-snippets', 'scs.code-snippets'];
/** No deck is longer, and each is read again whenever snippets are requested. */
const MAX_TEMPLATE_SIZE = 1024 * 1024;

/** Deckwright's snippets and the workspace's templates, read when first requested. */
export class SnippetLibrary {
  #own: Promise<Snippet[]> | undefined;
  /** Templates that are left out, which is reported once. */
  readonly #leftOut = new Set<string>();

  constructor(
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
    readonly datedDecks: DatedDecks,
  ) {}

  async snippetsFor(document: vscode.Uri): Promise<Snippet[]> {
    return [...(await this.ownSnippets()), ...(await this.#readTemplates(document))];
  }

  /** Those that come with Deckwright. */
  ownSnippets(): Promise<Snippet[]> {
    this.#own ??= this.#readOwn();
    return this.#own;
  }

  /** What tab stops propose in a document, by purpose. */
  async proposalsFor(document: vscode.Uri): Promise<Record<ProposalKind, string[]>> {
    await this.services.configs.ready(document);
    const { teams: known, pictureFolder } = this.services.configs.of(document);
    const teams = known.map(({ name }) => name);
    const day = dayOfFile(document.path) ?? nextThursdays(dayOf(new Date()), 1)[0]!;
    return {
      teams,
      sigs: teams.filter((name) => name.startsWith('SIG ')),
      pictures: await this.#pictures(document, pictureFolder),
      date: [isoDate(day)],
    };
  }

  async #pictures(document: vscode.Uri, pictureFolder: string): Promise<string[]> {
    if (document.scheme === 'untitled') return [];
    const earlier = await this.datedDecks.earlierThan(document);
    return (await knownPictures(document, pictureFolder, earlier)).map(({ url }) => url);
  }

  #readOwn(): Promise<Snippet[]> {
    const reading = Promise.all(
      FILES.map(async (name) =>
        readSnippets(await readText(vscode.Uri.joinPath(this.extensionUri, 'snippets', name))),
      ),
    ).then((files) => files.flat());
    // What failed once may succeed the next time.
    reading.catch(() => {
      this.#own = undefined;
    });
    return reading;
  }

  async #readTemplates(document: vscode.Uri): Promise<Snippet[]> {
    const { configs, log } = this.services;
    await configs.ready(document);
    const file = configs.fileOf(document);
    if (!file) return [];
    const templates = configs.of(document).templates.map(async (template) => {
      const uri = vscode.Uri.joinPath(file, '..', template.file);
      try {
        const { type, size } = await vscode.workspace.fs.stat(uri);
        if (kindOf(type) !== 'file') throw new Error('not a regular file');
        if (size > MAX_TEMPLATE_SIZE) throw new Error(`larger than ${MAX_TEMPLATE_SIZE} bytes`);
        const snippet = templateSnippet(template.name, template.description ?? '', await readText(uri));
        this.#leftOut.delete(uri.toString());
        return [snippet];
      } catch (error) {
        log.warn(`The template ${template.name} (${template.file}) was skipped: ${error}`);
        this.#tellLeftOut(template.name, uri, file);
        return [];
      }
    });
    return (await Promise.all(templates)).flat();
  }

  #tellLeftOut(name: string, template: vscode.Uri, config: vscode.Uri): void {
    if (this.#leftOut.has(template.toString())) return;
    this.#leftOut.add(template.toString());
    const [file, configFile] = [template, config].map((uri) =>
      plainText(vscode.workspace.asRelativePath(uri)),
    );
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The template {0} was skipped: the file {1} is missing, can\'t be read or is too large. See "templates" in {2}.',
        plainText(name),
        file!,
        configFile!,
      ),
    );
  }
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder('utf-8').decode(await vscode.workspace.fs.readFile(uri));
}
