import type { HtmlTag } from '../../markup/htmlTags';
import type { Reference } from '../../markup/references';
import { isSafeUrl } from '../../render/safeUrls';
import type { Span } from '../../text/spans';
import { spanAt } from '../../text/spans';
import { changeTo } from '../changeTo';
import { insertSpaces } from '../insertSpaces';
import { leftOut } from '../leftOut';
import { leftOverLinks } from '../leftOverLinks';
import type { Fix, Rule, RuleDocs, SlideContext } from '../rule';

export const malformedLink: Rule = {
  id: 'malformed-link',
  severity: 'error',
  dialects: 'all',
  description: 'Markdown does not read a link or picture as one, or its address cannot be right.',
  fixes: ['visible', 'offered'],
  checkSlide(context) {
    for (const reference of context.markup.references) checkAddress(reference, context);
    const { text, markup } = context;
    const checks = [/\][ \t]+\(/.test(text) && checkApart, text.includes(')[') && checkSwapped].filter(
      (check) => check !== false,
    );
    for (const check of checks) for (const { span } of markup.blocks) check(span, context);
    for (const tag of markup.tags) checkTag(tag, context);
    for (const found of leftOverLinks(context)) context.report(found);
  },
};

export const docs: RuleDocs = {
  why: 'A small slip, such as a space between the brackets, makes markdown show the source in place of the link or picture. A misspelled `https://` leads to a file that nobody has.',
  example: {
    before: '[Blog] (https://scs.community/blog)',
    after: '[Blog](https://scs.community/blog)',
  },
  spared:
    'Code, `[x] (text)`, numbers in brackets, and everything that markdown reads as a link. In decks of reveal.js, `slack:` and the like are links: the rule only mentions, as `info`, that Deckwright leaves them out for safety.',
  verdict: 'Stop the commit: the audience sees brackets, or the link leads nowhere.',
};

/** To `broken-link` such an address would be the path of a file. */
export const MISSPELLED_SCHEME =
  /^(?:https?:\/\/(?=https?:\/\/)|https?:\/{3,}|https?:\/?(?!\/)|https?;?\/\/|(?:htps?|htpps?|htttps?|hhttps?|ttps?|httsp|htts):\/\/)(?=[\w[])/i;

/** A title or size right after the address. */
const GLUED = /(?<=[^"=])(?:(?<title>"[^"]*")|(?<=\.[a-z]{3,4})=\d*x\d*)$/i;

function checkAddress({ url, urlSpan, span, target, kind, syntax }: Reference, context: SlideContext): void {
  const { dialect, isGuess, report } = context;
  if (syntax === 'bare') return;
  const glued = syntax === 'inline' ? GLUED.exec(url) : null;
  if (url === '') {
    report({ message: 'This leads nowhere, since no address is between the parentheses. Write one.', span });
  } else if (glued?.groups?.title || (glued && kind === 'image')) {
    const isTitle = glued.groups?.title !== undefined;
    const at = urlSpan.end - glued[0].length;
    report({
      message: `The ${isTitle ? 'title' : 'size'} is taken for part of the address, which leads nowhere. Write a space before it.`,
      span: { start: at, end: urlSpan.end },
      fixes: isTitle || (dialect === 'hedgedoc' && !isGuess) ? [insertSpaces([at])] : [],
    });
  } else if (MISSPELLED_SCHEME.test(url)) {
    const newText = url.replace(MISSPELLED_SCHEME, (scheme) =>
      /^https?:\/\/$/i.test(scheme) ? '' : 'https://',
    );
    report({
      message: `"${url}" does not begin like a web address, so it leads nowhere. Begin it with "https://".`,
      span: urlSpan,
      fixes: [change(newText, urlSpan)],
    });
  } else if (/^https?:\/\/(?:[/?#]|$)/i.test(url)) {
    report({
      message: `"${url}" names no server, so it leads nowhere. Complete the address.`,
      span: urlSpan,
    });
  } else if (target.kind === 'remote' && /^[^.:[\]]+$/.test(target.host) && target.host !== 'localhost') {
    report({
      message: `"${target.host}" is not the full name of a server, so others cannot reach it. Write the full name.`,
      span: urlSpan,
    });
  } else if (url.includes('\\')) {
    // Markdown leaves one of two leading backslashes.
    const isUnc = url.startsWith('\\') || /^[a-z]:/i.test(url);
    const hint = isUnc ? 'Name a file beside the deck or a web address.' : 'Write "/" between folders.';
    report({
      message: `"${url}" is a Windows path, which browsers and HedgeDoc do not understand. ${hint}`,
      span: urlSpan,
      fixes: isUnc ? [] : [change(url.replaceAll('\\', '/'), urlSpan)],
    });
  } else if (!isSafeUrl(url, kind)) {
    const scheme = url.replace(/:.*/s, ':');
    report(
      isHedgedoc(context)
        ? {
            message: `HedgeDoc drops addresses that begin with "${scheme}", so this leads nowhere. Use "https:" or a path.`,
            span: urlSpan,
          }
        : leftOut(scheme, urlSpan),
    );
  }
}

/** reveal.js takes the address from `data-src` when the slide is near. */
function checkTag({ name, attributes, span }: HtmlTag, { report }: SlideContext): void {
  if (name !== 'img') return;
  const value = (of: string) => attributes.find((attribute) => attribute.name === of)?.value.trim();
  if (value('src') !== '' || value('data-src') || value('srcset')) return;
  report({ message: 'This picture has no address, so nothing is shown. Write it into "src".', span });
}

function isHedgedoc({ dialect, isGuess }: SlideContext): boolean {
  return dialect === 'hedgedoc' && !isGuess;
}

/** `[text] (address)`, `![text] (address)`. Numbers in brackets are notes, `[x]` is a checkbox. */
function checkApart(block: Span, context: SlideContext): void {
  const pattern = /(!?\[([^[\]\r\n]*)\])([ \t]+)\((?:https?:\/\/|\.{1,2}\/)[^\s()]+\)/g;
  for (const { match, start } of matchesIn(block, pattern, context)) {
    const [whole, before = '', words = '', space = ''] = match;
    const isPicture = before.startsWith('!');
    if (!isPicture && /^(?:\d+|.?)$/u.test(words)) continue;
    const gap = { start: start + before.length, end: start + before.length + space.length };
    context.report({
      message: `This is not a ${isPicture ? 'picture' : 'link'}, so its source is shown. Remove the space between \`]\` and \`(\`.`,
      span: { start, end: start + whole.length },
      fixes: [{ title: 'Remove the space', edits: [{ span: gap, newText: '' }], kind: 'offered' }],
    });
  }
}

/** `(text)[address]`. */
function checkSwapped(block: Span, context: SlideContext): void {
  const pattern = /\(([^()\r\n]+)\)\[((?:https?:\/\/|\.{1,2}\/)[^\s[\]]+)\](?![([])/g;
  for (const { match, start } of matchesIn(block, pattern, context)) {
    const span = { start, end: start + match[0].length };
    context.report({
      message: 'This is not a link, so its source is shown. Put the text in `[…]` and the address in `(…)`.',
      span,
      fixes: [change(`[${match[1]}](${match[2]})`, span)],
    });
  }
}

function* matchesIn(
  block: Span,
  pattern: RegExp,
  { text, markup }: SlideContext,
): Generator<{ match: RegExpExecArray; start: number }> {
  for (const match of text.slice(block.start, block.end).matchAll(pattern)) {
    const start = block.start + match.index;
    const isEscaped = text[start - 1] === '\\';
    if (!isEscaped && !spanAt(markup.literal, start)) yield { match, start };
  }
}

function change(newText: string, span: Span): Fix {
  return changeTo(newText, span);
}
