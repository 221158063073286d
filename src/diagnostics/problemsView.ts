import * as vscode from 'vscode';
import { chosenAmong } from '../services/chosenIn';
import { codeText, SOURCE } from './diagnostic';
import type { Linter } from './linter';
import { problemItem } from './problemItems';
import {
  filterProblems,
  type Grouping,
  groupProblems,
  isFiltering,
  NO_FILTER,
  type Problem,
  type ProblemFilter,
  type ProblemNode,
  type ProblemSeverity,
  SEVERITIES,
} from './problems';
import { listText, SEVERITY_NAMES } from './problemWords';

/** Milliseconds in which changes are handled together: decks are linted one after the other. */
const GATHERING = 100;
const GROUPING_KEY = 'deckwright.problems.grouping';

const SEVERITY_OF: Partial<Record<vscode.DiagnosticSeverity, ProblemSeverity>> = {
  [vscode.DiagnosticSeverity.Error]: 'error',
  [vscode.DiagnosticSeverity.Warning]: 'warning',
  [vscode.DiagnosticSeverity.Information]: 'note',
};

/**
 * The view "Deck Problems": what linting all decks has found, by rule or by deck. It is shown from the first
 * result until it is cleared, and follows the decks in the meantime.
 */
export class ProblemsView implements vscode.TreeDataProvider<ProblemNode>, vscode.Disposable {
  static readonly id = 'deckwright.problems';

  readonly view: vscode.TreeView<ProblemNode>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #subscription: vscode.Disposable;
  #grouping: Grouping;
  #filter: ProblemFilter = NO_FILTER;
  /** Null while there is no result. */
  #problems: readonly Problem[] | null = null;
  #describe: (rule: string) => string | undefined = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly linter: Linter,
    readonly memento: vscode.Memento,
  ) {
    this.#grouping = memento.get<Grouping>(GROUPING_KEY, 'rule');
    this.view = vscode.window.createTreeView(ProblemsView.id, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#subscription = vscode.Disposable.from(
      this.view,
      this.#changed,
      vscode.languages.onDidChangeDiagnostics(() => this.#readSoon()),
    );
    this.#setContext('deckwright.problems.byDeck', this.#grouping === 'deck');
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
  }

  getChildren(node?: ProblemNode): ProblemNode[] {
    if (node) return 'children' in node ? [...node.children] : [];
    return groupProblems(filterProblems(this.#problems ?? [], this.#filter), this.#grouping);
  }

  getTreeItem(node: ProblemNode): vscode.TreeItem {
    return problemItem(node, this.#describe);
  }

  /** Lists and returns what there is now. */
  async show(): Promise<readonly Problem[]> {
    this.#describe = (await this.linter.load()).descriptionOf;
    const problems = allProblems();
    this.#problems = problems;
    this.#setContext('deckwright.problems.shown', true);
    this.#update();
    return problems;
  }

  clear(): void {
    this.#problems = null;
    this.#setContext('deckwright.problems.shown', false);
    this.#setFilter(NO_FILTER);
  }

  async groupBy(grouping: Grouping): Promise<void> {
    this.#grouping = grouping;
    this.#setContext('deckwright.problems.byDeck', grouping === 'deck');
    this.#update();
    await this.memento.update(GROUPING_KEY, grouping);
  }

  clearFilter(): void {
    this.#setFilter(NO_FILTER);
  }

  /** Asks for words; the list is filtered during typing. */
  askText(): void {
    const before = this.#filter;
    const input = vscode.window.createInputBox();
    input.title = vscode.l10n.t('Filter Deck Problems');
    input.placeholder = vscode.l10n.t('A rule, words from the message or a file');
    input.value = before.text;
    let isAccepted = false;
    const subscription = vscode.Disposable.from(
      input,
      input.onDidChangeValue((text) => this.#setFilter({ ...before, text })),
      input.onDidAccept(() => {
        isAccepted = true;
        input.hide();
      }),
      input.onDidHide(() => {
        subscription.dispose();
        if (!isAccepted) this.#setFilter(before);
      }),
    );
    input.show();
  }

  async askSeverities(): Promise<void> {
    const items = SEVERITIES.map((severity) => ({
      label: SEVERITY_NAMES[severity](),
      picked: this.#filter.severities.includes(severity),
      severity,
    }));
    const title = vscode.l10n.t('Which problems are shown?');
    const chosen = await chosenAmong(items, { title });
    // Nobody wants a filter that hides everything.
    if (!chosen || chosen.length === 0) return;
    this.#setFilter({ ...this.#filter, severities: chosen.map(({ severity }) => severity) });
  }

  #setFilter(filter: ProblemFilter): void {
    this.#filter = filter;
    this.#setContext('deckwright.problems.filtered', isFiltering(filter));
    this.#update();
  }

  #readSoon(): void {
    if (!this.#problems) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (!this.#problems) return;
      this.#problems = allProblems();
      this.#update();
    }, GATHERING);
  }

  #update(): void {
    const problems = this.#problems ?? [];
    this.view.message = listText(problems, filterProblems(problems, this.#filter), this.#filter);
    this.#changed.fire();
  }

  #setContext(key: string, value: boolean): void {
    void vscode.commands.executeCommand('setContext', key, value);
  }
}

/** What the Problems panel shows of ours. */
function allProblems(): Problem[] {
  return vscode.languages.getDiagnostics().flatMap(([uri, diagnostics]) => {
    const path = vscode.workspace.asRelativePath(uri);
    return diagnostics.flatMap((diagnostic): Problem[] => {
      const { source, severity, message, range } = diagnostic;
      const listed = source === SOURCE ? SEVERITY_OF[severity] : undefined;
      return listed ? [{ uri, path, rule: codeText(diagnostic), severity: listed, message, range }] : [];
    });
  });
}
