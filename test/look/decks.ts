/** HedgeDoc's own result for a deck (fidelity/…/reference) as sections for a page of ours. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { shared } from '../vscode/paths';
import type { PageContent } from './page';

export interface ReferenceSlide {
  readonly h: number;
  readonly v: number | null;
  readonly html: string;
  readonly sectionAttributes: Record<string, string>;
  readonly notes: string | null;
  readonly layout: {
    readonly contentHeight: number;
    readonly contentWidth: number;
    readonly fonts: Record<string, string>;
    readonly background: Record<string, string>;
  };
}

export interface ReferenceDeck {
  readonly name: string;
  readonly theme: string;
  /** The reveal.js options in effect. */
  readonly config: Record<string, unknown>;
  readonly slides: readonly ReferenceSlide[];
}

export function referenceDecks(): ReferenceDeck[] {
  return ['fidelity/reference', 'fidelity/probes/reference'].flatMap((folder) =>
    readdirSync(join(shared, folder))
      .sort()
      .map((file) => readDeck(join(shared, folder, file))),
  );
}

export function readDeck(file: string): ReferenceDeck {
  const deck: Omit<ReferenceDeck, 'name'> = JSON.parse(readFileSync(file, 'utf8'));
  return { ...deck, name: basename(file, '.json'), theme: basename(deck.theme, '.css') };
}

export function pageOf({ theme, slides, config }: ReferenceDeck): PageContent {
  const options = Object.entries(config).filter(([name]) => /^(width|height|margin|parallax.*)$/.test(name));
  return { theme, slides: sections(slides), options: Object.fromEntries(options) };
}

function sections(slides: readonly ReferenceSlide[]): string {
  return [...new Set(slides.map((slide) => slide.h))]
    .map((h) => slides.filter((slide) => slide.h === h))
    .map((column) => {
      const html = column.map(section).join('\n');
      return column[0]?.v === null ? html : `<section>${html}</section>`;
    })
    .join('\n');
}

function section({ html, sectionAttributes }: ReferenceSlide): string {
  const attributes = Object.entries(sectionAttributes).map(
    ([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
  );
  return `<section${attributes.join('')}><div>${html}</div></section>`;
}
