/** What a selector says of the page. */
const PAGE = /(?<![\w.#:\\-])(?:html|body|:root)(?![\w-])/g;

/**
 * Confines a style sheet to the element that `scope` selects, and what is in it. What it says of the page applies to this
 * element. Fonts and animations are the page's: they have names.
 */
export function confine(sheet: CSSStyleSheet, scope: string): void {
  aim(sheet);
  for (let at = 0; at < sheet.cssRules.length; at++) {
    const rule = sheet.cssRules[at]!;
    if (!(rule instanceof CSSStyleRule || rule instanceof CSSGroupingRule)) continue;
    sheet.deleteRule(at);
    sheet.insertRule(`@scope (${scope}) {${rule.cssText}}`, at);
  }
}

function aim(container: CSSStyleSheet | CSSGroupingRule): void {
  for (const rule of container.cssRules) {
    if (rule instanceof CSSStyleRule) {
      // With the weight that each had.
      const aimed = rule.selectorText.replace(PAGE, (said) =>
        said === ':root' ? ':scope' : ':where(:scope)',
      );
      if (aimed !== rule.selectorText) rule.selectorText = aimed;
    }
    if (rule instanceof CSSGroupingRule) aim(rule);
  }
}
