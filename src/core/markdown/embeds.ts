import type { MarkdownIt } from 'markdown-it';
import { escapeHtml } from '../text/escapeHtml';
import type { Span } from '../text/spans';
import { WORDS } from './embedWords';
import type { RenderEnv } from './renderEnv';

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
  /** The page that plays or shows it within another page, where there is one. */
  framed?(argument: string): string;
}

const EMBEDS: readonly Embed[] = [
  {
    name: 'youtube',
    argument: '[\\w-]{11}',
    key: 'videoid',
    label: WORDS.youtube,
    url: (id) => `https://www.youtube.com/watch?v=${id}`,
    framed: (id) => `https://www.youtube.com/embed/${id}`,
  },
  {
    name: 'vimeo',
    argument: '\\d{6,11}',
    key: 'videoid',
    label: WORDS.vimeo,
    url: (id) => `https://vimeo.com/${id}`,
    framed: (id) => `https://player.vimeo.com/video/${id}`,
  },
  {
    name: 'gist',
    argument: '[\\w-]{1,100}/[\\da-f]{1,100}',
    key: 'gistid',
    label: WORDS.gist,
    url: (id) => `https://gist.github.com/${id}`,
    framed: (id) => `https://gist.github.com/${id}.pibb`,
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
 * thumbnail on the slide, there is a card that opens it when clicked: nothing is fetched before. Where frames
 * are asked for, they go through the same checks as any `<iframe>`.
 */
export function embedsPlugin(md: MarkdownIt): void {
  for (const embed of EMBEDS) {
    const pattern = new RegExp(`\\{%${embed.name}\\s*(${embed.argument})\\s*%\\}`, 'y');
    replaceInline(md, embed.name, pattern, (argument, env) => {
      const { framed } = embed;
      return box(
        embed,
        argument,
        framed && env.framesPlayers ? frame(framed(argument)) : card(embed, argument),
      );
    });
  }
  replaceInline(md, 'toc', /\[TOC\]$/iy, () => '<div class="toc"></div>');
}

/** An embed of HedgeDoc's in markdown. Offsets are of the given text. */
export interface WrittenEmbed extends Span {
  /** The page that it embeds; null for a table of contents. */
  readonly url: string | null;
}

/** HedgeDoc's embeds in the text of a paragraph, in text order. Code is not excluded. */
export function embedsIn(text: string): WrittenEmbed[] {
  if (!/\{%|\[TOC\]/i.test(text)) return [];
  const written = EMBEDS.flatMap(({ name, argument, url }) =>
    [...text.matchAll(new RegExp(`\\{%${name}\\s*(${argument})\\s*%\\}`, 'g'))].map(
      ({ index, 0: all, 1: value }) => ({ start: index, end: index + all.length, url: url(value!) }),
    ),
  );
  const contents = [...text.matchAll(/\[TOC\]$/gi)].map(({ index }) => ({
    start: index,
    end: text.length,
    url: null,
  }));
  return [...written, ...contents].sort((a, b) => a.start - b.start);
}

/** Adds a rule that is tried last: text that matches a sticky pattern becomes HTML. */
function replaceInline(
  md: MarkdownIt,
  name: string,
  pattern: RegExp,
  html: (argument: string, env: RenderEnv) => string,
): void {
  md.inline.ruler.push(name, (state, silent) => {
    pattern.lastIndex = state.pos;
    const match = pattern.exec(state.src);
    if (!match) return false;
    if (!silent) state.push(name, '', 0).content = html(match[1] ?? '', state.env as RenderEnv);
    state.pos = pattern.lastIndex;
    return true;
  });
  md.renderer.rules[name] = (tokens, index) => tokens[index]!.content;
}

function box({ name, key }: Embed, argument: string, content: string): string {
  return `<div class="${name}" data-${key}="${escapeHtml(argument)}">${content}</div>`;
}

function card({ label, plain, url }: Embed, argument: string): string {
  const look = plain ? '' : ' class="embed-card"';
  return `<a${look} href="${escapeHtml(url(argument))}" target="_blank">${label}</a>`;
}

function frame(url: string): string {
  return `<iframe data-src="${escapeHtml(url)}" style="width: 80%; aspect-ratio: 16 / 9; border: 0"></iframe>`;
}
