import type { MarkdownIt } from 'markdown-it';
import { escapeHtml } from './escapeHtml';
import { WORDS } from './words';

/** Text that stands for a piece of HTML; `null` leaves it as it is. */
interface InlinePattern {
  readonly name: string;
  /** Sticky, so that it is tried where the text stands and nowhere else. */
  readonly pattern: RegExp;
  html(argument: string): string | null;
}

const PATTERNS: readonly InlinePattern[] = [
  {
    name: 'youtube',
    pattern: /\{%youtube\s*([\w-]{11})\s*%\}/y,
    html: (id) => card('youtube', 'videoid', id, `https://www.youtube.com/watch?v=${id}`, WORDS.youtube),
  },
  {
    name: 'vimeo',
    pattern: /\{%vimeo\s*(\d{6,11})\s*%\}/y,
    html: (id) => card('vimeo', 'videoid', id, `https://vimeo.com/${id}`, WORDS.vimeo),
  },
  {
    name: 'gist',
    pattern: /\{%gist\s*([\w-]{1,100}\/[\da-f]{1,100})\s*%\}/y,
    html: (id) => card('gist', 'gistid', id, `https://gist.github.com/${id}`, WORDS.gist),
  },
  {
    name: 'slideshare',
    pattern: /\{%slideshare\s*([\w-]{1,200}\/[\w-]{1,200})\s*%\}/y,
    html: (id) => card('slideshare', 'slideshareid', id, `https://slideshare.com/${id}`, WORDS.slideshare),
  },
  {
    name: 'speakerdeck',
    pattern: /\{%speakerdeck\s*([\w-]{1,200}\/[\w-]{1,200})\s*%\}/y,
    html: (id) =>
      card('speakerdeck', 'speakerdeckid', id, `https://speakerdeck.com/${id}`, WORDS.speakerdeck),
  },
  {
    name: 'pdf',
    pattern: /\{%pdf\s*(\S{1,2000}?)\s*%\}/y,
    html: (url) => (/^https?:\/\//i.test(url) ? card('pdf', 'pdfurl', url, url, WORDS.pdf) : null),
  },
  { name: 'toc', pattern: /\[TOC\]$/iy, html: () => '<div class="toc"></div>' },
];

/**
 * HedgeDoc's embeds and its `[TOC]` (section 5.2). Where HedgeDoc puts a foreign page or its thumbnail onto the
 * slide, there is a card that opens it when clicked: nothing is fetched before.
 */
export function embedsPlugin(md: MarkdownIt): void {
  for (const { name, pattern, html } of PATTERNS) {
    md.inline.ruler.push(name, (state, silent) => {
      pattern.lastIndex = state.pos;
      const match = pattern.exec(state.src);
      const replacement = match && html(match[1] ?? '');
      if (!match || replacement === null) return false;
      if (!silent) state.push('html_inline', '', 0).content = replacement;
      state.pos += match[0].length;
      return true;
    });
  }
}

function card(kind: string, key: string, id: string, url: string, label: string): string {
  const link = `<a class="embed-card" href="${escapeHtml(url)}" target="_blank">${label}</a>`;
  return `<div class="${kind}" data-${key}="${escapeHtml(id)}">${link}</div>`;
}
