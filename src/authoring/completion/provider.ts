import * as vscode from 'vscode';
import type { CursorPlace } from '../../core/authoring/place/place';
import { placeAt } from '../../core/authoring/place/placeAt';
import type { Services } from '../../services/services';
import { loadHelp } from '../help';
import { Documentation } from '../hover/documentation';
import { describePicture } from '../hover/pictures';
import type { Shared } from '../shared';
import { attributeValueSuggestions, keywordSuggestions, nameSuggestions } from './attributes';
import { keySuggestions, valueSuggestions } from './frontMatter';
import { handleSuggestions } from './handles';
import { linkRows } from './links';
import { pathRows } from './paths';
import { type Completing, pictures, type Suggestions, toItems } from './suggestion';
import { emojiSuggestions, languageSuggestions, teamSuggestions } from './words';

/** Which lists open by themselves at which character; all of them open on request. */
const TRIGGERS: Readonly<Record<string, readonly CursorPlace['kind'][]>> = {
  ' ': ['frontMatterValue', 'attributeName', 'team'],
  '.': ['commentKeyword', 'destination', 'attributeValue'],
  '"': ['attributeValue'],
  '(': ['destination'],
  '/': ['destination', 'attributeValue', 'handle'],
  '#': ['destination'],
  '@': ['handle'],
  ':': ['emoji'],
  // A new word begins after a dash, where VS Code would stop offering anything.
  '-': ['attributeName', 'attributeValue', 'handle', 'destination'],
};

export function registerCompletion(
  context: vscode.ExtensionContext,
  services: Services,
  shared: Shared,
): void {
  const provider = new DeckCompletion(context.extensionUri, services, shared);
  const selector = { language: 'markdown' };
  context.subscriptions.push(
    vscode.languages.registerCompletionItemProvider(selector, provider, ...Object.keys(TRIGGERS)),
  );
}

/** Completes what is meaningful in decks; ordinary markdown is left alone. */
class DeckCompletion implements vscode.CompletionItemProvider {
  constructor(
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
    readonly shared: Shared,
  ) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    { triggerKind, triggerCharacter = '' }: vscode.CompletionContext,
  ): Promise<vscode.CompletionList | undefined> {
    const { extensionUri, services, shared } = this;
    if (!services.decks.isDeck(document)) return undefined;
    const deck = services.decks.deckOf(document);
    const offset = document.offsetAt(position);
    const place = placeAt(deck, offset);
    if (!place) return undefined;
    const isTyped = triggerKind === vscode.CompletionTriggerKind.TriggerCharacter;
    if (isTyped && !TRIGGERS[triggerCharacter]?.includes(place.kind)) return undefined;
    // A heading that has only been begun may become anything.
    if (isTyped && place.kind === 'team' && place.span.start === offset) return undefined;
    const help = await loadHelp(extensionUri);
    if (token.isCancellationRequested) return undefined;
    const helped = { document, deck, help, extensionUri, services, ...shared };
    const suggestions = await this.#suggestions(place, offset, helped, token);
    return suggestions ? toItems(suggestions, document, position) : undefined;
  }

  async resolveCompletionItem(item: vscode.CompletionItem): Promise<vscode.CompletionItem> {
    const picture = pictures.get(item);
    if (!picture) return item;
    const documentation = new Documentation(this.extensionUri);
    await describePicture(picture, documentation, await loadHelp(this.extensionUri), true);
    item.documentation = documentation.markdown;
    return item;
  }

  async #suggestions(
    place: CursorPlace,
    offset: number,
    helped: Completing,
    token: vscode.CancellationToken,
  ): Promise<Suggestions | null> {
    switch (place.kind) {
      case 'frontMatterKey':
        return keySuggestions(place, helped);
      case 'frontMatterValue':
        return valueSuggestions(place, offset, helped);
      case 'commentKeyword':
        return keywordSuggestions(place);
      case 'attributeName':
        return nameSuggestions(place, helped);
      case 'attributeValue':
        return attributeValueSuggestions(place, offset, helped);
      case 'destination': {
        const typed = helped.deck.text.slice(place.span.start, offset);
        const isPicture = place.of === 'picture';
        const rows = isPicture ? await pathRows(helped, typed, 'picture') : await linkRows(helped, typed);
        return { span: place.span, rows };
      }
      case 'emoji':
        return emojiSuggestions(place, helped);
      case 'language':
        return languageSuggestions(place, helped);
      case 'handle':
        return handleSuggestions(place, helped, token);
      case 'team':
        return teamSuggestions(place, offset, helped);
    }
  }
}
