import * as vscode from 'vscode';
import type { TextEdit } from '../core/deck/textEdits';
import type * as Bundle from '../core/lint/linter';
import type { Finding, Fix } from '../core/lint/rule';
import { rangesIn, SOURCE } from './diagnostic';
import { FIX_ALL_TITLE, type FixAll } from './fixAll';
import type { Linted, Linter } from './linter';
import type { Linting } from './linting';

export const STOP_FORMATTING = 'deckwright.stopFormattingOnSave';

const { QuickFix, SourceFixAll } = vscode.CodeActionKind;
const FIX_ALL = SourceFixAll.append('deckwright');

/** What there is in one document to fix with. */
interface Bench {
  readonly document: vscode.TextDocument;
  readonly linted: Linted;
  readonly bundle: typeof Bundle;
  readonly rangeOf: ReturnType<typeof rangesIn>;
}

/** Its edits take as long as linting the deck some times over, and the menu opens at each step of the cursor. */
class FixAllAction extends vscode.CodeAction {
  constructor(readonly document: vscode.TextDocument) {
    super(FIX_ALL_TITLE(), QuickFix);
  }
}

/** Fixes for what is found in decks, and ways to silence it. */
export class QuickFixes implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [QuickFix, FIX_ALL],
  };

  constructor(
    readonly linting: Linting,
    readonly linter: Linter,
    readonly fixAll: FixAll,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, diagnostics }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    if (only && !only.intersects(QuickFix)) {
      return only.contains(FIX_ALL) ? this.#sourceAction(document, token) : [];
    }
    const shown = diagnostics.filter(({ source }) => source === SOURCE);
    const linted = shown.length > 0 ? await this.linting.now(document) : null;
    if (!linted) return [];
    const bundle = await this.linter.load();
    if (linted.version !== document.version || token.isCancellationRequested) return [];
    const bench = { document, linted, bundle, rangeOf: rangesIn(linted.deck.text) };
    const found = linted.findings.filter(({ span }) => bench.rangeOf(span).intersection(range));
    const actions = found.flatMap((finding) => actionsFor(finding, bench, shown));
    const offersAll = found.some(hasSafeFix) && linted.findings.filter(hasSafeFix).length > 1;
    return offersAll ? [...actions, new FixAllAction(document)] : actions;
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    if (!(action instanceof FixAllAction)) return action;
    const edits = await this.fixAll.edits(action.document);
    if (edits) action.edit = editOf(action.document, edits);
    return action;
  }

  async #sourceAction(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const edits = await this.fixAll.edits(document);
    if (!edits || edits.length === 0 || token.isCancellationRequested) return [];
    const action = new vscode.CodeAction(FIX_ALL_TITLE(), FIX_ALL);
    action.edit = editOf(document, edits);
    return [action];
  }
}

function editOf({ uri }: vscode.TextDocument, edits: vscode.TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(uri, edits);
  return edit;
}

function hasSafeFix({ fixes }: Finding): boolean {
  return fixes.some(({ safe }) => safe);
}

function actionsFor(
  finding: Finding,
  bench: Bench,
  shown: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const { rule } = finding;
  const { bundle, linted, rangeOf } = bench;
  const range = rangeOf(finding.span);
  const diagnostics = shown.filter(
    ({ code, range: other }) => typeof code === 'object' && code.value === rule && other.isEqual(range),
  );
  const inLine = bundle.disableForLine(linted.deck, finding);
  const inDeck = bundle.disableInDeck(linted.deck, rule);
  const actions = [
    ...finding.fixes.map((fix) => fixAction(fix, bench)),
    ...(rule === 'formatter-hazard' ? [stopFormatting(bench.document)] : []),
    ...(inLine ? [action(vscode.l10n.t('Disable {0} for this line', rule), [inLine], bench)] : []),
    ...(inDeck ? [action(vscode.l10n.t('Disable {0} in this deck', rule), [inDeck], bench)] : []),
  ];
  for (const one of actions) one.diagnostics = diagnostics;
  return actions;
}

function fixAction(fix: Fix, bench: Bench): vscode.CodeAction {
  const result = action(fix.title, fix.edits, bench);
  result.isPreferred = fix.safe;
  return result;
}

function action(title: string, edits: readonly TextEdit[], { document, rangeOf }: Bench): vscode.CodeAction {
  const result = new vscode.CodeAction(title, QuickFix);
  result.edit = editOf(
    document,
    edits.map(({ span, newText }) => new vscode.TextEdit(rangeOf(span), newText)),
  );
  return result;
}

function stopFormatting({ uri }: vscode.TextDocument): vscode.CodeAction {
  const title = vscode.l10n.t("Don't format markdown on save in this workspace");
  const result = new vscode.CodeAction(title, QuickFix);
  result.command = { command: STOP_FORMATTING, title, arguments: [uri] };
  return result;
}
