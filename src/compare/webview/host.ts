import type { FromPage } from '../messages';

interface VsCodeApi {
  postMessage(message: unknown): void;
}

const vscode = (window as { acquireVsCodeApi?: () => VsCodeApi }).acquireVsCodeApi!();
Reflect.deleteProperty(window, 'acquireVsCodeApi');

/** Tells the extension something. */
export function post(message: FromPage): void {
  vscode.postMessage(message);
}
