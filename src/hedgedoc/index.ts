import type * as vscode from 'vscode';
import type { Services } from '../services/services';

/** Takes decks from HedgeDoc notes, and back to them. */
export function register(_context: vscode.ExtensionContext, _services: Services): void {
  // Each command registers itself here.
}
