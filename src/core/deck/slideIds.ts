import type { Slide, SlideContent } from './deck';

/** A slide's number while the deck is watched: it stays when slides are inserted or moved around it. */
export type SlideId = number;

/**
 * Gives slides numbers that outlive edits: a slide keeps its number while its text is edited, and when slides
 * are inserted, removed or moved before it.
 */
export class SlideIds {
  #contents: readonly SlideContent[] = [];
  #ids: readonly SlideId[] = [];
  #indexes = new Map<SlideId, number>();
  #next = 0;

  update(slides: readonly Slide[]): readonly SlideId[] {
    const before = this.#contents;
    const now = slides.map(({ content }) => content);
    let start = 0;
    while (start < now.length && start < before.length && now[start] === before[start]) start++;
    let tail = 0;
    const longest = Math.min(now.length, before.length) - start;
    while (tail < longest && now.at(-1 - tail) === before.at(-1 - tail)) tail++;

    const changed = this.#matchChanged(
      before.slice(start, before.length - tail),
      this.#ids.slice(start, before.length - tail),
      now.slice(start, now.length - tail),
    );
    const kept = this.#ids;
    this.#ids = [...kept.slice(0, start), ...changed, ...kept.slice(kept.length - tail)];
    this.#contents = now;
    this.#indexes = new Map(this.#ids.map((id, index) => [id, index]));
    return this.#ids;
  }

  /** For another deck: none of its slides is one of the previous ones. */
  clear(): void {
    this.#contents = [];
    this.#ids = [];
    this.#indexes.clear();
  }

  /** Number of the slide with this index. */
  at(index: number): SlideId | undefined {
    return this.#ids[index];
  }

  indexOf(id: SlideId): number | undefined {
    return this.#indexes.get(id);
  }

  /**
   * Matches slides with the same text first; then those that differ only in blank lines, as when another
   * slide becomes the first and follows the frontmatter; then the others in order.
   */
  #matchChanged(
    before: readonly SlideContent[],
    ids: readonly SlideId[],
    now: readonly SlideContent[],
  ): SlideId[] {
    const unused = new Map(ids.map((id, index) => [id, before[index]!]));
    const matched: (SlideId | undefined)[] = now.map(() => undefined);
    const match = <Key>(keyOf: (content: SlideContent) => Key) => {
      const byKey = new Map([...unused].map(([id, content]) => [keyOf(content), id]));
      now.forEach((content, index) => {
        const id = matched[index] === undefined ? byKey.get(keyOf(content)) : undefined;
        if (id !== undefined && unused.delete(id)) matched[index] = id;
      });
    };
    match((content) => content);
    match(({ text }) => text.trim());
    const rest = unused.keys();
    return matched.map((id) => id ?? rest.next().value ?? this.#next++);
  }
}
