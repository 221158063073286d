import type { FromPage, SavedVersions } from '../messages';

/** What the page keeps while another tab is in front of it, and across a reload of the window. */
export interface PageState {
  /** Which change is shown. */
  readonly at: number;
  /** Whether one version is over the other. */
  readonly isOverlay: boolean;
  readonly saved: SavedVersions | null;
}

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

const vscode = (window as { acquireVsCodeApi?: () => unknown }).acquireVsCodeApi!() as VsCodeApi;
Reflect.deleteProperty(window, 'acquireVsCodeApi');

/** Tells the extension something. */
export function post(message: FromPage): void {
  vscode.postMessage(message);
}

/** As the page was before. */
export function kept(): PageState {
  return vscode.getState() ?? { at: 0, isOverlay: false, saved: null };
}

export function keep(state: Partial<PageState>): void {
  vscode.setState({ ...kept(), ...state });
}
