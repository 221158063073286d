import * as vscode from 'vscode';
import type * as Bundle from '../bundles/linter';
import type { Extent } from '../core/lint/fixAll';
import type { Finding, Fix } from '../core/lint/rule';
import type { TextEdit } from '../core/text/textEdits';
import { codeText, rangesIn, SOURCE } from './diagnostic';
import { reachOf } from './disableRule';
import type { FixAll } from './fixAll';
import type { Linted, Linter } from './linter';
import type { Linting } from './linting';

export const STOP_FORMATTING = 'deckwright.stopFormattingOnSave';
export const DISABLE_RULE = 'deckwright.disableRule';
export const OPEN_PICTURE = 'deckwright.openPicture';

/** Commands of src/archive, for one address and for a whole deck. */
const SAVE_PICTURE = 'deckwright.savePicture';
const ARCHIVE_PICTURES = 'deckwright.archivePictures';

/** Rules about what is on other servers only, and can be saved beside the deck. */
const REMOTE: ReadonlySet<string> = new Set(['hedgedoc-image-not-archived', 'remote-image']);

/** Commands that fix all problems of a deck. */
export const FIX_ALL: Record<Extent, string> = {
  safe: 'deckwright.fixAll',
  visible: 'deckwright.fixAllVisible',
};

const { QuickFix, SourceFixAll } = vscode.CodeActionKind;
const ON_SAVE = SourceFixAll.append('deckwright');

/** What is available in one document for making fixes. */
interface Bench {
  readonly document: vscode.TextDocument;
  readonly linted: Linted;
  readonly bundle: typeof Bundle;
  readonly rangeOf: ReturnType<typeof rangesIn>;
}

/** Fixes for what is found in decks, and ways to silence it. */
export class QuickFixes implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [QuickFix, ON_SAVE],
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
      return only.contains(ON_SAVE) ? this.#sourceAction(document, token) : [];
    }
    const shown = diagnostics.filter(({ source }) => source === SOURCE);
    const linted = shown.length > 0 ? await this.linting.now(document) : null;
    if (!linted) return [];
    const bundle = await this.linter.load();
    if (linted.version !== document.version || token.isCancellationRequested) return [];
    const bench = { document, linted, bundle, rangeOf: rangesIn(linted.deck.text) };
    const found = linted.findings.filter(({ span }) => bench.rangeOf(span).intersection(range));
    return [...found.flatMap((finding) => actionsFor(finding, bench, shown)), ...fixAllActions(found, bench)];
  }

  async #sourceAction(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const edits = await this.fixAll.edits(document, 'safe');
    if (!edits || edits.length === 0 || token.isCancellationRequested) return [];
    const action = new vscode.CodeAction(fixAllTitle('safe'), ON_SAVE);
    action.edit = editOf(document, edits);
    return [action];
  }
}

function editOf({ uri }: vscode.TextDocument, edits: vscode.TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(uri, edits);
  return edit;
}

/**
 * By commands: finding the edits takes several times as long as linting the deck, and the menu opens at each
 * step of the cursor.
 */
function fixAllActions(found: readonly Finding[], { bundle, linted, document }: Bench): vscode.CodeAction[] {
  const isFixable = (extent: Extent) => (finding: Finding) => bundle.isFixable(finding, extent);
  const count = (extent: Extent) => linted.findings.filter(isFixable(extent)).length;
  const offers: Record<Extent, boolean> = {
    safe: count('safe') > 1,
    visible: count('visible') > Math.max(1, count('safe')),
  };
  return (['safe', 'visible'] as const)
    .filter((extent) => offers[extent] && found.some(isFixable(extent)))
    .map((extent) => commandAction(fixAllTitle(extent), FIX_ALL[extent], document));
}

function fixAllTitle(extent: Extent): string {
  return extent === 'safe'
    ? vscode.l10n.t('Fix all safe problems in this deck')
    : vscode.l10n.t('Fix all problems in this deck, including what shows');
}

function actionsFor(
  finding: Finding,
  bench: Bench,
  shown: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const { rule } = finding;
  const { bundle, linted, rangeOf } = bench;
  const range = rangeOf(finding.span);
  const diagnostics = shown.filter((other) => codeText(other) === rule && other.range.isEqual(range));
  const inLine = bundle.disableForLine(linted.deck, finding);
  const inDeck = bundle.disableInDeck(linted.deck, rule);
  const actions = [
    ...finding.fixes.map((fix) => fixAction(fix, bench)),
    ...(rule === 'formatter-hazard' ? [stopFormatting(bench.document)] : []),
    ...(REMOTE.has(rule) ? pictureActions(finding, bench) : []),
    ...(inLine ? [action(vscode.l10n.t('Disable {0} for this line', rule), [inLine], bench)] : []),
    ...(inDeck ? [action(vscode.l10n.t('Disable {0} in this deck', rule), [inDeck], bench)] : []),
    ...disableEverywhere(rule, bench.document),
  ];
  for (const one of actions) one.diagnostics = diagnostics;
  return actions;
}

function fixAction(fix: Fix, bench: Bench): vscode.CodeAction {
  const result = action(fix.title, fix.edits, bench);
  result.isPreferred = fix.kind !== 'offered';
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

function disableEverywhere(rule: string, document: vscode.TextDocument): vscode.CodeAction[] {
  const reach = reachOf(document.uri);
  if (!reach) return [];
  const title =
    reach === 'workspace'
      ? vscode.l10n.t('Disable {0} in this workspace', rule)
      : vscode.l10n.t('Disable {0} in this folder', rule);
  return [commandAction(title, DISABLE_RULE, document, rule)];
}

function stopFormatting(document: vscode.TextDocument): vscode.CodeAction {
  const title = vscode.l10n.t("Don't format markdown on save in this workspace");
  return commandAction(title, STOP_FORMATTING, document);
}

/** Nothing is fetched in Restricted Mode. */
function pictureActions({ address }: Finding, { document, linted }: Bench): vscode.CodeAction[] {
  const open = commandAction(
    vscode.l10n.t('Open the picture in the browser'),
    OPEN_PICTURE,
    document,
    address,
  );
  if (!vscode.workspace.isTrusted) return [open];
  const save = vscode.l10n.t('Save this picture beside the deck');
  const all = vscode.l10n.t('Archive all pictures of this deck');
  const others = linted.findings.filter((other) => REMOTE.has(other.rule) && other.address !== address);
  return [
    commandAction(save, SAVE_PICTURE, document, address),
    ...(others.length > 0 ? [commandAction(all, ARCHIVE_PICTURES, document)] : []),
    open,
  ];
}

function commandAction(
  title: string,
  command: string,
  { uri }: vscode.TextDocument,
  ...more: readonly unknown[]
): vscode.CodeAction {
  const result = new vscode.CodeAction(title, QuickFix);
  result.command = { command, title, arguments: [uri, ...more] };
  return result;
}
