import createDOMPurify from 'dompurify';
import { LABEL_TAGS } from './labelTags';

const purify = createDOMPurify(window);

/** Would load or refer to something outside. */
const FORBIDDEN_TAGS = ['image', 'feImage', 'use'];

const SAFE_HREF = /^(?:#|https?:|mailto:)/i;
/** CSS that could fetch something, or is written so that one can't tell. */
const FETCHES = /\\|@import|(?:url|image|image-set|src)\((?!\s*["']?#)/i;

purify.addHook('uponSanitizeAttribute', (_, data) => {
  if (/^(?:xlink:)?href$/.test(data.attrName)) data.keepAttr = SAFE_HREF.test(data.attrValue.trim());
  else if (/^(?:style|fill|stroke|filter|mask|cursor|clip-path|marker.*)$/.test(data.attrName))
    data.keepAttr = !FETCHES.test(data.attrValue);
});

purify.addHook('afterSanitizeAttributes', (element) => {
  // One name for the target of a link, for all code that looks for it.
  const href = element.getAttribute('xlink:href');
  if (href === null) return;
  element.removeAttribute('xlink:href');
  if (!element.hasAttribute('href')) element.setAttribute('href', href);
});

/**
 * What a library drew, as a fragment in which nothing can run, fetch or lead anywhere but where web links do.
 * The libraries get hostile text like any other, and none of them guarantees this.
 */
export function sanitizeDrawing(markup: string): DocumentFragment {
  const drawing = purify.sanitize(markup, {
    USE_PROFILES: { svg: true, svgFilters: true },
    ADD_TAGS: ['foreignObject', ...LABEL_TAGS],
    FORBID_TAGS: FORBIDDEN_TAGS,
    ADD_ATTR: ['dominant-baseline', 'target', 'xlink:href', 'href'],
    HTML_INTEGRATION_POINTS: { foreignobject: true },
    RETURN_DOM_FRAGMENT: true,
  });
  for (const style of drawing.querySelectorAll('style')) confineStyle(style);
  return drawing;
}

/** Leaves a drawing the rules that apply only to itself: those that name the id of its `<svg>`. */
function confineStyle(style: SVGStyleElement | HTMLStyleElement): void {
  const id = style.closest('svg')?.id;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style.textContent);
  const rules = [...sheet.cssRules].filter((rule) =>
    rule instanceof CSSStyleRule
      ? id && rule.selectorText.split(',').every((selector) => isBelow(selector, id))
      : rule instanceof CSSKeyframesRule,
  );
  style.textContent = rules
    .map(({ cssText }) => cssText)
    .filter((text) => !FETCHES.test(text))
    .join('\n');
}

function isBelow(selector: string, id: string): boolean {
  const at = selector.trim();
  return at.startsWith(`#${id}`) && !/^[\w-]|[+~]/.test(at.slice(id.length + 1));
}
