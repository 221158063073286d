interface Open {
  /** How deep the author has it; the smaller, the higher. */
  readonly rank: number;
  readonly text: string;
}

/**
 * Nests the headings of a deck below each other, without gaps. Slides repeat the heading they belong to: the same
 * heading again continues what it began.
 */
export class Headings {
  readonly #open: Open[] = [];

  /** The rank of an open heading with this text; undefined if there is none. */
  rankOf(text: string): number | undefined {
    return this.#open.find((each) => each.text === text)?.rank;
  }

  get isEmpty(): boolean {
    return this.#open.length === 0;
  }

  /** Whether the heading with this text is the innermost one. */
  isInnermost(text: string): boolean {
    return this.#open.at(-1)?.text === text;
  }

  /** Opens a heading and returns its level in the document: 1 for the first, at most 6. */
  open(text: string, rank: number): number {
    while (this.#open.length > 0 && this.#open.at(-1)!.rank >= rank) this.#open.pop();
    this.#open.push({ rank, text });
    return Math.min(this.#open.length, 6);
  }
}
