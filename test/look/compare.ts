/**
 * Compares our look with the measurements of HedgeDoc's:
 *   node --import tsx test/look/compare.ts
 * Equal means within 1 px and one color step. What differs on purpose is in `accepted`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shared } from '../vscode/paths';
import { pageOf, referenceDecks } from './decks';
import { fixture } from './fixture';
import { LookBrowser } from './page';

type Styles = Record<string, string>;

/** Where ours differs on purpose, and why: elements as `selector property`, slides as `deck h.v`. */
const accepted: Record<string, string> = {
  'md1 0.0': 'footnotes are a nested section there, which HedgeDoc takes for a slide (docs/hedgedoc.md, Q6)',
  'md1 6.0': 'players of embeds: not part of the styles',
  'md1 7.0': 'the reference has MathJax where its HTML has TeX',
  'notes1 0.0': 'the list is in the notes, which the HTML is without',
  'p2_html 2.0': 'nested section (docs/hedgedoc.md, Q6)',
  'p2_html 7.0': 'footnotes (docs/hedgedoc.md, Q6)',
};

/** HedgeDoc's JSON omits insignificant values. */
const unsaid: Styles = {
  'background-color': 'rgba(0, 0, 0, 0)',
  margin: '0px',
  padding: '0px',
  'box-shadow': 'none',
  'text-shadow': 'none',
  'max-width': 'none',
  'max-height': 'none',
  'letter-spacing': 'normal',
  'font-style': 'normal',
  'list-style-type': 'none',
};

function equal(a: string, b: string): boolean {
  const words = (value: string) => value.split(/\s+|(?<=[(),])|(?=[(),])/).filter(Boolean);
  const wordsA = words(a);
  const wordsB = words(b);
  return (
    wordsA.length === wordsB.length &&
    wordsA.every((word, i) => {
      const other = wordsB[i] ?? '';
      if (word === other) return true;
      const [x, y] = [Number.parseFloat(word), Number.parseFloat(other)];
      const unit = (text: string) => text.replace(/^-?[\d.]+/, '');
      return Math.abs(x - y) <= 1 && unit(word) === unit(other);
    })
  );
}

class Comparison {
  private total = 0;
  private different = 0;
  private readonly unused = new Set(Object.keys(accepted));

  add(what: string, theirs: string, ours: string | undefined, key: string): void {
    this.total++;
    if (ours !== undefined && equal(theirs, ours)) return;
    const reason = accepted[key];
    if (reason) this.unused.delete(key);
    else this.different++;
    console.log(`${what}: ${theirs} | ${ours}${reason ? ` (${reason})` : ''}`);
  }

  finish(): number {
    for (const key of this.unused) console.log(`accepted, but equal: ${key}`);
    console.log(`${this.total - this.different} of ${this.total} equal or accepted`);
    return this.different === 0 && this.unused.size === 0 ? 0 : 1;
  }
}

/** The computed style of each element that was measured on HedgeDoc. */
async function compareElements(browser: LookBrowser, comparison: Comparison): Promise<void> {
  for (const theme of ['white', 'black']) {
    const reference: Record<string, Styles> = JSON.parse(
      readFileSync(join(shared, 'hedgedoc-css', `computed-${theme}.json`), 'utf8'),
    );
    const slides = fixture.map((html) => `<section><div>${html}</div></section>`).join('');
    const page = await browser.show({ theme, slides });
    const properties = [...new Set(Object.values(reference).flatMap(Object.keys))];
    for (const [selector, theirs] of Object.entries(reference)) {
      const inPage = selector === 'body' || selector.startsWith('.reveal') ? selector : `.reveal ${selector}`;
      const ours = await page.evaluate(
        ([query, names]) => {
          const element = document.querySelector(query);
          if (!element) return {};
          const section = element.closest('section');
          if (section) window.Reveal.slide([...section.parentElement!.children].indexOf(section));
          const style = getComputedStyle(element);
          return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
        },
        [inPage, properties] as const,
      );
      for (const property of properties) {
        const value = theirs[property] ?? unsaid[property];
        if (value === undefined) continue;
        comparison.add(`${theme} ${selector} ${property}`, value, ours[property], `${selector} ${property}`);
      }
    }
    await page.close();
  }
}

/** Size and fonts of every slide of the reference decks and probes, from HedgeDoc's HTML. */
async function compareSlides(browser: LookBrowser, comparison: Comparison): Promise<void> {
  for (const deck of referenceDecks()) {
    const page = await browser.show(pageOf(deck));
    for (const { h, v, layout } of deck.slides) {
      const ours = await page.evaluate(
        ([column, row, names]) => {
          window.Reveal.slide(column, row ?? 0);
          const top = document.querySelectorAll('.slides > section')[column]!;
          const section = row === null ? top : top.children[row]!;
          const fonts: Record<string, string> = {};
          for (const name of names) {
            const element = section.querySelector(`${name}:not(aside *)`);
            if (!element) continue;
            const { fontSize, color, textAlign } = getComputedStyle(element);
            fonts[name] = `${fontSize} ${color} ${textAlign}`;
          }
          return { height: section.scrollHeight, width: section.scrollWidth, fonts };
        },
        [h, v, Object.keys(layout.fonts)] as const,
      );
      const key = `${deck.name} ${h}.${v ?? 0}`;
      comparison.add(`${key} height`, `${layout.contentHeight}px`, `${ours.height}px`, key);
      comparison.add(`${key} width`, `${layout.contentWidth}px`, `${ours.width}px`, key);
      for (const [name, font] of Object.entries(layout.fonts)) {
        comparison.add(`${key} ${name}`, font, ours.fonts[name], key);
      }
    }
    await page.close();
  }
}

async function main(): Promise<number> {
  if (!existsSync(shared)) {
    console.log(`${shared} is not there: nothing to compare with.`);
    return 0;
  }
  const browser = await LookBrowser.open();
  const comparison = new Comparison();
  try {
    await compareElements(browser, comparison);
    await compareSlides(browser, comparison);
  } finally {
    await browser.close();
  }
  return comparison.finish();
}

main().then((code) => {
  process.exitCode = code;
});
