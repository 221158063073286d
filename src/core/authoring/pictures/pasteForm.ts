import type { Deck } from '../../deck/deck';
import type { Span } from '../../text/spans';
import { placeAt } from '../place/placeAt';

/** How a file is written where it is inserted, and what it replaces. */
export interface PasteForm {
  /** A markdown link or picture, only its path, or the attribute that makes it the slide's background. */
  readonly kind: 'link' | 'path' | 'background';
  readonly span: Span;
}

/** Attributes whose whole value is a single URL. */
const URL_ATTRIBUTE = /^(?:src|href|poster|data-src|data-background(?:-image|-video|-iframe)?)$/;

/** The form for a file inserted in place of the selection (offsets of the document), which may be empty. */
export function pasteForm(deck: Deck, selection: Span): PasteForm {
  const place = placeAt(deck, selection.start);
  const chosen = selection.end > selection.start;
  const at = (span: Span) => (chosen ? selection : span);
  switch (place?.kind) {
    case 'destination':
    case 'frontMatterValue':
      return { kind: 'path', span: at(place.span) };
    case 'attributeValue':
      return { kind: 'path', span: URL_ATTRIBUTE.test(place.name) ? at(place.span) : selection };
    case 'attributeName': {
      const { owner, present, span } = place;
      const isFree = 'comment' in owner && owner.comment === 'slide' && !present.includes('data-background');
      return isFree ? { kind: 'background', span: at(span) } : { kind: 'path', span: selection };
    }
    default: {
      const inFrontMatter = deck.frontMatter !== null && selection.start < deck.frontMatter.span.end;
      return { kind: inFrontMatter ? 'path' : 'link', span: selection };
    }
  }
}
