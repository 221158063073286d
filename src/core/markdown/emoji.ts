import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { EMOJI } from './emojiTable';

/**
 * `:smile:` in text becomes `<img class="emoji" alt=":smile:">` (docs/hedgedoc.md, 5.3), in any case and
 * inside words, but not in code or in the text of an autolinked address.
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
