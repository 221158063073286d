import * as vscode from 'vscode';
import type * as Upkeep from '../bundles/upkeep';
import type { TeamReport } from '../core/community/teamReports';
import { loadBundle } from '../services/loadBundle';
import { plainText } from '../services/plainText';
import type { Services } from '../services/services';
import { settings } from '../services/settings';

const SOURCE = 'deckwright';
const SETTING = 'deckwright.codeLens';

/** Shows above each team's section how many slides it has, who reports and how many problems there are. */
export function registerTeamLens(context: vscode.ExtensionContext, services: Services): void {
  const lens = new TeamLens(context.extensionUri, services);
  context.subscriptions.push(lens, vscode.languages.registerCodeLensProvider({ language: 'markdown' }, lens));
}

class TeamLens implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
  ) {
    const update = () => this.#changed.fire();
    this.#subscription = vscode.Disposable.from(
      this.#changed,
      services.configs.onDidChange(update),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SETTING)) update();
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString());
        if (uris.some((uri) => shown.includes(uri.toString()))) update();
      }),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  async provideCodeLenses(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeLens[]> {
    const { decks, configs } = this.services;
    if (!settings.codeLens(document.uri) || !decks.isDeck(document)) return [];
    const { reportsOf } = await loadBundle<typeof Upkeep>(this.extensionUri, 'upkeep.js');
    await configs.ready(document.uri);
    if (token.isCancellationRequested) return [];
    const findings = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === SOURCE)
      .map(({ range }) => document.offsetAt(range.start));
    return reportsOf(decks.deckOf(document), configs.of(document.uri)).flatMap((report) => {
      const place = document.positionAt(report.heading.start);
      const range = new vscode.Range(place, place);
      const { start, end } = report.span;
      const count = findings.filter((offset) => start <= offset && offset <= end).length;
      return [new vscode.CodeLens(range, summary(report)), ...problemsLens(range, count)];
    });
  }
}

/** Only words: there is no action to take. */
function summary({ slides, reporter }: TeamReport): vscode.Command {
  const count = slides === 1 ? vscode.l10n.t('1 slide') : vscode.l10n.t('{0} slides', slides);
  const by =
    reporter === null ? vscode.l10n.t('no reporter') : vscode.l10n.t('reported by {0}', plainText(reporter));
  return { title: `${count}, ${by}`, command: '' };
}

function problemsLens(range: vscode.Range, count: number): vscode.CodeLens[] {
  if (count === 0) return [];
  const title = count === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', count);
  return [new vscode.CodeLens(range, { title, command: 'workbench.actions.view.problems' })];
}
