import * as vscode from 'vscode';
import { replacingWord, type Target } from '../core/authoring/snippets/insertSlide';
import { plainSnippet } from '../core/authoring/snippets/snippetSyntax';
import {
  fittingSnippets,
  insertSnippet,
  type ProposalKind,
  type Snippet,
  withProposals,
} from '../core/authoring/snippets/snippets';
import { parseDeck } from '../core/deck/parseDeck';
import type { Span } from '../core/text/spans';
import { parseOptions } from '../services/decks';
import type { Services } from '../services/services';
import type { SnippetLibrary } from './snippetLibrary';

/** No prefix is longer. */
const MAX_WORD = 200;

/** Offers snippets by their prefixes, where they make sense. */
export class SnippetCompletion implements vscode.CompletionItemProvider {
  /** VS Code would stop offering anything after the dash of a prefix. */
  static readonly triggers = ['-'];

  constructor(
    readonly services: Services,
    readonly library: SnippetLibrary,
  ) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _: vscode.CancellationToken,
    { triggerCharacter }: vscode.CompletionContext,
  ): Promise<vscode.CompletionItem[]> {
    const line = document.lineAt(position).text;
    const [typed] =
      /(?:^|(?<=\s))[\p{L}\p{N}-]*$/u.exec(
        line.slice(Math.max(0, position.character - MAX_WORD), position.character),
      ) ?? [];
    if (typed === undefined || (triggerCharacter && !/^(?:deck|scs)-$/.test(typed))) return [];
    const word = new vscode.Range(position.translate(0, -typed.length), position);
    const target = targetWithout(document, word, this.services);
    const isDeck = this.services.decks.isDeck(document);
    if (!isDeck && target.deck.text.trim() !== '') return [];

    const version = document.version;
    const snippets = await this.library.snippetsFor(document.uri);
    const proposals = await this.library.proposalsFor(document.uri);
    if (document.version !== version) return [];
    const aloneOnLine = line.trim() === typed;
    return fittingSnippets(snippets, target, isDeck, { typed: true, aloneOnLine }).flatMap((snippet) => {
      const item = toItem(document, target, word, snippet, proposals);
      return item ? [item] : [];
    });
  }
}

/** The document's deck as if the word were absent. */
function targetWithout(document: vscode.TextDocument, word: vscode.Range, { decks }: Services): Target {
  const deck = decks.deckOf(document);
  const cursor = document.offsetAt(word.start);
  const options = parseOptions(deck);
  if (word.isEmpty) return { deck, cursor, options };
  const text = deck.text.slice(0, cursor) + deck.text.slice(document.offsetAt(word.end));
  return { deck: parseDeck(text, options, deck), cursor, options };
}

function toItem(
  document: vscode.TextDocument,
  target: Target,
  range: vscode.Range,
  snippet: Snippet,
  proposals: Record<ProposalKind, string[]>,
): vscode.CompletionItem | null {
  const body = withProposals(snippet, proposals);
  const insertion = insertSnippet(target, snippet.place, body);
  if (!insertion) return null;
  const word: Span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const { span, snippet: text } = replacingWord(document.getText(), word, insertion);
  const item = new vscode.CompletionItem(
    { label: snippet.prefix, description: vscode.l10n.t(snippet.name) },
    vscode.CompletionItemKind.Snippet,
  );
  item.detail = vscode.l10n.t(snippet.description);
  item.documentation = new vscode.MarkdownString().appendCodeblock(plainSnippet(body).text, 'markdown');
  item.range = range;
  item.insertText = new vscode.SnippetString(text);
  item.keepWhitespace = true;
  item.additionalTextEdits = [
    new vscode.Range(document.positionAt(span.start), range.start),
    new vscode.Range(range.end, document.positionAt(span.end)),
  ]
    .filter(({ isEmpty }) => !isEmpty)
    .map((blank) => vscode.TextEdit.delete(blank));
  return item;
}
