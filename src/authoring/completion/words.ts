import * as vscode from 'vscode';
import type { CursorPlace } from '../../core/authoring/place/place';
import { teamsBeginning } from '../../core/community/teamNames';
import type { Helped } from '../help';
import type { Suggestions } from './suggestion';

export function emojiSuggestions({ span }: CursorPlace, { deck, help }: Helped): Suggestions | null {
  // Only HedgeDoc turns names into emoji.
  if (deck.dialect !== 'hedgedoc') return null;
  const rows = [...help.emoji].map(([name, character]) => ({
    label: { label: `:${name}:`, description: character },
    kind: vscode.CompletionItemKind.Text,
    insert: `:${name}:`,
  }));
  return { span, rows };
}

export function languageSuggestions({ span }: CursorPlace, { deck, help }: Helped): Suggestions {
  const rows = help.codeLanguages(deck.dialect).map(({ name, isDiagram, aliases }) => ({
    label: { label: name, description: isDiagram ? vscode.l10n.t('diagram') : aliases.join(', ') },
    kind: isDiagram ? vscode.CompletionItemKind.Module : vscode.CompletionItemKind.EnumMember,
    // Typing `js` finds `javascript`, the only name for it that HedgeDoc knows.
    filter: [name, ...aliases].join(' '),
    insert: name,
  }));
  return { span, rows };
}

export async function teamSuggestions(
  { span }: CursorPlace,
  offset: number,
  { document, deck, services }: Helped,
): Promise<Suggestions> {
  await services.configs.ready(document.uri);
  const written = deck.text.slice(span.start, offset);
  const teams = teamsBeginning(written, services.configs.of(document.uri).teams);
  const rows = teams.map(({ name, reporters }) => ({
    label: { label: name, description: reporters.map((handle) => `@${handle}`).join(', ') },
    kind: vscode.CompletionItemKind.Constant,
    insert: name,
  }));
  // Another letter may make it another heading.
  return { span, rows, isIncomplete: true };
}
