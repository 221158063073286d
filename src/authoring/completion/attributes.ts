import * as vscode from 'vscode';
import type { AttributeHelp } from '../../core/authoring/help/attributeHelp';
import type { CursorPlace } from '../../core/authoring/place/place';
import type { Span } from '../../core/text/spans';
import type { Helped } from '../help';
import { Documentation, translated } from '../hover/documentation';
import { colorRows } from './colors';
import { linkRows } from './links';
import { pathRows } from './paths';
import type { Completing, Suggestion, Suggestions } from './suggestion';

type KeywordPlace = Extract<CursorPlace, { kind: 'commentKeyword' }>;
type NamePlace = Extract<CursorPlace, { kind: 'attributeName' }>;
type ValuePlace = Extract<CursorPlace, { kind: 'attributeValue' }>;

export function keywordSuggestions({ span }: KeywordPlace): Suggestions {
  const row = (keyword: string, detail: string): Suggestion => ({
    label: keyword,
    kind: vscode.CompletionItemKind.Keyword,
    insert: `${keyword} `,
    detail,
    goesOn: true,
  });
  const rows = [
    row('.slide:', vscode.l10n.t('Attributes of this slide')),
    row('.element:', vscode.l10n.t('Attributes of the preceding element')),
  ];
  return { span, rows };
}

export function nameSuggestions(place: NamePlace, { deck, help, extensionUri }: Helped): Suggestions | null {
  const { span, owner, present, hasValue } = place;
  if (!('comment' in owner)) return null;
  const attributes = help
    .attributesOf(owner.comment, deck.dialect)
    .filter(({ name }) => !present.includes(name));
  const rows = attributes.map((attribute) => ({
    label: attribute.name,
    kind: vscode.CompletionItemKind.Property,
    insert: hasValue
      ? attribute.name
      : new vscode.SnippetString().appendText(`${attribute.name}="`).appendTabstop(1).appendText('"'),
    documentation: new Documentation(extensionUri).about(attribute).markdown,
    goesOn: !hasValue && (attribute.values.length > 0 || !/^(?:text|css)$/.test(attribute.kind)),
  }));
  return { span, rows };
}

export async function attributeValueSuggestions(
  { span, owner, name }: ValuePlace,
  offset: number,
  helped: Completing,
): Promise<Suggestions | null> {
  const { deck, help } = helped;
  const attribute = help.attributeAt(owner, name, deck.dialect);
  if (!attribute) return null;
  const typed = deck.text.slice(span.start, offset);
  switch (attribute.kind) {
    case 'picture':
    case 'media':
      return { span, rows: await pathRows(helped, typed, attribute.kind) };
    case 'link':
      return { span, rows: await linkRows(helped, typed) };
    case 'color':
      return { span, rows: colorRows(helped) };
    case 'background':
      return { span, rows: [...(await pathRows(helped, typed, 'picture')), ...colorRows(helped)] };
    case 'classes':
      return classSuggestions(attribute, span, offset, helped);
    case 'text':
      return { span, rows: valueRows(attribute, helped) };
    default:
      return null;
  }
}

function valueRows({ name, values, default: fallback }: AttributeHelp, helped: Helped): Suggestion[] {
  const isTransition = name === 'data-transition' || name === 'data-background-transition';
  return values.map(({ value, description }) => {
    const documentation = new Documentation(helped.extensionUri).line(translated(description));
    if (isTransition) documentation.optionPicture(helped.help.pictureOfTransition(value));
    return {
      label: { label: value, description: value === fallback ? vscode.l10n.t('default') : undefined },
      kind: vscode.CompletionItemKind.Value,
      documentation: documentation.markdown,
    };
  });
}

/** One class of several; those already there are left out. */
function classSuggestions(attribute: AttributeHelp, span: Span, offset: number, helped: Helped): Suggestions {
  const { text } = helped.deck;
  const before = text.slice(span.start, offset);
  const start = offset - /\S*$/.exec(before)![0].length;
  const end = offset + /^\S*/.exec(text.slice(offset, span.end))![0].length;
  const others = `${text.slice(span.start, start)} ${text.slice(end, span.end)}`.split(/\s+/);
  const rows = valueRows(attribute, helped).filter(
    ({ label }) => !others.includes(typeof label === 'string' ? label : label.label),
  );
  return { span: { start, end }, rows };
}
