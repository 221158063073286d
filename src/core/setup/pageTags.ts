import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { Span } from '../text/spans';

/** An opening tag of a page, with what its element holds if that is not HTML. */
export interface PageTag {
  /** In lower case. */
  readonly name: string;
  /** By name in lower case; entities resolved. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The text of a script or a style element; empty for all others. */
  readonly content: string;
  placeOf(attribute: string): Span;
}

/** Elements whose content is not HTML. */
const RAW_TEXT: Readonly<Record<string, number>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
};

/** The opening tags of a page, read as browsers do, in time that grows only with its length. */
export function readPageTags(text: string): PageTag[] {
  const tags: { tag: Token.TagToken; end: number }[] = [];
  const nothing = () => {};
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(tag) {
        const isRaw = tag.tagName === 'script' || tag.tagName === 'style';
        tags.push({ tag, end: isRaw ? text.length : tag.location!.endOffset });
        const mode = RAW_TEXT[tag.tagName];
        if (mode !== undefined) tokenizer.state = mode as never;
      },
      onEndTag({ tagName, location }) {
        const open = tags.at(-1);
        if (open?.tag.tagName === tagName && open.end === text.length) open.end = location!.startOffset;
      },
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
      onCharacter: nothing,
      onNullCharacter: nothing,
      onWhitespaceCharacter: nothing,
    },
  );
  tokenizer.write(text, true);
  return tags.map(({ tag, end }) => {
    const { startOffset, endOffset, attrs } = tag.location!;
    return {
      name: tag.tagName,
      attributes: new Map(tag.attrs.map(({ name, value }) => [name, value])),
      content: text.slice(endOffset, end),
      placeOf: (attribute) => {
        const place = attrs?.[attribute];
        return place
          ? { start: place.startOffset, end: place.endOffset }
          : { start: startOffset, end: endOffset };
      },
    };
  });
}
