import * as vscode from 'vscode';
import type { Helped } from '../help';
import type { Suggestion } from './suggestion';

/** The deck's colors, the most frequent first, then the named colors. */
export function colorRows({ deck, help }: Helped): Suggestion[] {
  const counts = new Map<string, number>();
  for (const { content } of deck.slides) {
    for (const { span } of help.slideColors(content, deck.dialect)) {
      const written = content.text.slice(span.start, span.end);
      counts.set(written, (counts.get(written) ?? 0) + 1);
    }
  }
  const own = [...counts].sort(([, a], [, b]) => b - a).map(([color]) => color);
  const named = [...help.NAMED_COLORS.keys()].filter((name) => !counts.has(name));
  return [
    ...own.map((color) =>
      row(color, help.NAMED_COLORS.get(color.toLowerCase()) ?? color, vscode.l10n.t('in this deck')),
    ),
    ...named.map((name) => row(name, help.NAMED_COLORS.get(name)!)),
  ];
}

/** The list shows the color given as documentation. */
function row(color: string, documentation: string, description?: string): Suggestion {
  return { label: { label: color, description }, kind: vscode.CompletionItemKind.Color, documentation };
}
