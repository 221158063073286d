import { notLoaded } from './notices';
import { ID_PREFIX } from './sanitize';

/** Attributes the author may give a slide; the renderer has filtered them, the page does not rely on it. */
const ALLOWED = /^(?:class|id|style|lang|dir|title|data-(?!background-iframe)[\w-]+)$/;
/** Classes that reveal.js keeps on sections. */
const RUNTIME_CLASS = /^(?:past|present|future|stack|has-(?:dark|light)-background)$/;

const authored = new WeakMap<HTMLElement, string>();

/**
 * Sets the author's attributes on a slide's section without disturbing those of reveal.js. True if anything changed,
 * which concerns the slide's background.
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
  // reveal.js derives it from `data-background` and would keep an old one.
  section.removeAttribute('data-background-image');
  for (const [name, value] of Object.entries(attributes))
    if (ALLOWED.test(name)) setOne(section, name, value);
  useNoticeAsPicture(section);
  return true;
}

function setOne(section: HTMLElement, name: string, value: string | null): void {
  if (name === 'class') setClasses(section, value ?? '');
  else if (name === 'style') setStyle(section, value ?? '');
  else if (value === null) section.removeAttribute(name);
  else section.setAttribute(name, name === 'id' ? `${ID_PREFIX}${value}` : value);
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

/** The address of the picture behind a slide, as far as it has to be loaded. */
function backgroundPicture(section: HTMLElement): string | null {
  const background = section.getAttribute('data-background-image') ?? section.getAttribute('data-background');
  return background && /^https?:/i.test(background) ? background : null;
}

/** What reveal.js hangs on a section. */
interface RevealSection extends HTMLElement {
  slideBackgroundElement?: HTMLElement;
  slideBackgroundContentElement?: HTMLElement;
}

/**
 * Shows a slide's background picture by its very address: reveal.js escapes addresses once more, which breaks those
 * that have escapes in them, as VS Code's do. A list of pictures is left to reveal.js.
 */
export function showBackgroundPicture(section: RevealSection): void {
  const url = backgroundPicture(section);
  const { slideBackgroundElement: background, slideBackgroundContentElement: content } = section;
  if (!url || url.includes(',') || !background || !content) return;
  content.style.backgroundImage = `url(${JSON.stringify(url)})`;
  background.setAttribute('data-loaded', 'true');
}

/**
 * A background tells nobody when it can't be loaded, so the same picture is asked for once more. If it does not arrive,
 * the box that says so takes its place.
 */
export function replaceIfLost(section: HTMLElement, replaced: () => void): void {
  const url = backgroundPicture(section);
  if (!url) return;
  const probe = new Image();
  probe.addEventListener('error', () => {
    if (backgroundPicture(section) !== url) return;
    section.setAttribute('data-background', notLoaded(url));
    useNoticeAsPicture(section);
    replaced();
  });
  probe.src = url;
}

/** reveal.js takes a `data:` URL in `data-background` for a colour; the box for a missing picture is one. */
function useNoticeAsPicture(section: HTMLElement): void {
  const background = section.getAttribute('data-background');
  if (!background?.startsWith('data:image/')) return;
  section.removeAttribute('data-background');
  section.setAttribute('data-background-image', background);
  section.setAttribute('data-background-size', section.getAttribute('data-background-size') ?? 'contain');
}
