import type { Reference } from '../../markup/references';
import { isSafeUrl } from '../../render/safeUrls';
import type { Span } from '../../text/spans';
import { spanAt } from '../../text/spans';
import { changeTo } from '../changeTo';
import type { Fix, Rule, RuleDocs, RuleFinding, SlideContext } from '../rule';

export const malformedLink: Rule = {
  id: 'malformed-link',
  severity: 'error',
  dialects: 'all',
  description: 'Markdown does not read a link or picture as one, or its address cannot be right.',
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

export const docs: RuleDocs = {
  why: 'A small slip, such as a space between the brackets, makes markdown show the source in place of the link or picture. A misspelled `https://` leads to a file that nobody has.',
  example: {
    before: '[Blog] (https://scs.community/blog)',
    after: '[Blog](https://scs.community/blog)',
  },
  spared:
    'Code, `[x] (text)`, numbers in brackets and everything that markdown reads as a link. In decks of reveal.js, `slack:` and the like are links: as `info`, the rule says only that Deckwright leaves them out for safety.',
  verdict: 'Stop the commit: the audience sees brackets, or the link leads nowhere.',
};

/** To `broken-link` such an address would be the path of a file. */
export const MISSPELLED_SCHEME =
  /^(?:https?:\/\/(?=https?:\/\/)|https?:\/{3,}|https?:\/?(?!\/)|https?;?\/\/|(?:htps?|htpps?|htttps?|hhttps?|ttps?|httsp|htts):\/\/)(?=[\w[])/i;

function checkAddress({ url, urlSpan, span, target, kind, syntax }: Reference, context: SlideContext): void {
  const { report } = context;
  if (syntax === 'bare') return;
  if (url === '') {
    report({ message: 'This leads nowhere: there is no address between the parentheses.', span });
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

function isHedgedoc({ dialect, isGuess }: SlideContext): boolean {
  return dialect === 'hedgedoc' && !isGuess;
}

/** Other tools keep what Deckwright does not. */
function leftOut(scheme: string, span: Span): RuleFinding {
  return {
    severity: 'info',
    message: `For safety, the preview and exported pages of Deckwright leave out addresses that begin with "${scheme}". Elsewhere this one may work.`,
    span,
  };
}

/** `[text] (address)`. Numbers in brackets are notes, `[x]` is a checkbox. */
function checkApart(block: Span, context: SlideContext): void {
  const pattern = /\[([^[\]\r\n]{2,})\]([ \t]+)\((?:https?:\/\/|\.{1,2}\/)[^\s()]+\)/g;
  for (const { match, start } of matchesIn(block, pattern, context)) {
    if (/^\d+$/.test(match[1]!)) continue;
    const gap = { start: start + match[1]!.length + 2, end: start + match[1]!.length + 2 + match[2]!.length };
    context.report({
      message: 'Not a link, so its source is shown: remove the space between `]` and `(`.',
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
      message: 'Not a link, so its source is shown: put the text in `[…]` and the address in `(…)`.',
      span,
      fixes: [change(`[${match[1]}](${match[2]})`, span)],
    });
  }
}

/** `[text](…` that markdown leaves as text. */
function checkLeftOver(block: Span, context: SlideContext): void {
  const pattern = /!?\[[^[\]\r\n]*\]\(/g;
  const references = context.markup.references.map(({ span }) => span);
  const { text } = context;
  const stop = /[)\r\n]/g;
  // Looked for once, however many brackets are open before it.
  let end = -1;
  for (const { match, start } of matchesIn(block, pattern, context)) {
    // A `!` may precede a link.
    if (spanAt(references, start) || spanAt(references, start + 1)) continue;
    const from = start + match[0].length;
    if (end < from) {
      stop.lastIndex = from;
      end = Math.min(stop.exec(text)?.index ?? block.end, block.end);
    }
    const rest = text.slice(from, end);
    if (end < block.end && text[end] === ')') reportTarget({ start, end: end + 1 }, from, rest, context);
    else reportUnclosed(start, from, rest, context);
  }
}

const ADDRESS = /^(?:https?:\/\/|mailto:|\.{0,2}\/|#)\S*|^[\w./-]+\.\w{2,4}(?=\s|$)/i;

function reportUnclosed(start: number, from: number, rest: string, { report }: SlideContext): void {
  const address = ADDRESS.exec(rest)?.[0];
  if (!address) return;
  const end = from + address.length;
  report({
    message: 'The parenthesis is not closed, so this is shown as text. Close it after the address.',
    span: { start, end },
    fixes: [{ title: 'Insert )', edits: [{ span: { start: end, end }, newText: ')' }], kind: 'offered' }],
  });
}

function reportTarget(span: Span, from: number, target: string, context: SlideContext): void {
  const { dialect, report } = context;
  const scheme = /^\s*(javascript|vbscript|file|data):/i.exec(target)?.[1];
  const size = /[ \t]=(\d+)%?[ \t]*$/.exec(target);
  const address = target.trim();
  const place = { start: from, end: from + target.length };
  if (scheme) {
    report(
      isHedgedoc(context)
        ? {
            message: `HedgeDoc makes no links or pictures of addresses that begin with "${scheme}:": this is shown as text. Use "https:" or a path.`,
            span,
          }
        : leftOut(`${scheme}:`, place),
    );
  } else if (size && dialect === 'hedgedoc') {
    report({
      message: `A size needs an "x" ("=200x", "=x100", "=200x100"): without it this is shown as text.`,
      span,
      fixes: [change(`${target.trimEnd()}x`, place)],
    });
  } else if (ADDRESS.test(address) && /\S[ \t]+\S/.test(address) && !/["'(=]/.test(address)) {
    const newText = address.replace(/[ \t]/g, '%20');
    report({
      message: 'An address cannot contain spaces, so this is shown as text. Write "%20" for each.',
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
