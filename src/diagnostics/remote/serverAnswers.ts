import * as vscode from 'vscode';
import type * as Bundle from '../../bundles/linter';
import type { KnownLinks } from '../../core/lint/remote/knownLinks';
import type { LinkRecord } from '../../core/lint/remote/linkRecord';

const FILE = 'links.json';

/**
 * What servers answered in the last day. The linter only reads it: servers are asked by the command alone. It is kept in
 * a file, for all windows.
 */
export class ServerAnswers {
  #known: KnownLinks | undefined;
  #loading: Promise<KnownLinks> | undefined;
  readonly #file: vscode.Uri;

  constructor(
    readonly folder: vscode.Uri,
    readonly loadLinter: () => Promise<typeof Bundle>,
  ) {
    this.#file = vscode.Uri.joinPath(folder, FILE);
  }

  /** What was kept, and what is added later. */
  async load(): Promise<KnownLinks> {
    this.#loading ??= this.#read();
    this.#known = await this.#loading;
    return this.#known;
  }

  /** Undefined if nothing is known of the address, or nothing has been loaded yet. */
  readonly of = (address: string): LinkRecord | undefined => this.#known?.get(address);

  async add(records: ReadonlyMap<string, LinkRecord>): Promise<void> {
    (await this.load()).add(records);
    // Another window may have written meanwhile.
    const kept = await this.#read();
    kept.add(records);
    await vscode.workspace.fs.createDirectory(this.folder);
    await vscode.workspace.fs.writeFile(this.#file, new TextEncoder().encode(kept.toText()));
  }

  async #read(): Promise<KnownLinks> {
    const { KnownLinks } = await this.loadLinter();
    const bytes = await vscode.workspace.fs.readFile(this.#file).then(undefined, () => new Uint8Array());
    return KnownLinks.read(new TextDecoder().decode(bytes));
  }
}
