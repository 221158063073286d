import * as vscode from 'vscode';
import type { CursorPlace } from '../../core/authoring/place/place';
import { slideNumber } from '../../core/deck/slideNumber';
import { classifyUrl, type Target, uploadName } from '../../core/files/urls';
import type { Reference } from '../../core/markup/references';
import { slideAt, slideAtIndices } from '../../core/summary/slideAt';
import { slideTitle } from '../../core/summary/titles';
import type { Span } from '../../core/text/spans';
import { type Helped, resolveInWorkspace } from '../help';
import { Documentation } from './documentation';
import { describePicture } from './pictures';

/** The picture or the slide that the reference at an offset leads to. */
export async function referenceHover(
  helped: Helped,
  offset: number,
  place: CursorPlace | null,
): Promise<vscode.Hover | undefined> {
  const found = referenceAt(helped, offset, place);
  if (!found) return undefined;
  const documentation = new Documentation(helped.extensionUri);
  const { target, span, isShown } = found;
  const file = fileOf(target, helped);
  const isKnown = file
    ? await describePicture(file, documentation, helped.help, !isShown)
    : target.kind === 'anchor' && describeSlide(target.fragment, documentation, helped);
  if (!isKnown) return undefined;
  const { document } = helped;
  const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  return new vscode.Hover(documentation.markdown, range);
}

interface FoundReference {
  readonly target: Target;
  readonly span: Span;
  /** Whether VS Code already shows it. */
  readonly isShown: boolean;
}

function referenceAt(
  { deck, help }: Helped,
  offset: number,
  place: CursorPlace | null,
): FoundReference | null {
  if (place?.kind === 'frontMatterValue') {
    if (!help.optionAt(place.path, deck.dialect)?.isPicture) return null;
    const written = deck.text.slice(place.span.start, place.span.end).replace(/^(["'])(.*)\1$/, '$2');
    return { target: classifyUrl(written), span: place.span, isShown: false };
  }
  const { content, span, conflict } = slideAt(deck, offset);
  if (conflict) return null;
  const at = offset - span.start;
  const { references } = help.markupOf(content, deck.dialect);
  const reference = references.find(({ urlSpan }) => urlSpan.start <= at && at <= urlSpan.end);
  if (!reference) return null;
  const { start, end } = reference.urlSpan;
  return {
    target: reference.target,
    span: { start: span.start + start, end: span.start + end },
    isShown: showsByItself(reference, content.text),
  };
}

function describeSlide(fragment: string, documentation: Documentation, { deck }: Helped): boolean {
  const [, h, v = '0'] = /^\/(\d+)(?:\/(\d+))?$/.exec(fragment) ?? [];
  const slide = h === undefined ? undefined : slideAtIndices(deck, Number(h), Number(v));
  if (!slide) return false;
  const title = slideTitle(slide.content);
  const number = slideNumber(slide, deck);
  documentation.line(
    'text' in title
      ? vscode.l10n.t('Slide {0}: {1}', number, title.text)
      : vscode.l10n.t('Slide {0}', number),
  );
  return true;
}

function fileOf(target: Target, helped: Helped): vscode.Uri | undefined {
  if (target.kind === 'local') return resolveInWorkspace(helped, target.path);
  // An uploaded file is beside the deck, if it was saved.
  const upload = uploadName(target, helped.services.configs.of(helped.document.uri).hedgedocHosts);
  return upload === null ? undefined : resolveInWorkspace(helped, `./${upload}`);
}

/** VS Code shows the pictures of the links it recognizes. It does not recognize sizes after the address. */
function showsByItself({ syntax, tag, attribute, target, urlSpan, span }: Reference, text: string): boolean {
  if (target.kind !== 'local') return false;
  if (syntax === 'html') return tag?.name === 'img' && attribute === 'src';
  return syntax === 'inline' && !/\s=[\dx%]+\s*\)?$/.test(text.slice(urlSpan.end, span.end));
}
