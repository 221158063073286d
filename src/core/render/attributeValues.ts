import { rewriteCss } from '../markdown/css';
import { kindOfUrl, PICTURE, type ReferenceKind } from '../markup/referenceKind';
import { pictureNotice } from './notices';
import type { RenderOptions } from './rendered';
import { isSafeUrl } from './safeUrls';

interface Attribute {
  readonly name: string;
  readonly value: string;
}

/**
 * What an allowed attribute becomes: URLs, including those in CSS, are checked and passed through
 * `options.resolve`, everything else stays. Null removes the attribute.
 */
export function purifyAttribute(
  tag: string,
  { name, value }: Attribute,
  options: RenderOptions,
): Attribute | null {
  if (name === 'style') return { name, value: purifyCss(value, options) };
  if (name.startsWith('data-background')) return purifyBackground({ name, value }, options);
  const kind = kindOfUrl(tag, name);
  if (!kind || (name.startsWith('data-') && /^(?:|true|false)$/.test(value))) return { name, value };
  return { name, value: purifyUrl(value, kind, options) };
}

/**
 * Style sheets and `style` attributes: without `@import`, with URLs resolved, unable to end a `<style>`
 * element.
 */
export function purifyCss(css: string, options: Pick<RenderOptions, 'resolve'>): string {
  return rewriteCss(css, (url) => purifyUrl(url, 'css', options)).replace(/<\//g, '<\\/');
}

/** What a URL becomes: resolved, a notice for a picture that is lost, or empty if it is not safe. */
export function purifyUrl(url: string, kind: ReferenceKind, options: Pick<RenderOptions, 'resolve'>): string {
  const plain = url.trim();
  if (plain === '') return '';
  if (plain.startsWith('#')) return plain;
  if (!isSafeUrl(plain, kind)) return '';
  const resolved = options.resolve(plain, kind);
  if (typeof resolved === 'string') return resolved;
  return kind === 'image' ? pictureNotice(resolved) : '';
}

function purifyBackground({ name, value }: Attribute, options: RenderOptions): Attribute | null {
  switch (name) {
    case 'data-background-image':
      return kept(name, background(value, options));
    case 'data-background-video':
      return kept(
        name,
        listed(value, (url) => purifyUrl(url, 'media', options)),
      );
    case 'data-background':
      if (/^\s*(?:javascript|vbscript|data:text)/i.test(value)) return null;
      if (!PICTURE.test(value)) return { name, value: purifyCss(value, options) };
      return pictureAttribute(background(value, options));
    default:
      return { name, value: purifyCss(value, options) };
  }
}

/** A picture whose URL reveal.js would not recognize needs a separate attribute. */
function pictureAttribute(url: string): Attribute | null {
  return kept(PICTURE.test(url) ? 'data-background' : 'data-background-image', url);
}

function kept(name: string, value: string): Attribute | null {
  return value === '' ? null : { name, value };
}

/** HedgeDoc's reveal.js supports one picture, so commas belong to its URL; later ones split there. */
function background(value: string, options: RenderOptions): string {
  const one = (url: string) => {
    const resolved = purifyUrl(url, 'background', options);
    return resolved.startsWith('data:') ? resolved : resolved.replace(/,/g, '%2C');
  };
  return options.dialect === 'hedgedoc' || value.trimStart().startsWith('data:')
    ? one(value)
    : listed(value, one);
}

function listed(value: string, one: (url: string) => string): string {
  return value.split(',').map(one).filter(Boolean).join(',');
}
