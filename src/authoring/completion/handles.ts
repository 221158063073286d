import * as vscode from 'vscode';
import { handlesIn } from '../../core/authoring/handles';
import type { Place } from '../../core/authoring/place';
import { slideAt } from '../../core/deck/slideAt';
import { slideTitle } from '../../core/deck/titles';
import type { Helped } from '../help';
import type { Suggestion, Suggestions } from './suggestion';
import type { WorkspaceHandles } from './workspaceHandles';

type HandlePlace = Extract<Place, { kind: 'handle' }>;

/**
 * GitHub handles: first the reporters of the slide's team, then those whom the configuration and the decks of the
 * workspace name, the most frequent first.
 */
export async function handleSuggestions(
  { span, linkable }: HandlePlace,
  helped: Helped,
  workspaceHandles: WorkspaceHandles,
  token: vscode.CancellationToken,
): Promise<Suggestions> {
  const { document, deck, services } = helped;
  await services.configs.ready(document.uri);
  const { teams } = services.configs.of(document.uri);
  const heading = columnTitle(helped, span.start);
  const team = teams.find(({ name }) => heading.includes(name));
  const reporters = teams.flatMap((each) => each.reporters);
  const inDecks = byFrequency([...handlesIn(deck.text), ...(await workspaceHandles.all(token))]);
  const handles = new Map<string, string>();
  for (const handle of [...(team?.reporters ?? []), ...reporters, ...inDecks]) {
    const key = handle.toLowerCase();
    if (!handles.has(key)) handles.set(key, handle);
  }
  // What is being typed right now is a handle too, but none to suggest.
  handles.delete(deck.text.slice(span.start, span.end).replace(/^@/, '').toLowerCase());
  const at = deck.text[span.start] === '@' ? '@' : '';
  const rows = [...handles.values()].map((handle) => row(`${at}${handle}`, `${at}${handle}`));
  const linked = linkable ? [...handles.values()].map((handle) => row(`@${handle}`, link(handle), true)) : [];
  return { span, rows: [...rows, ...linked] };
}

function row(label: string, insert: string, isLink = false): Suggestion {
  return {
    label: { label, description: isLink ? vscode.l10n.t('with link') : undefined },
    kind: vscode.CompletionItemKind.User,
    insert,
  };
}

function link(handle: string): string {
  return `<a href="https://github.com/${handle}">@${handle}</a>`;
}

/** The title of the column's first slide, where the team is named. */
function columnTitle({ deck }: Helped, offset: number): string {
  const slide = slideAt(deck, offset);
  const first = deck.slides[slide.index - slide.v] ?? slide;
  const title = slideTitle(first.content);
  return 'text' in title ? title.text : '';
}

function byFrequency(handles: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const handle of handles) counts.set(handle, (counts.get(handle) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([handle]) => handle);
}
