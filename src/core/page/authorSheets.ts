import { urlOfPath } from '../files/relativePath';
import { classifyUrl } from '../files/urls';
import { rewriteCss } from '../markdown/css';
import type { NamedSheet, WrittenSheet } from '../options/slideOptions';
import { type LookOrigin, type SheetTrouble, UNAPPLIED, type Unapplied } from '../options/unapplied';

/** A style sheet of the author's as text, without `@import`; its URLs are as if the deck named them. */
export interface AuthorSheet {
  readonly css: string;
  /** Who named it; null if it is not the author's. */
  readonly origin: LookOrigin | null;
}

/** What is in a style sheet's file, or why that can't be said. */
export type FoundSheet = { readonly css: string } | { readonly trouble: SheetTrouble };

/** Reads a style sheet by a path that the deck could name. Undefined if it is not known yet. */
export type ReadSheet = (path: string) => FoundSheet | undefined;

/** Nobody has more; a sheet that imports others, each twice, would have no end. */
const MAX_SHEETS = 100;

/** Finds the author's style sheets with those that they import. */
export class AuthorSheets {
  #count = 0;

  constructor(
    readonly read: ReadSheet,
    /** Receives what is not found. */
    readonly unapplied: Unapplied[],
  ) {}

  /** A sheet after those that it imports; null if it can't be applied. */
  find({ name, paths, origin }: NamedSheet): AuthorSheet[] | null {
    let trouble: SheetTrouble = 'missing';
    for (const path of paths) {
      const found = this.#read(path);
      if ('css' in found) return this.#withImports(path, found.css, origin, [path]);
      if (trouble === 'missing') trouble = found.trouble;
    }
    this.#lose(trouble, name, origin);
    return null;
  }

  /** A sheet that is within another file, after those that it imports. */
  written({ css, path, origin }: WrittenSheet): AuthorSheet[] {
    return this.#withImports(path, css, origin, []);
  }

  #read(path: string): FoundSheet {
    if (!/\.css$/i.test(path)) return { trouble: 'missing' };
    this.#count++;
    return (this.#count <= MAX_SHEETS ? this.read(path) : null) ?? { trouble: 'unreadable' };
  }

  /** Sheets of their own, since one that is not closed would take in what follows. */
  #withImports(path: string, text: string, origin: LookOrigin, chain: readonly string[]): AuthorSheet[] {
    const imported: AuthorSheet[] = [];
    const css = rewriteCss(
      text,
      (url) => fromDeck(url, path),
      ({ url, condition }) => {
        imported.push(...this.#import(fromDeck(url, path), condition, origin, chain));
      },
    );
    return [...imported, { css, origin }];
  }

  #import(url: string, condition: string, origin: LookOrigin, chain: readonly string[]): AuthorSheet[] {
    const target = classifyUrl(url);
    const path = target.kind === 'local' ? target.path : null;
    if (path !== null && chain.includes(path)) return [];
    const found = path === null ? null : this.#read(path);
    if (path !== null && found && 'css' in found) {
      const sheets = this.#withImports(path, found.css, origin, [...chain, path]);
      return sheets.map((sheet) => ({ ...sheet, css: conditional(sheet.css, condition) }));
    }
    const trouble = found && 'trouble' in found ? found.trouble : 'missing';
    this.#lose(target.kind === 'remote' ? 'remote' : trouble, url, origin);
    return [];
  }

  #lose(trouble: SheetTrouble, name: string, origin: LookOrigin): void {
    this.unapplied.push({ template: UNAPPLIED[trouble], name, origin });
  }
}

/** A URL in a style sheet as the deck would write it. */
function fromDeck(url: string, sheet: string): string {
  if (classifyUrl(url).kind !== 'local' || url.trim().startsWith('/')) return url;
  return shortened(urlOfPath(sheet.replace(/[^/]*$/, '')) + url.trim());
}

/** Without the folders that the path goes into and out of again. */
function shortened(path: string): string {
  const [, start, rest] = /^(\/?)([\s\S]*)$/.exec(path)!;
  const segments: string[] = [];
  for (const segment of rest!.split('/')) {
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return start + segments.join('/');
}

/** What an `@import` applies only in part: in a layer, under a condition, for some media. */
function conditional(css: string, condition: string): string {
  if (condition === '') return css;
  const [, layer, name = '', supports, media] =
    /^(layer(?:\(([^)]*)\))?(?![-\w]))?\s*(?:supports\(([\s\S]*)\)(?=\s|$))?\s*([\s\S]*)$/i.exec(condition)!;
  let result = css;
  if (media) result = `@media ${media} {${result}\n}`;
  if (supports) result = `@supports (${supports}) {${result}\n}`;
  return layer ? `@layer ${name} {${result}\n}` : result;
}
