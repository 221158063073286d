import { isInertAttribute } from '../../core/render/inertMarkup';
import { LOST_BACKGROUND } from '../../core/render/rendered';
import { labelLostBackground, type RevealSection } from '../../page/lostBackgrounds';
import { notLoadedInWords } from './notices';
import { ID_PREFIX } from './sanitize';

/**
 * Attributes the author may give a slide; the renderer has filtered them, but the page does not rely on that.
 */
const ALLOWED = /^(?:class|id|style|lang|dir|title|data-(?!background-iframe)[\w-]+)$/;
/** Classes that reveal.js keeps on sections, and we on those of slides with vertical slides. */
const RUNTIME_CLASS = /^(?:past|present|future|stack|has-(?:dark|light)-background|has-sections)$/;

const authored = new WeakMap<HTMLElement, string>();

/**
 * Sets the author's attributes on a slide's section without disturbing those of reveal.js. True if anything
 * changed that affects the slide's background.
 */
export function setSectionAttributes(
  section: HTMLElement,
  attributes: Readonly<Record<string, string>>,
): boolean {
  const key = JSON.stringify(attributes);
  const earlier = authored.get(section) ?? '{}';
  if (key === earlier) return false;
  authored.set(section, key);
  for (const name of Object.keys(JSON.parse(earlier) as Record<string, string>)) setOne(section, name, null);
  // reveal.js derives the one from `data-background` and would keep an old one; the other may be ours.
  for (const name of ['data-background-image', LOST_BACKGROUND]) section.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes))
    if (ALLOWED.test(name) || isInertAttribute(name, value)) setOne(section, name, value);
  return true;
}

function setOne(section: HTMLElement, name: string, value: string | null): void {
  if (name === 'class') setClasses(section, value ?? '');
  else if (name === 'style') setStyle(section, value ?? '');
  else if (value === null) section.removeAttribute(name);
  else section.setAttribute(name, name === 'id' ? prefixed(value) : value);
}

/** Like the sanitizer, which has already done it for vertical slides. */
function prefixed(id: string): string {
  return id.startsWith(ID_PREFIX) ? id : `${ID_PREFIX}${id}`;
}

function setClasses(section: HTMLElement, value: string): void {
  const kept = [...section.classList].filter((name) => RUNTIME_CLASS.test(name));
  section.className = [...kept, value].join(' ').trim();
}

/** reveal.js keeps `display` and `top` in the same attribute. */
function setStyle(section: HTMLElement, value: string): void {
  const { display, top } = section.style;
  section.style.cssText = value;
  if (display) section.style.display = display;
  if (top) section.style.top = top;
}

const PICTURE_ATTRIBUTES = ['data-background-image', 'data-background'] as const;

/** The address of the picture behind a slide, if it has to be loaded. */
function backgroundPicture(section: HTMLElement): string | null {
  const [background] = PICTURE_ATTRIBUTES.flatMap((name) => section.getAttribute(name) ?? []);
  return background && /^https?:/i.test(background) ? background : null;
}

/**
 * What is left to do when reveal.js has made a slide's background: says what of it is missing, and shows its
 * picture by its exact address. reveal.js escapes addresses again, which breaks those that contain escapes,
 * as VS Code's do. A list of pictures is left to reveal.js.
 */
export function completeBackground(section: RevealSection): void {
  labelLostBackground(section);
  const url = backgroundPicture(section);
  const { slideBackgroundElement: background, slideBackgroundContentElement: content } = section;
  if (!url || url.includes(',') || !background || !content) return;
  content.style.backgroundImage = `url(${JSON.stringify(url)})`;
  background.setAttribute('data-loaded', 'true');
}

/**
 * There is no event when a background can't be loaded, so the same picture is requested again. If it does not
 * arrive, the slide has the theme's background and says so.
 */
export function dropIfLost(section: HTMLElement, dropped: () => void): void {
  const url = backgroundPicture(section);
  if (!url) return;
  const probe = new Image();
  probe.addEventListener('error', () => {
    if (backgroundPicture(section) !== url) return;
    for (const name of PICTURE_ATTRIBUTES) section.removeAttribute(name);
    section.setAttribute(LOST_BACKGROUND, notLoadedInWords(url, 'picture'));
    dropped();
  });
  probe.src = url;
}

/** Says that none of a slide's background videos can be played. */
export function dropVideo(section: HTMLElement): void {
  const urls = (section.getAttribute('data-background-video') ?? '').split(',');
  section.removeAttribute('data-background-video');
  section.setAttribute(LOST_BACKGROUND, urls.map((url) => notLoadedInWords(url, 'video')).join('\n'));
}
