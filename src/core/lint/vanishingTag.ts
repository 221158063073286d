import { html } from 'parse5';
import type { HtmlTag } from '../markup/htmlTags';
import type { Markup } from '../markup/markup';
import { isAllowedTag } from '../render/allowList';
import { endOfLine, startOfLine } from '../text/lineEnds';
import { changeTo } from './changeTo';
import type { RuleFinding } from './rule';

/**
 * What is wrong with words in angle brackets, such as `<your-name>`, that browsers take for an element and don't
 * show; null for elements of HTML, and for those of the author's own, which are closed, have values, or are
 * beside no text.
 */
export function vanishingTag(
  { name, span, attributes, closing, selfClosing }: HtmlTag,
  text: string,
  { tags, blocks }: Markup,
): RuleFinding | null {
  if (closing || selfClosing || isElement(name) || !/^[a-z][\w.:-]*$/.test(name)) return null;
  if (attributes.some(({ quote }) => quote !== null)) return null;
  if (tags.some((other) => other.closing && other.name === name)) return null;
  const written = text.slice(span.start, span.end);
  const line = text.slice(startOfLine(text, span.start), endOfLine(text, span.end)).trim();
  const isInline = blocks.some((block) => block.span.start <= span.start && span.end <= block.span.end);
  // Elements of one's own are beside no text, also where they are never closed.
  const isBesideText = line.replace(/<[^<>]*>/g, '').trim() !== '';
  if (name.includes('-') && (!isBesideText || attributes.length > 0)) return null;
  // Markdown means nothing in an HTML block.
  const escaped = `&lt;${written.slice(1)}`;
  const canBeCode = isInline && !/[`\r\n]/.test(written);
  return {
    severity: 'warning',
    message: `Browsers take ${written} for an HTML element, so nothing of it is shown. ${canBeCode ? 'Put it in backticks, or write "\\" before it.' : `Write ${escaped}.`}`,
    span,
    fixes: canBeCode
      ? [changeTo(`\`${written}\``, span), changeTo(`\\${written}`, span)]
      : [changeTo(escaped, span)],
  };
}

/** Elements of HTML that neither the parser nor the list of allowed elements has to know. */
const OTHERS = new Set(
  'acronym audio blink canvas content data datalist dialog fencedframe fieldset geolocation legend map meter model nextid output portal progress selectedcontent shadow slot spacer'.split(
    ' ',
  ),
);

function isElement(name: string): boolean {
  return (
    html.getTagID(name) !== html.TAG_ID.UNKNOWN ||
    isAllowedTag(name, 'hedgedoc') ||
    (!name.includes('-') && isAllowedTag(name, 'reveal')) ||
    OTHERS.has(name)
  );
}
