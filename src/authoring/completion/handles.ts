import * as vscode from 'vscode';
import type { CursorPlace } from '../../core/authoring/place/place';
import { handlesIn, isPlaceholder, isSameHandle } from '../../core/community/handles';
import { slideAt } from '../../core/summary/slideAt';
import { slideTitle } from '../../core/summary/titles';
import type { KnownHandle } from '../handles/knownHandles';
import type { Completing, Suggestion, Suggestions } from './suggestion';

type HandlePlace = Extract<CursorPlace, { kind: 'handle' }>;

/** GitHub handles, the likeliest first; in text, also a second time as links. */
export async function handleSuggestions(
  { span, linkable }: HandlePlace,
  completing: Completing,
  token: vscode.CancellationToken,
): Promise<Suggestions> {
  const { document, deck, handles, stops } = completing;
  const stop = stops.at(document, span.end);
  const at = deck.text[span.start] === '@' ? '@' : '';
  const written = deck.text.slice(span.start + at.length, span.end);
  const known = await handles.of(document.uri, teamAt(completing, span.start), handlesIn(deck.text), token);
  if (stop) {
    const place = { start: span.start + at.length, end: span.end };
    return { span: place, rows: stopRows(written, stop.isSelected, known), isIncomplete: true };
  }
  const others = known.filter(({ handle }) => !isSameHandle(handle, written));
  const rows = others.map(({ handle, description }) => row(`${at}${handle}`, description));
  return { span, rows: linkable ? [...rows, ...others.map(linkRow)] : rows };
}

/**
 * At a tab stop the existing text can be kept: it comes first if the user has just got there. What is typed
 * is listed only where no handle begins that way, so that nothing else is mistaken for it.
 */
function stopRows(written: string, isSelected: boolean, known: readonly KnownHandle[]): Suggestion[] {
  // What is being typed counts as a handle of the deck by now, but is not a known one.
  const others = known.filter(
    ({ handle, description }) => !isSameHandle(handle, written) || description !== '',
  );
  const own = others.find(({ handle }) => isSameHandle(handle, written)) ?? {
    handle: written,
    description: '',
  };
  if (isSelected) {
    const rest = others.filter((likely) => likely !== own);
    const all = isPlaceholder(written) ? rest : [own, ...rest];
    // The selected text is still there, and is what rows are compared with.
    return all.map(({ handle, description }) => ({
      ...row(handle, description),
      filter: `${written} ${handle}`,
    }));
  }
  const isBegun = others.some(({ handle }) => handle.toLowerCase().startsWith(written.toLowerCase()));
  return (isBegun ? others : [own, ...others]).map(({ handle, description }) => row(handle, description));
}

function row(label: string, description: string): Suggestion {
  return { label: { label, description }, kind: vscode.CompletionItemKind.User, insert: label };
}

function linkRow({ handle }: KnownHandle): Suggestion {
  return {
    label: { label: `@${handle}`, description: vscode.l10n.t('with link') },
    kind: vscode.CompletionItemKind.User,
    insert: `<a href="https://github.com/${handle}">@${handle}</a>`,
  };
}

/**
 * The team whose report an offset is in, or the heading's words in its place; undefined on the title, where
 * people present.
 */
function teamAt({ deck, document, services }: Completing, offset: number): string | undefined {
  const slide = slideAt(deck, offset);
  if (slide.h === 0) return undefined;
  const title = slideTitle((deck.slides[slide.index - slide.v] ?? slide).content);
  const heading = 'text' in title ? title.text : '';
  const names = services.configs.of(document.uri).teams.map(({ name }) => name);
  const named = names.filter((name) => heading.includes(name)).sort((a, b) => b.length - a.length);
  return named[0] ?? heading.split(/\s[-–—:]/, 1)[0]!;
}
