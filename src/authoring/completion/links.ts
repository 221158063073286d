import * as vscode from 'vscode';
import { slideTitle } from '../../core/summary/titles';
import type { Helped } from '../help';
import { pathRows } from './paths';
import type { Completing, Suggestion } from './suggestion';

/** Nobody chooses from more slides than this. */
const MAX_SLIDES = 1000;

/** Files, or after `#` the slides of the deck. */
export async function linkRows(helped: Completing, typed: string): Promise<Suggestion[]> {
  return typed.startsWith('#') ? slideRows(helped) : pathRows(helped, typed, 'any');
}

function slideRows({ deck }: Helped): Suggestion[] {
  return deck.slides.slice(0, MAX_SLIDES).map(({ h, v, content }) => {
    const anchor = v > 0 ? `#/${h}/${v}` : `#/${h}`;
    const title = slideTitle(content);
    const text = 'text' in title ? title.text : '';
    return {
      label: { label: anchor, description: text },
      kind: vscode.CompletionItemKind.Reference,
      insert: anchor,
      filter: `${anchor} ${text}`,
    };
  });
}
