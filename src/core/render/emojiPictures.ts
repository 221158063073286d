import type { RenderOptions } from './rendered';

/** What ships as `dist/emoji.json`, written by build/emoji.mjs. */
export const EMOJI_FILE = 'emoji.json';

/** Gives the URL of an emoji's picture, or undefined if there is none. */
export type EmojiUrl = NonNullable<RenderOptions['emoji']>;

/** @param json the text of `EMOJI_FILE`: an SVG for each character */
export function emojiUrls(json: string): EmojiUrl {
  const pictures = new Map(Object.entries<string>(JSON.parse(json)));
  return (character) => {
    const svg = pictures.get(character);
    return svg && svgUrl(svg);
  };
}

/** An SVG as a `data:` URL. */
export function svgUrl(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
