import type { Deck, Slide } from '../core/deck/deck';
import { inDocument } from '../core/deck/inDocument';
import { normalizeUrl } from '../core/markdown/markdown';
import { markupOf } from '../core/markup/markup';
import type { ReferenceKind } from '../core/markup/referenceKind';
import { renderRules } from '../core/render/renderRules';
import { renderSlide } from '../core/render/renderSlide';
import { getOrSet } from '../core/text/getOrSet';
import { LineIndex } from '../core/text/lineEnds';

/** A URL that a slide names and that is allowed where it is named. */
export interface NamedUrl {
  readonly kind: ReferenceKind;
  readonly url: string;
  /** 0-based line of the document. Computed on demand: the export needs it only for what it can't include. */
  readonly line: number;
}

/**
 * What a slide names, in the order of the rendered slide; each URL appears as often as it is named. The
 * renderer decides what counts and how it is spelled; the markup knows where it is.
 */
export function namedUrls(slide: Slide, deck: Deck): NamedUrl[] {
  const { named, note: resolve } = notebook(slide, deck);
  renderSlide(slide.content, { ...renderRules(deck), resolve, sourceLines: false });
  return named;
}

/** The pages that a slide embeds, in its frames and as its background, likewise. */
export function embeddedUrls(slide: Slide, deck: Deck): NamedUrl[] {
  const { named, note } = notebook(slide, deck);
  const embed = (url: string) => note(url, 'media');
  renderSlide(slide.content, { ...renderRules(deck), resolve: (url) => url, embed, sourceLines: false });
  return named;
}

/** The pages that are a slide's background. */
export function backgroundPageUrls(slide: Slide, deck: Deck): NamedUrl[] {
  const { named, note } = notebook(slide, deck);
  const embedBehind = (url: string) => note(url, 'media');
  renderSlide(slide.content, {
    ...renderRules(deck),
    resolve: (url) => url,
    embedBehind,
    sourceLines: false,
  });
  return named;
}

/** Collects what the renderer asks for, with the lines where it is. */
function notebook(slide: Slide, deck: Deck) {
  const named: NamedUrl[] = [];
  const counts = new Map<string, number>();
  let lines: Lines | undefined;
  const note = (url: string, kind: ReferenceKind) => {
    const key = `${kind} ${url}`;
    const index = counts.get(key) ?? 0;
    counts.set(key, index + 1);
    named.push({
      kind,
      url,
      get line() {
        lines ??= new Lines(slide, deck);
        return lines.of(kind, url, index);
      },
    });
    return url;
  };
  return { named, note };
}

/** The lines of a slide's URLs. */
class Lines {
  readonly #byUrl = new Map<string, { kind: ReferenceKind; line: number }[]>();
  readonly #firstLine: number;

  constructor(slide: Slide, { text, dialect }: Deck) {
    const { content, line: start, span } = slide;
    const index = new LineIndex(text.slice(span.start, span.end));
    const lineOf = (offset: number) => {
      const place = inDocument(slide, { start: offset, end: offset }).start;
      return start + index.positionAt(place - span.start).line;
    };
    this.#firstLine = lineOf(content.text.search(/\S|$/));
    for (const { kind, url, urlSpan } of markupOf(content, dialect).references) {
      const places = getOrSet(this.#byUrl, normalizeUrl(url), () => []);
      places.push({ kind, line: lineOf(urlSpan.start) });
    }
  }

  /**
   * The line of an occurrence of a URL, counted from 0 among those of its kind. A definition is one
   * occurrence, however many links refer to it. For what is not in the markup, such as the address of an
   * embedded video, the first line with text.
   */
  of(kind: ReferenceKind, url: string, index: number): number {
    const places = this.#byUrl.get(normalizeUrl(url)) ?? [];
    const ofKind = places.filter((place) => place.kind === kind);
    const fitting = ofKind.length > 0 ? ofKind : places;
    return (fitting[index] ?? fitting.at(-1))?.line ?? this.#firstLine;
  }
}
