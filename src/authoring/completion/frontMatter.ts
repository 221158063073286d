import * as vscode from 'vscode';
import type { OptionHelp } from '../../core/authoring/help/frontMatterHelp';
import type { CursorPlace } from '../../core/authoring/place/place';
import type { Helped } from '../help';
import { Documentation, translated } from '../hover/documentation';
import { pathRows } from './paths';
import type { Completing, Suggestion, Suggestions } from './suggestion';

type KeyPlace = Extract<CursorPlace, { kind: 'frontMatterKey' }>;
type ValuePlace = Extract<CursorPlace, { kind: 'frontMatterValue' }>;

export function keySuggestions({ span, parents, siblings, hasColon }: KeyPlace, helped: Helped): Suggestions {
  const { deck, help, extensionUri } = helped;
  const options = help.optionsBelow(parents, deck.dialect).filter(({ name }) => !siblings.includes(name));
  const rows = options.map((option) => ({
    label: option.name,
    kind: option.isMapping ? vscode.CompletionItemKind.Module : vscode.CompletionItemKind.Property,
    insert: hasColon ? option.name : keyText(option),
    documentation: new Documentation(extensionUri).about(option).markdown,
    goesOn: !hasColon && (option.isMapping || option.values.length > 0 || option.isPicture),
  }));
  return { span, rows };
}

/** With what belongs after it, so that the value can be chosen at once. */
function keyText({ name, isMapping }: OptionHelp): vscode.SnippetString {
  const key = new vscode.SnippetString().appendText(`${name}:`);
  // The editor adds the line's own indentation.
  return isMapping ? key.appendText('\n  ').appendTabstop(0) : key.appendText(' ').appendTabstop(0);
}

export async function valueSuggestions(
  { span, path }: ValuePlace,
  offset: number,
  helped: Completing,
): Promise<Suggestions | null> {
  const { deck, help, extensionUri } = helped;
  const option = help.optionAt(path, deck.dialect);
  if (!option) return null;
  const typed = deck.text.slice(span.start, offset);
  if (option.isPicture) return { span, rows: await pathRows(helped, typed, 'picture') };
  const quote = /^["']?/.exec(typed)![0];
  const rows = option.values.map(({ value, description }): Suggestion => {
    const documentation = new Documentation(extensionUri)
      .line(translated(description))
      .optionPicture(help.pictureOfValue(path, value, deck.dialect));
    return {
      label: { label: value, description: value === option.default ? vscode.l10n.t('default') : undefined },
      kind: vscode.CompletionItemKind.Value,
      insert: yamlText(value),
      filter: quote + value,
      documentation: documentation.markdown,
    };
  });
  return { span, rows };
}

/** In quotes where YAML needs them. */
function yamlText(value: string): string {
  return /^[\w./-]+$/.test(value) ? value : `'${value}'`;
}
