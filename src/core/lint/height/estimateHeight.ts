import type { Token } from 'markdown-it';
import { type DeckFiles, findFile } from '../../files/deckFiles';
import { pictureFacts } from '../../files/pictureFacts';
import { classifyUrl, uploadName } from '../../files/urls';
import type { MarkedSlide } from '../../markup/markedSlide';
import type { Markup } from '../../markup/markup';
import { perSlide } from '../../markup/perSlide';
import type { DeckContext } from '../rule';
import { type FontSizes, fontSizes } from './fontSizes';

/** Mean width of a letter and height of lines, relative to the font size. */
const LETTER = 0.5;
const LINE = 1.3;
const HEADING_LINE = 1.2;
/** Space that HedgeDoc's style sheets put around elements, in pixels of the slide. */
const HEADING_MARGIN = 20;
const PARAGRAPH_MARGIN = 20;
const ITEM_INDENT = 81;
const CODE_SIZE = 23.1;
const MAX_CODE_HEIGHT = 400;
const CELL_PADDING = 17;
/** Border and margins of a picture. */
const PICTURE_FRAME = 38;
const PICTURE_WIDTH = 0.95;

/** Elements that authors use for layouts of their own: the height of those can't be estimated. */
const LAYOUT = new Set([
  'div',
  'table',
  'iframe',
  'svg',
  'details',
  'section',
  'pre',
  'small',
  'video',
  'ul',
  'ol',
]);

/**
 * Estimates how tall slides are, in pixels of the slide, from their lines, the font sizes of the deck's style
 * sheets and the real sizes of pictures. Unknown parts count as nothing, so the estimate tends to be too low.
 */
export function estimateHeight(context: DeckContext, width: number): (slide: MarkedSlide) => number {
  const { files, config, deck } = context;
  const sizes = fontSizes(context.slides);
  const keepsLines = deck.dialect === 'hedgedoc';
  const circumstances = JSON.stringify([sizes, width, keepsLines]);
  return (slide) => {
    const { markup } = slide;
    const { body } = markup;
    if (isSmall(slide.slide.content.text) || !body || isLaidOut(slide)) return 0;
    const before = known.get(markup);
    if (before?.circumstances === circumstances) return before.height;
    const height = new Estimate(sizes, width, files, config.hedgedocHosts, keepsLines).of(body.tokens);
    // Pictures may change on disk, text does not.
    if (!hasPictures(markup)) known.set(markup, { circumstances, height });
    return height;
  };
}

const known = new WeakMap<Markup, { readonly circumstances: string; readonly height: number }>();

function hasPictures({ references }: Markup): boolean {
  return references.some(({ kind }) => kind === 'image');
}

const isLaidOut = perSlide(
  ({ tags, comments }) =>
    tags.some(({ name, attributes }) => LAYOUT.has(name) || attributes.some(isPlacing)) ||
    comments.some(({ attributes }) => attributes?.attributes.some(isPlacing)),
);

/** A few short lines without pictures fit at any size: most slides need no closer look. */
function isSmall(text: string): boolean {
  return text.length < 120 && !/!\[|<img/i.test(text) && (text.match(/\n/g)?.length ?? 0) < 6;
}

function isPlacing({ name, value }: { readonly name: string; readonly value: string }): boolean {
  return name === 'style' && /position|float|height|font-size|zoom|transform|display/i.test(value);
}

class Estimate {
  #height = 0;
  /** Number of lists around what is being read. */
  #depth = 0;
  #inTable = false;

  constructor(
    readonly sizes: FontSizes,
    readonly width: number,
    readonly files: DeckFiles,
    readonly hosts: readonly string[],
    /** Whether each source line is a line on the slide. */
    readonly keepsLines: boolean,
  ) {}

  of(tokens: readonly Token[]): number {
    tokens.forEach((token, index) => {
      this.#read(token, tokens[index - 1]);
    });
    return this.#height;
  }

  #read(token: Token, parent: Token | undefined): void {
    switch (token.type) {
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.#depth++;
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.#depth--;
        break;
      case 'tr_open':
        this.#inTable = true;
        this.#height += this.sizes.p * LINE + CELL_PADDING;
        break;
      case 'table_close':
        this.#inTable = false;
        break;
      case 'fence':
      case 'code_block':
        this.#readCode(token);
        break;
      case 'inline':
        if (!this.#inTable) this.#readText(token, parent);
        break;
    }
  }

  #readCode({ content, info }: Token): void {
    // The height of diagrams is not known.
    if (/^(?:mermaid|graphviz|flow|sequence|abc)\b/.test(info)) return;
    const lines = content.replace(/\n$/, '').split('\n').length;
    this.#height += Math.min(lines * CODE_SIZE * HEADING_LINE, MAX_CODE_HEIGHT) + 2 * PARAGRAPH_MARGIN;
  }

  #readText({ children }: Token, parent: Token | undefined): void {
    const heading = parent?.type === 'heading_open' ? (parent.tag as keyof FontSizes) : null;
    const isTight = parent?.hidden === true;
    const size = this.sizes[heading ?? (this.#depth > 0 ? 'li' : 'p')];
    const lineHeight = size * (heading ? HEADING_LINE : LINE);
    const available = Math.max(this.width - this.#depth * ITEM_INDENT, this.width / 4);
    for (const line of linesOf(children ?? [], this.keepsLines)) {
      const textLines = Math.ceil((line.letters * size * LETTER) / available);
      this.#height += Math.max(textLines * lineHeight, this.#pictures(line.pictures));
    }
    if (heading) this.#height += HEADING_MARGIN;
    else if (!isTight) this.#height += PARAGRAPH_MARGIN;
  }

  /** Pictures on one line are next to each other while there is room. */
  #pictures(pictures: readonly Token[]): number {
    let height = 0;
    let rowHeight = 0;
    let rowWidth = 0;
    for (const picture of pictures) {
      const size = this.#pictureSize(picture);
      if (!size) continue;
      if (rowWidth > 0 && rowWidth + size.width > this.width) {
        height += rowHeight;
        rowHeight = 0;
        rowWidth = 0;
      }
      rowWidth += size.width;
      rowHeight = Math.max(rowHeight, size.height + PICTURE_FRAME);
    }
    return height + rowHeight;
  }

  #pictureSize(picture: Token): { width: number; height: number } | null {
    const target = classifyUrl(String(picture.attrGet('src') ?? ''));
    const path = target.kind === 'local' ? target.path : uploadName(target, this.hosts);
    const found = path === null ? undefined : findFile(this.files, path);
    const head = found?.kind === 'file' ? this.files.head(found.path) : undefined;
    const facts = head ? pictureFacts(head) : null;
    if (facts?.kind !== 'picture' || facts.width === 0 || facts.height === 0) return null;
    const ratio = facts.height / facts.width;
    const set = { width: this.#side(picture, 'width'), height: this.#side(picture, 'height') };
    // Browsers ignore a percentage of a height that is not set.
    const height = set.height?.isPercent ? undefined : set.height?.value;
    const wanted = set.width?.value ?? (height === undefined ? facts.width : height / ratio);
    const width = Math.min(wanted, this.width * PICTURE_WIDTH);
    return { width, height: height ?? width * ratio };
  }

  #side(picture: Token, name: 'width' | 'height'): { value: number; isPercent: boolean } | undefined {
    const match = /^(\d+)(%?)$/.exec(String(picture.attrGet(name) ?? ''));
    if (!match) return undefined;
    const isPercent = match[2] === '%';
    return { value: Number(match[1]) * (isPercent ? this.width / 100 : 1), isPercent };
  }
}

interface Line {
  letters: number;
  readonly pictures: Token[];
}

function linesOf(tokens: readonly Token[], keepsLines: boolean): Line[] {
  const lines: Line[] = [{ letters: 0, pictures: [] }];
  for (const token of tokens) {
    const isBreak = token.type === 'hardbreak' || (token.type === 'softbreak' && keepsLines);
    if (isBreak) lines.push({ letters: 0, pictures: [] });
    else if (token.type === 'image') lines.at(-1)!.pictures.push(token);
    else if (token.type !== 'html_inline') lines.at(-1)!.letters += token.content.length;
  }
  return lines;
}
