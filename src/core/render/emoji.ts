import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { svgUrl } from './emojiPictures';
import { EMOJI } from './emojiTable';
import type { RenderOptions } from './rendered';
import { type Element, elementsIn, getAttribute, hasClass, setAttribute } from './tree';

/**
 * `:smile:` in text becomes `<img class="emoji" alt=":smile:">` (section 5.3), in any case and inside words, but not
 * in code or in the text of an address that was linked by itself.
 */
export function emojiPlugin(md: MarkdownIt): void {
  md.core.ruler.after('linkify', 'emoji', (state) => {
    for (const token of state.tokens) {
      if (token.children?.some(({ type, content }) => type === 'text' && content.includes(':'))) {
        token.children = replaceIn(token.children, state);
      }
    }
  });
}

function replaceIn(tokens: readonly Token[], state: StateCore): Token[] {
  let linkedByItself = 0;
  return tokens.flatMap((token) => {
    if (token.info === 'auto') linkedByItself += token.nesting;
    return token.type === 'text' && linkedByItself === 0 ? splitText(token, state) : [token];
  });
}

function splitText(token: Token, state: StateCore): Token[] {
  const parts: Token[] = [];
  const add = (type: string, content: string) => {
    if (content === '') return;
    const part = new state.Token(type, '', 0);
    part.level = token.level;
    part.content = content;
    parts.push(part);
  };
  const { content } = token;
  let done = 0;
  for (let start = content.indexOf(':'); start !== -1; ) {
    const end = content.indexOf(':', start + 1);
    const name = end === -1 ? '' : content.slice(start + 1, Math.min(end, start + 64)).toLowerCase();
    if (!EMOJI.has(name)) {
      start = end;
      continue;
    }
    add('text', content.slice(done, start));
    add('html_inline', `<img class="emoji" alt=":${name}:">`);
    done = end + 1;
    start = content.indexOf(':', done);
  }
  if (done === 0) return [token];
  add('text', content.slice(done));
  return parts;
}

/**
 * Gives the emoji of a slide their pictures: those that ship with us, since HedgeDoc's are Apple's and GitHub's and may
 * not be passed on; where there is none, the character itself, drawn by the system's own emoji font.
 */
export function drawEmoji(root: Element, { emoji }: Pick<RenderOptions, 'emoji'>): void {
  for (const element of elementsIn(root)) {
    if (element.tagName !== 'img' || !hasClass(element, 'emoji') || getAttribute(element, 'src')) continue;
    const character = EMOJI.get((getAttribute(element, 'alt') ?? '').slice(1, -1));
    if (character) setAttribute(element, 'src', emoji?.(character) ?? drawnByFont(character));
  }
}

function drawnByFont(character: string): string {
  return svgUrl(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><text x="18" y="29" font-size="29" text-anchor="middle">${character}</text></svg>`,
  );
}
