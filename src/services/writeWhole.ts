import * as vscode from 'vscode';

/**
 * Puts a whole new file in place, or leaves everything as it was. Unless it may replace what is there, it fails if there
 * is something, even if that appeared a moment ago.
 */
export async function writeWhole(
  target: vscode.Uri,
  content: string | Uint8Array,
  { overwrite } = { overwrite: true },
): Promise<void> {
  const { fs } = vscode.workspace;
  const temporary = temporaryBeside(target);
  try {
    await fs.writeFile(temporary, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    await fs.rename(temporary, target, { overwrite });
  } catch (error) {
    await fs.delete(temporary).then(undefined, () => {});
    throw error;
  }
}

/** What is written before it takes the place of a file or folder. */
export function temporaryBeside(target: vscode.Uri): vscode.Uri {
  const suffix = Math.random().toString(36).slice(2, 10);
  return target.with({ path: target.path.replace(/([^/]*)$/, `.$1.${suffix}.tmp`) });
}
