import * as vscode from 'vscode';

/** VS Code would leave some out if there were more at once. */
const MAX_ANNOUNCED = 200;

/** The badges and colors of one kind that entries of the view have, by the entries' addresses. */
export class Badges<Value> implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  readonly onDidChangeFileDecorations = this.#changed.event;
  readonly #subscription: vscode.Disposable;
  #values: ReadonlyMap<string, Value> = new Map();

  constructor(
    readonly decorate: (value: Value) => vscode.FileDecoration,
    readonly areSame: (one: Value | undefined, other: Value | undefined) => boolean,
  ) {
    this.#subscription = vscode.Disposable.from(
      this.#changed,
      vscode.window.registerFileDecorationProvider(this),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const value = this.of(uri);
    return value && this.decorate(value);
  }

  of(uri: vscode.Uri): Value | undefined {
    return this.#values.get(uri.toString());
  }

  /** Returns the addresses of entries that look different now. */
  replace(values: ReadonlyMap<string, Value>): ReadonlySet<string> {
    const before = this.#values;
    this.#values = values;
    const keys = [...before.keys(), ...values.keys()];
    const changed = new Set(keys.filter((key) => !this.areSame(before.get(key), values.get(key))));
    if (changed.size > MAX_ANNOUNCED) this.#changed.fire(undefined);
    else if (changed.size > 0) this.#changed.fire([...changed].map((key) => vscode.Uri.parse(key)));
    return changed;
  }
}
