import type { Reference } from '../../markup/references';
import { isSafeUrl } from '../../render/safeUrls';
import type { Span } from '../../text/spans';
import { spanAt } from '../../text/spans';
import { changeTo } from '../changeTo';
import type { Fix, Rule, SlideContext } from '../rule';

export const malformedLink: Rule = {
  id: 'malformed-link',
  severity: 'error',
  dialects: 'all',
  description: 'A link or picture is written so that it becomes none, or its address can’t be right.',
  fixes: ['offered'],
  checkSlide(context) {
    for (const reference of context.markup.references) checkAddress(reference, context);
    const { text, markup } = context;
    const checks = [
      /\][ \t]+\(/.test(text) && checkApart,
      text.includes(')[') && checkSwapped,
      text.includes('](') && checkLeftOver,
    ].filter((check) => check !== false);
    for (const check of checks) for (const { span } of markup.blocks) check(span, context);
  },
};

/** For `broken-link` such an address would be the path of a file. */
export const MISSPELT_SCHEME =
  /^(?:https?:\/\/(?=https?:\/\/)|https?:\/{3,}|https?:\/?(?!\/)|https?;?\/\/|(?:htps?|htpps?|htttps?|hhttps?|ttps?|httsp|htts):\/\/)(?=[\w[])/i;

function checkAddress(
  { url, urlSpan, span, target, kind, syntax }: Reference,
  { report }: SlideContext,
): void {
  if (syntax === 'bare') return;
  if (url === '') {
    report({ message: 'This leads nowhere: there is no address between the round brackets.', span });
  } else if (MISSPELT_SCHEME.test(url)) {
    const newText = url.replace(MISSPELT_SCHEME, (scheme) =>
      /^https?:\/\/$/i.test(scheme) ? '' : 'https://',
    );
    report({
      message: `"${url}" does not begin as a web address does, so it leads nowhere. Begin it with "https://".`,
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
      message: `"${target.host}" is not the full name of a server, so others can’t reach it. Write the full name.`,
      span: urlSpan,
    });
  } else if (url.includes('\\')) {
    // Of two backslashes at its beginning markdown leaves one.
    const isUnc = url.startsWith('\\') || /^[a-z]:/i.test(url);
    const hint = isUnc ? 'Name a file beside the deck or a web address.' : 'Write "/" between folders.';
    report({
      message: `"${url}" is a Windows path, which browsers and HedgeDoc don’t understand. ${hint}`,
      span: urlSpan,
      fixes: isUnc ? [] : [change(url.replaceAll('\\', '/'), urlSpan)],
    });
  } else if (!isSafeUrl(url, kind)) {
    report({
      message: `Addresses that begin with "${url.replace(/:.*/s, ':')}" are dropped, so this leads nowhere. Use "https:" or a path.`,
      span: urlSpan,
    });
  }
}

/** `[text] (address)`. Numbers in brackets are notes, `[x]` is a tick. */
function checkApart(block: Span, context: SlideContext): void {
  const pattern = /\[([^[\]\r\n]{2,})\]([ \t]+)\((?:https?:\/\/|\.{1,2}\/)[^\s()]+\)/g;
  for (const { match, start } of matchesIn(block, pattern, context)) {
    if (/^\d+$/.test(match[1]!)) continue;
    const gap = { start: start + match[1]!.length + 2, end: start + match[1]!.length + 2 + match[2]!.length };
    context.report({
      message:
        'The space between the brackets keeps this from being a link: both are shown as text. Remove the space.',
      span: { start, end: start + match[0].length },
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
      message:
        'This is not a link, because the brackets are the wrong way round. Put the text in square ones and the address in round ones.',
      span,
      fixes: [change(`[${match[1]}](${match[2]})`, span)],
    });
  }
}

/** `[text](…` that markdown made nothing of. */
function checkLeftOver(block: Span, context: SlideContext): void {
  const pattern = /!?\[[^[\]\r\n]*\]\(/g;
  const references = context.markup.references.map(({ span }) => span);
  for (const { match, start } of matchesIn(block, pattern, context)) {
    // A `!` may stand before a link.
    if (spanAt(references, start) || spanAt(references, start + 1)) continue;
    const from = start + match[0].length;
    const rest = /^[^\r\n]*/.exec(context.text.slice(from, block.end))![0];
    const close = rest.indexOf(')');
    if (close < 0) reportUnclosed(start, from, rest, context);
    else reportTarget({ start, end: from + close + 1 }, from, rest.slice(0, close), context);
  }
}

const ADDRESS = /^(?:https?:\/\/|mailto:|\.{0,2}\/|#)\S*|^[\w./-]+\.\w{2,4}(?=\s|$)/i;

function reportUnclosed(start: number, from: number, rest: string, { report }: SlideContext): void {
  const address = ADDRESS.exec(rest)?.[0];
  if (!address) return;
  const end = from + address.length;
  report({
    message: 'The round bracket is not closed, so this is shown as text. Close it after the address.',
    span: { start, end },
    fixes: [{ title: 'Insert )', edits: [{ span: { start: end, end }, newText: ')' }], kind: 'offered' }],
  });
}

function reportTarget(span: Span, from: number, target: string, { dialect, report }: SlideContext): void {
  const scheme = /^\s*(javascript|vbscript|file|data):/i.exec(target)?.[1];
  const size = /[ \t]=(\d+)%?[ \t]*$/.exec(target);
  const address = target.trim();
  const place = { start: from, end: from + target.length };
  if (scheme) {
    report({
      message: `Addresses that begin with "${scheme}:" never become links or pictures: this is shown as text. Use "https:" or a path.`,
      span,
    });
  } else if (size && dialect === 'hedgedoc') {
    report({
      message: `A size needs an "x" ("=200x", "=x100", "=200x100"): without it this is shown as text.`,
      span,
      fixes: [change(`${target.trimEnd()}x`, place)],
    });
  } else if (ADDRESS.test(address) && /\S[ \t]+\S/.test(address) && !/["'(=]/.test(address)) {
    const newText = address.replace(/[ \t]/g, '%20');
    report({
      message: 'An address can’t contain spaces, so this is shown as text. Write "%20" for each.',
      span,
      fixes: [change(newText, place)],
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
