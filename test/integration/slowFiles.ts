import * as vscode from 'vscode';

/** A file system that delays reading files for as long as a test wants. */
export class SlowFiles implements vscode.FileSystemProvider {
  static #made = 0;

  readonly #scheme = `slow-${++SlowFiles.#made}`;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #registration: vscode.Disposable;
  #held: {
    readonly released: Promise<void>;
    readonly asked: () => void;
    readonly release: () => void;
  } | null = null;

  readonly onDidChangeFile = this.#changed.event;

  constructor(readonly files: Readonly<Record<string, string>>) {
    this.#registration = vscode.workspace.registerFileSystemProvider(this.#scheme, this);
  }

  dispose(): void {
    this.release();
    vscode.Disposable.from(this.#registration, this.#changed).dispose();
  }

  uri(name: string): vscode.Uri {
    return vscode.Uri.from({ scheme: this.#scheme, path: `/${name}` });
  }

  /** From here on files are read only after `release`. Resolves when something wants to read one. */
  hold(): Promise<void> {
    let release!: () => void;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    return new Promise((asked) => {
      this.#held = { released, asked, release };
    });
  }

  release(): void {
    this.#held?.release();
    this.#held = null;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const text = this.files[uri.path.slice(1)];
    if (text === undefined && uri.path !== '/') throw vscode.FileSystemError.FileNotFound(uri);
    const type = text === undefined ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime: 0, mtime: 0, size: text?.length ?? 0 };
  }

  readDirectory(): [string, vscode.FileType][] {
    return Object.keys(this.files).map((name) => [name, vscode.FileType.File]);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    this.#held?.asked();
    await this.#held?.released;
    const text = this.files[uri.path.slice(1)];
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}
