import * as vscode from 'vscode';

const TYPE = 'deckwright';

interface LintTask extends vscode.TaskDefinition {
  readonly command: string;
  readonly args?: readonly string[];
}

/** The task "deckwright: lint", which runs the command line that comes with the extension. */
export class LintTasks implements vscode.TaskProvider {
  constructor(readonly extensionUri: vscode.Uri) {}

  /** In the browser's extension host nothing can run a program. */
  static register(extensionUri: vscode.Uri): vscode.Disposable {
    if (extensionUri.scheme !== 'file') return new vscode.Disposable(() => {});
    return vscode.tasks.registerTaskProvider(TYPE, new LintTasks(extensionUri));
  }

  provideTasks(): vscode.Task[] {
    return onDisk().map((folder) => this.#task({ type: TYPE, command: 'lint' }, folder));
  }

  resolveTask({ definition, scope }: vscode.Task): vscode.Task | undefined {
    const folder = typeof scope === 'object' ? scope : onDisk()[0];
    return folder && definition.command === 'lint' ? this.#task(definition as LintTask, folder) : undefined;
  }

  #task(definition: LintTask, folder: vscode.WorkspaceFolder): vscode.Task {
    const { command, args = [] } = definition;
    // A task's terminal is one, but the problem matcher needs one finding a line.
    const all = [command, '--format', 'text', ...args];
    return new vscode.Task(
      definition,
      folder,
      command,
      TYPE,
      commandLine(this.extensionUri, all, folder),
      '$deckwright',
    );
  }
}

/** Runs the command line that comes with the extension. VS Code's own Node is enough: none needs to be installed. */
export function commandLine(
  extensionUri: vscode.Uri,
  args: readonly string[],
  folder: vscode.WorkspaceFolder,
): vscode.ProcessExecution {
  const program = vscode.Uri.joinPath(extensionUri, 'dist/cli.js').fsPath;
  return new vscode.ProcessExecution(process.execPath, [program, ...args], {
    cwd: folder.uri.fsPath,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
}

/** The folders of the workspace in which programs can run. */
export function onDisk(): vscode.WorkspaceFolder[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}
