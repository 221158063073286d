import * as vscode from 'vscode';

/** Puts a whole new file in place, or leaves everything as it was. */
export async function writeWhole(target: vscode.Uri, text: string): Promise<void> {
  const { fs } = vscode.workspace;
  const suffix = Math.random().toString(36).slice(2, 10);
  const temporary = target.with({ path: target.path.replace(/([^/]*)$/, `.$1.${suffix}.tmp`) });
  try {
    await fs.writeFile(temporary, new TextEncoder().encode(text));
    await fs.rename(temporary, target, { overwrite: true });
  } catch (error) {
    await fs.delete(temporary).then(undefined, () => {});
    throw error;
  }
}
