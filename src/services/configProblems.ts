import * as vscode from 'vscode';
import type { TextProblem } from '../core/deck/deck';
import { ruleUrl } from '../core/lint/rule';
import { positionAt } from '../core/text/lineEnds';
import { printable } from '../core/text/printable';

const RULE = 'invalid-configuration';

/**
 * What is wrong in configurations. While one is open, VS Code also finds some of it, by the schema: that is
 * not reported twice.
 */
export class ConfigProblems implements vscode.Disposable {
  readonly #collection: vscode.DiagnosticCollection;
  readonly #found = new Map<string, readonly vscode.Diagnostic[]>();
  readonly #shown = new Map<string, readonly vscode.Diagnostic[]>();
  readonly #subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) if (this.#found.has(uri.toString())) this.#show(uri);
  });

  constructor(name: string) {
    this.#collection = vscode.languages.createDiagnosticCollection(name);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#collection.dispose();
  }

  set(file: vscode.Uri, problems: readonly vscode.Diagnostic[]): void {
    this.#found.set(file.toString(), problems);
    this.#show(file);
  }

  clear(): void {
    this.#found.clear();
    this.#shown.clear();
    this.#collection.clear();
  }

  #show(file: vscode.Uri): void {
    const key = file.toString();
    const found = isEdited(file) ? [] : this.#found.get(key)!;
    const others = vscode.languages.getDiagnostics(file).filter(({ source }) => source !== 'deckwright');
    const shown = found.filter(({ range }) => !others.some((other) => other.range.intersection(range)));
    // Setting the same again would report a change, which leads here.
    if (
      shown.length === this.#shown.get(key)?.length &&
      shown.every((one) => this.#shown.get(key)!.includes(one))
    )
      return;
    this.#shown.set(key, shown);
    this.#collection.set(file, shown);
  }
}

/** Then positions no longer hold; what is saved is read again. */
function isEdited(file: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(
    ({ uri, isDirty }) => isDirty && uri.toString() === file.toString(),
  );
}

/** A problem of a file with this text. */
export function configDiagnostic({ message, span }: TextProblem, text: string): vscode.Diagnostic {
  const [start, end] = [span.start, span.end].map((offset) => {
    const { line, column } = positionAt(text, offset);
    return new vscode.Position(line, column);
  }) as [vscode.Position, vscode.Position];
  const result = new vscode.Diagnostic(new vscode.Range(start, end), printable(message));
  result.source = 'deckwright';
  result.code = { value: RULE, target: vscode.Uri.parse(ruleUrl(RULE)) };
  return result;
}
