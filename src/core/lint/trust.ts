import type { Deck, SlideContent } from '../deck/deck';
import { isAllowedTag } from '../render/allowList';
import { slideAt } from '../summary/slideAt';
import { getOrSet } from '../text/getOrSet';
import type { Finding, Fix } from './rule';

/**
 * The finding with fixes that are only offered where the linter may take something else for markup than the tool does.
 * Rules read a slide as written, and with one library. HedgeDoc's filter changes tags before they are read, HedgeDoc
 * reads notes as part of an HTML block, and reveal.js has a library of its own: what is a link here may be text or code
 * there.
 */
export function trusted(finding: Finding, deck: Deck): Finding {
  if (!finding.fixes.some((fix) => isDoubtful(fix, deck))) return finding;
  const fixes = finding.fixes.map((fix) =>
    isDoubtful(fix, deck) ? ({ ...fix, kind: 'offered' } as const) : fix,
  );
  return { ...finding, fixes };
}

function isDoubtful({ kind, edits }: Fix, deck: Deck): boolean {
  if (kind !== 'safe') return false;
  const inSlides = edits.filter(({ span }) => span.start >= deck.slides[0]!.span.start);
  if (inSlides.length > 0 && deck.dialect !== 'hedgedoc') return true;
  return inSlides.some(({ span }) => {
    const slide = slideAt(deck, span.start);
    const isInNotes = span.start >= slide.span.start + slide.content.body.end;
    return isInNotes || !isPlain(slide.content);
  });
}

const plain = new WeakMap<SlideContent, boolean>();

/** Tags in one line, whose attributes every reader of HTML finds at the same places. */
const TAG =
  /<\/?([a-z][a-z\d]*)(?: +[a-z][\w:-]*(?:=(?:"[^"<>&\r\n]*"|'[^'"<>&\r\n]*'|[\w#.,:;%()+/?-]*[\w#.,:;%()+?-]))?)* ?\/?>/gi;
/** Elements whose content browsers do not read as HTML, but for style sheets at the start of a line. */
const RAW = /^(?:iframe|noembed|noframes|script|style|textarea|title|xmp)$/i;
const STYLE = /^<style>[^<]*<\/style>/gim;
const COMMENT = /<!--(?:(?!--)[^<])*-->/g;

/** Whether HedgeDoc's filter leaves all that the rules read of a slide as it is. */
function isPlain(content: SlideContent): boolean {
  return getOrSet(plain, content, () => {
    const rest = content.text
      .replace(COMMENT, '')
      .replace(STYLE, '')
      .replace(TAG, (tag, name: string) =>
        isAllowedTag(name.toLowerCase(), 'hedgedoc') && !RAW.test(name) ? '' : tag,
      );
    return !/<|&lt;/.test(rest);
  });
}
