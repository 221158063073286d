import type { MarkdownIt } from 'markdown-it';
import { escapeHtml } from '../text/escapeHtml';
import { WORDS } from './embedWords';

/** `{%name argument %}`: content from another site. */
interface Embed {
  readonly name: string;
  readonly argument: string;
  /** HedgeDoc's `data-` attribute that holds the argument. */
  readonly key: string;
  readonly label: string;
  /** Set if HedgeDoc, too, shows only a link. */
  readonly plain?: true;
  url(argument: string): string;
}

const EMBEDS: readonly Embed[] = [
  {
    name: 'youtube',
    argument: '[\\w-]{11}',
    key: 'videoid',
    label: WORDS.youtube,
    url: (id) => `https://www.youtube.com/watch?v=${id}`,
  },
  {
    name: 'vimeo',
    argument: '\\d{6,11}',
    key: 'videoid',
    label: WORDS.vimeo,
    url: (id) => `https://vimeo.com/${id}`,
  },
  {
    name: 'gist',
    argument: '[\\w-]{1,100}/[\\da-f]{1,100}',
    key: 'gistid',
    label: WORDS.gist,
    url: (id) => `https://gist.github.com/${id}`,
  },
  {
    name: 'slideshare',
    argument: '[\\w-]{1,200}/[\\w-]{1,200}',
    key: 'slideshareid',
    label: WORDS.slideshare,
    plain: true,
    url: (id) => `https://slideshare.com/${id}`,
  },
  {
    name: 'speakerdeck',
    argument: '[\\w-]{1,200}/[\\w-]{1,200}',
    key: 'speakerdeckid',
    label: WORDS.speakerdeck,
    plain: true,
    url: (id) => `https://speakerdeck.com/${id}`,
  },
  {
    name: 'pdf',
    argument: 'https?://\\S{1,2000}?',
    key: 'pdfurl',
    label: WORDS.pdf,
    url: (url) => url,
  },
];

/**
 * HedgeDoc's embeds and its `[TOC]` (docs/hedgedoc.md, 5.2). Where HedgeDoc puts an external page or its
 * thumbnail on the slide, there is a card that opens it when clicked: nothing is fetched before.
 */
export function embedsPlugin(md: MarkdownIt): void {
  for (const embed of EMBEDS) {
    const pattern = new RegExp(`\\{%${embed.name}\\s*(${embed.argument})\\s*%\\}`, 'y');
    replaceInline(md, embed.name, pattern, (argument) => card(embed, argument));
  }
  replaceInline(md, 'toc', /\[TOC\]$/iy, () => '<div class="toc"></div>');
}

/** Adds a rule that is tried last: text that matches a sticky pattern becomes HTML. */
function replaceInline(
  md: MarkdownIt,
  name: string,
  pattern: RegExp,
  html: (argument: string) => string,
): void {
  md.inline.ruler.push(name, (state, silent) => {
    pattern.lastIndex = state.pos;
    const match = pattern.exec(state.src);
    if (!match) return false;
    if (!silent) state.push(name, '', 0).content = html(match[1] ?? '');
    state.pos = pattern.lastIndex;
    return true;
  });
  md.renderer.rules[name] = (tokens, index) => tokens[index]!.content;
}

function card({ name, key, label, plain, url }: Embed, argument: string): string {
  const look = plain ? '' : ' class="embed-card"';
  const link = `<a${look} href="${escapeHtml(url(argument))}" target="_blank">${label}</a>`;
  return `<div class="${name}" data-${key}="${escapeHtml(argument)}">${link}</div>`;
}
