import { WORDS } from '../markdown/embedWords';
import { isAllowedAttribute } from './allowList';
import { purifyAttribute, purifyUrl } from './attributeValues';
import { FRAME_RIGHTS } from './frameRights';
import type { Lost, RenderOptions } from './rendered';
import { isSafeUrl } from './safeUrls';
import {
  type ChildNode,
  createElement,
  createText,
  type Element,
  getAttribute,
  replaceChildren,
} from './tree';

/** Attribute of a `<section>` that has a page as its background. */
export const BACKGROUND_PAGE = 'data-background-iframe';

/**
 * The origin of a page that a frame may show, or null if none may show it. A host of other characters could
 * add to the policy of the page around the frame.
 */
export function pageOrigin(address: string): string | null {
  return /^https:\/\/[a-z\d.-]+(?::\d+)?(?=[/?#]|$)/i.exec(address)?.[0].toLowerCase() ?? null;
}

/** The address at which a frame shows an embedded page, or why none does; null if nobody asked for frames. */
export function embeddedAddress(url: string, embed: RenderOptions['embed']): string | Lost | null {
  const plain = url.trim();
  if (!embed || plain === '' || plain.startsWith('#') || !isSafeUrl(plain, 'link')) return null;
  const address = embed(plain);
  return typeof address === 'string' && pageOrigin(address) === null ? null : address;
}

/** An `<iframe>` becomes a frame without harmful rights, or else a card: nothing is fetched before a click on it. */
export function embeddedPage(frame: Element, options: RenderOptions): ChildNode[] {
  const src = getAttribute(frame, 'src')?.trim() ?? '';
  const url = src || (getAttribute(frame, 'data-src') ?? '');
  const address = embeddedAddress(url, options.embed);
  return typeof address === 'string' ? [shownPage(frame, address, options)] : card(url, options);
}

/** What a frame shows, when and with which rights is decided here; a name would make it a global variable. */
const DECIDED = /^(?:src|data-src|name|allowfullscreen|referrerpolicy)$/;

/**
 * reveal.js loads what `data-src` names when its slide is shown, and unloads it afterwards. With
 * `data-preload` it is loaded while its slide is near: that comes closest to a written `src`, which would load
 * every page at once.
 */
function shownPage(frame: Element, address: string, options: RenderOptions): Element {
  const kept = frame.attrs.flatMap((attribute) => {
    const isAuthors =
      !DECIDED.test(attribute.name) && isAllowedAttribute('iframe', attribute.name, options.dialect);
    return (isAuthors && purifyAttribute('iframe', attribute, options)) || [];
  });
  const title =
    getAttribute(frame, 'title') || `${WORDS.iframe}: ${pageOrigin(address)!.slice('https://'.length)}`;
  return createElement('iframe', {
    ...Object.fromEntries(kept.map(({ name, value }) => [name, value])),
    ...(getAttribute(frame, 'src') ? { 'data-preload': '' } : {}),
    ...FRAME_RIGHTS,
    title,
    'data-src': address,
  });
}

function card(url: string, options: RenderOptions): ChildNode[] {
  const href = purifyUrl(url, 'link', options);
  if (href === '') return [];
  const link = createElement('a', { class: 'embed-card', href, target: '_blank' });
  replaceChildren(link, [createText(WORDS.iframe)]);
  const box = createElement('div', { class: 'embed' });
  replaceChildren(box, [link]);
  return [box];
}
