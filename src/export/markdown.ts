import type { Deck } from '../core/deck/deck';
import { urlOfPath } from '../core/files/relativePath';
import { classifyUrl, uploadName } from '../core/files/urls';
import { handoutOf } from '../core/handout/handout';
import type { Resolve } from '../core/handout/plainHtml';
import { notesOf } from '../core/handout/speakerNotes';
import type { ReferenceKind } from '../core/markup/referenceKind';
import { countLineEnds } from '../core/text/lineEnds';
import { deckProblems } from './exportDeck';
import type { ExportProblem } from './exportOptions';
import { reasonOf } from './files';
import type { FileSurroundings, Made } from './made';
import { movedUrl } from './movedUrl';
import { fromPage, missingKind } from './pageAssets';
import { complaint } from './words';

/** What the markdown of a deck is for: to read and to write minutes in, perhaps with the notes, or to speak by. */
export type MarkdownContent = 'text' | 'textAndNotes' | 'notes';

/** Turns a deck into one markdown document, whose pictures and links to files work where it will be. */
export async function exportMarkdown(
  deck: Deck,
  content: MarkdownContent,
  surroundings: FileSurroundings,
): Promise<Made> {
  const { fileName, translate } = surroundings;
  const write = (resolve: Resolve) =>
    content === 'notes'
      ? notesOf(deck, { fileName, resolve })
      : handoutOf(deck, { fileName, resolve, notes: content === 'text' ? null : translate('Speaker notes') });
  const named: Named[] = [];
  write((url, kind, offset) => {
    if (kind !== 'link') named.push({ url, kind, offset });
    return url;
  });
  const { copies, problems } = await lookUp(named, deck, surroundings);
  const text = write((url) => movedUrl(copies.get(url) ?? url, deck, surroundings));
  return { content: text, problems: [...deckProblems(deck, translate), ...problems] };
}

interface Named {
  readonly url: string;
  readonly kind: ReferenceKind;
  /** Of the deck's text. */
  readonly offset: number;
}

interface Found {
  /** Paths of the copies of uploads, by the URL that names the upload. */
  readonly copies: ReadonlyMap<string, string>;
  readonly problems: readonly ExportProblem[];
}

/** A picture elsewhere is only linked, so nothing is wrong with it. */
async function lookUp(
  named: readonly Named[],
  deck: Deck,
  { files, hedgedocHosts, translate, signal }: FileSurroundings,
): Promise<Found> {
  const copies = new Map<string, string>();
  const problems: ExportProblem[] = [];
  for (const { url, kind, offset } of named) {
    signal?.throwIfAborted();
    const target = classifyUrl(fromPage(url, deck));
    const copy = uploadName(target, hedgedocHosts);
    const path = copy ?? (target.kind === 'local' ? target.path : null);
    if (path === null) continue;
    try {
      await files.read(path);
      if (copy !== null) copies.set(url, urlOfPath(copy));
    } catch (error) {
      if (copy !== null) continue;
      problems.push({
        message: complaint(reasonOf(error), url, translate),
        line: countLineEnds(deck.text.slice(0, offset)),
        missing: { kind: missingKind(url, kind), url },
      });
    }
  }
  return { copies, problems };
}
