import type { Uri } from 'vscode';
import { printable } from '../core/text/printable';

/**
 * Text from decks and configurations, and names of files, for lists and messages: nothing in it can be an
 * icon or a link, or reverse or hide the surrounding text.
 */
export function plainText(text: string): string {
  // VS Code reads `$(name)` as an icon and, in messages, `[label](command:…)` as a link, without any way to
  // escape them.
  return printable(text).replaceAll('$(', '$\u2060(').replaceAll('](', ']\u2060(');
}

/** The name of a file as plain text. */
export function plainName({ path }: Pick<Uri, 'path'>): string {
  return plainText(path.replace(/^.*\//s, ''));
}
