/** Decks of any length, made of slides as people write them: ten lines each. */

const LINES_PER_SLIDE = 10;

const FRONT_MATTER = ['---', 'title: A deck', 'type: slide', 'slideOptions:', '  theme: white', '---', ''];

/** The deck's text, and the offset of a place in the middle of it where somebody types. */
export function makeDeck(slideCount: number): { text: string; cursor: number } {
  const lines = [...FRONT_MATTER];
  for (let number = 1; number <= slideCount; number++) {
    if (number > 1) lines.push(number % 7 === 0 ? '----' : '---', '');
    lines.push(
      `## Slide ${number}`,
      '',
      `- **Point** one of slide ${number}, with \`code\` and a [link](https://example.org/${number})`,
      '- Point two <!-- .element: class="fragment" -->',
      '- Point three, :rocket: and ~~struck~~ words',
      '',
      `Some words below the list of slide ${number}.`,
      '',
    );
  }
  const text = `${lines.join('\n')}\n`;
  const typed = `words below the list of slide ${Math.ceil(slideCount / 2)}`;
  return { text, cursor: text.indexOf(typed) };
}

export function makeDeckOfLines(lineCount: number): { text: string; cursor: number } {
  return makeDeck(Math.round((lineCount - FRONT_MATTER.length) / LINES_PER_SLIDE));
}
