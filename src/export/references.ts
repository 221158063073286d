import type { Deck, Slide } from '../core/deck/deck';
import type { ReferenceKind } from '../core/markup/referenceKind';
import { renderSlide } from '../core/render/renderSlide';
import { countLineEnds } from '../core/text/lineEnds';

/** A URL that a slide names, as far as it is one that may stand there. */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly url: string;
  /** 0-based line of the document. */
  readonly line: number;
}

/** What a slide names, in the order of the rendered slide; the same URL as often as it is named. */
export function slideReferences({ content, line }: Slide, { dialect }: Deck): Reference[] {
  const references: Reference[] = [];
  const places = new Places(content.text);
  const resolve = (url: string, kind: ReferenceKind) => {
    references.push({ kind, url, line: line + places.next(url) });
    return url;
  };
  renderSlide(content, { dialect, resolve, sourceLines: false });
  return references;
}

/**
 * Where in a slide's text URLs stand. The renderer tells them in the order of the slide but not their places, so each
 * is looked for behind the last one like it; one that is written in another way, with entities for instance, is said
 * to stand where the slide starts.
 */
class Places {
  readonly #searchFrom = new Map<string, number>();

  constructor(readonly text: string) {}

  /** Line of the next occurrence of the URL, 0-based within the text. */
  next(url: string): number {
    const from = this.#searchFrom.get(url) ?? 0;
    const found = this.#find(url, from) ?? this.#find(decoded(url), from) ?? this.#find(url, 0);
    if (found !== null) this.#searchFrom.set(url, found + 1);
    return countLineEnds(this.text.slice(0, found ?? this.text.search(/\S|$/)));
  }

  /** Not within another URL: `logo.png` does not stand in `old-logo.png`. */
  #find(url: string, from: number): number | null {
    for (let at = this.text.indexOf(url, from); at >= 0; at = this.text.indexOf(url, at + 1)) {
      const before = this.text[at - 1] ?? ' ';
      const behind = this.text[at + url.length] ?? ' ';
      if (!/[\w/.-]/.test(before) && !/[\w/-]/.test(behind)) return at;
    }
    return null;
  }
}

/** The renderer escapes what markdown leaves readable. */
function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
