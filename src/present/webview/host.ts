import type { FromPanel, PresentState } from '../messages';

interface VsCodeApi {
  postMessage(message: unknown): void;
  setState(state: PresentState): void;
}

const vscode = (window as { acquireVsCodeApi?: () => VsCodeApi }).acquireVsCodeApi!();
Reflect.deleteProperty(window, 'acquireVsCodeApi');

/** Tells the extension something. */
export function post(message: FromPanel): void {
  vscode.postMessage(message);
}

/** Keeps the state across a reload of the window. */
export function persist(state: PresentState): void {
  vscode.setState(state);
}
