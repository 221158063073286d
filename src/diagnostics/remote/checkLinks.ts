import * as vscode from 'vscode';
import type * as Bundle from '../../bundles/linter';
import { parseDeck } from '../../core/deck/parseDeck';
import type { Asked } from '../../core/lint/remote/askLinks';
import type { Reason } from '../../core/lint/remote/hostQueue';
import type { LinkQuestion } from '../../core/lint/remote/knownLinks';
import type { WebAddress } from '../../core/lint/remote/linkRecord';
import { deckOfCommand } from '../../services/deckOfCommand';
import { parseOptions } from '../../services/decks';
import { decksAmong, markdownFilesIn } from '../../services/foundDecks';
import { hasNode } from '../../services/loadBundle';
import { withProgress } from '../../services/progress';
import { faultInWords } from '../../services/remote';
import type { Services } from '../../services/services';
import type { ClosedDecks } from '../closedDecks';
import type { Linter } from '../linter';
import type { Linting } from '../linting';
import { chooseHosts } from './chooseHosts';
import { tallyText } from './tallyText';

/** The links of some decks. */
interface FoundLinks {
  readonly decks: readonly vscode.Uri[];
  readonly links: readonly WebAddress[];
  /** The hosts that the configurations of these decks name. */
  readonly allow: readonly string[];
}

/** Asks servers for the links of decks when the user wants that. The linter tells what they answered. */
export class LinkCheck {
  constructor(
    readonly linter: Linter,
    readonly linting: Linting,
    readonly closedDecks: ClosedDecks,
    readonly services: Services,
  ) {}

  /** Checks the deck of a menu, or the one that the user is on. */
  async runInDeck(file?: vscode.Uri): Promise<void> {
    if (!mayCheck()) return;
    const document = await deckOfCommand(file, this.services, vscode.l10n.t('Check as Slides'));
    if (document) await this.run([document.uri]);
  }

  /** Checks all decks of a folder, or of the workspace. */
  async runInFolder(folder?: vscode.Uri): Promise<void> {
    if (mayCheck()) await this.run(await markdownFilesIn(folder));
  }

  /** Checks the decks among some files; with `again`, as if nothing were known of the last day. */
  async run(files: readonly vscode.Uri[], again = false): Promise<void> {
    if (!mayCheck()) return;
    const title = vscode.l10n.t('Looking for links');
    const found = await withProgress(title, (signal) => this.#find(files, signal));
    if (!found) return;
    const bundle = await this.linter.load();
    const known = await this.linter.answers.load();
    const questions = again ? bundle.questionsAbout(found.links) : known.questions(found.links);
    const chosen = await choose(questions, bundle);
    if (!chosen) return;
    const asked = await this.#ask(chosen, found.allow, bundle);
    await this.linter.answers.add(asked.records);
    this.linting.refresh();
    await this.closedDecks.lintLinks(found.decks);
    void this.#tell(found.links, asked, bundle, () => this.run(files, true));
  }

  async #find(files: readonly vscode.Uri[], signal: AbortSignal): Promise<FoundLinks> {
    const { configs } = this.services;
    const { decks } = await decksAmong(files, this.services, signal);
    const links: WebAddress[] = [];
    const allow = new Set<string>();
    for (const { uri, text, recognized } of decks) {
      signal.throwIfAborted();
      const config = configs.of(uri);
      links.push(...(await this.linter.linksIn(uri, parseDeck(text, parseOptions(recognized)), config)));
      for (const host of config.remote.allow) allow.add(host);
    }
    return { decks: decks.map(({ uri }) => uri), links, allow: [...allow] };
  }

  /** What was answered until the user canceled counts. */
  async #ask(
    questions: readonly LinkQuestion[],
    allow: readonly string[],
    { askLinks }: typeof Bundle,
  ): Promise<Asked> {
    if (questions.length === 0) return { records: new Map(), unchecked: new Map() };
    const remote = await this.services.remotes.chosen(allow);
    let done = 0;
    const asked = await withProgress(vscode.l10n.t('Checking remote links'), (signal, progress) =>
      askLinks(questions, remote, {
        signal,
        told: () => {
          const message = vscode.l10n.t('{0} of {1} links', ++done, questions.length);
          progress.report({ message, increment: 100 / questions.length });
        },
      }),
    );
    return asked!;
  }

  async #tell(
    links: readonly WebAddress[],
    { records, unchecked }: Asked,
    { tally }: typeof Bundle,
    checkAgain: () => Promise<void>,
  ): Promise<void> {
    const known = await this.linter.answers.load();
    const isDone = ({ address }: WebAddress) => unchecked.has(address) || known.get(address) !== undefined;
    const counts = tally(links.filter(isDone), (address) => known.get(address));
    for (const [address, reason] of unchecked) this.services.log.warn(`${address}: ${inWords(reason)}`);
    const show = vscode.l10n.t('Show Problems');
    const log = vscode.l10n.t('Show Log');
    const again = vscode.l10n.t('Check Again');
    const choice = await vscode.window.showInformationMessage(
      tallyText(counts),
      ...(counts.dead + counts.moved + counts.anchors > 0 ? [show] : []),
      ...(unchecked.size > 0 ? [log] : []),
      ...(counts.links > records.size + unchecked.size ? [again] : []),
    );
    if (choice === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
    if (choice === log) this.services.log.show();
    if (choice === again) await checkAgain();
  }
}

function inWords(reason: Reason): string {
  return typeof reason === 'number'
    ? vscode.l10n.t('The server answered: {0}', reason)
    : faultInWords(reason);
}

/** Otherwise tells why not. */
function mayCheck(): boolean {
  if (vscode.workspace.isTrusted && hasNode()) return true;
  void vscode.window.showInformationMessage(
    hasNode()
      ? vscode.l10n.t('Remote links are not checked in Restricted Mode.')
      : vscode.l10n.t("Browsers don't let VS Code ask other servers for links. Use VS Code on the desktop."),
  );
  return false;
}

/** The questions to the hosts that the user wants to contact; null if there are none. */
async function choose(
  questions: readonly LinkQuestion[],
  { hostsOf }: typeof Bundle,
): Promise<readonly LinkQuestion[] | null> {
  if (questions.length === 0) return questions;
  const hosts = await chooseHosts(hostsOf(questions.map(({ address }) => address)));
  return hosts ? questions.filter(({ address }) => hosts.has(new URL(address).host)) : null;
}
