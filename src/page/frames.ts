import { FRAME_RIGHTS } from '../core/render/frameRights';
import type { RevealSection } from './lostBackgrounds';

/**
 * Keeps every page in a frame within its rights, from before it is loaded. The frames of slides have them
 * written, but reveal.js itself creates those of backgrounds and previewed links, without any limits.
 */
export function confineFrames(): void {
  const frames = HTMLIFrameElement.prototype;
  const setAttribute = Element.prototype.setAttribute;
  frames.setAttribute = function (name, value) {
    if (name.toLowerCase() === 'src') {
      for (const [right, granted] of Object.entries(rightsOf(value))) setAttribute.call(this, right, granted);
    }
    setAttribute.call(this, name, value);
  };
  Object.defineProperty(frames, 'src', {
    get(this: HTMLIFrameElement) {
      return this.getAttribute('src') ?? '';
    },
    set(this: HTMLIFrameElement, value: string) {
      this.setAttribute('src', value);
    },
  });
}

/** In its own origin, a page of the same site as ours could take off its sandbox. */
function rightsOf(url: string): Record<string, string> {
  const page = URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI) : null;
  if (page && page.origin !== window.location.origin) return FRAME_RIGHTS;
  return { ...FRAME_RIGHTS, sandbox: FRAME_RIGHTS.sandbox.replace('allow-same-origin ', '') };
}

/** reveal.js loads the page behind a slide when it turns to it, but not behind the slide on which it starts. */
export function startBackgroundPage(section: RevealSection | undefined): void {
  const frame = section?.slideBackgroundElement?.querySelector<HTMLIFrameElement>(
    'iframe[data-src]:not([src])',
  );
  if (frame) frame.src = frame.dataset.src!;
}

/** On paper nothing plays, and reveal.js loads no frames there. */
export function printFramesAsLinks(slides: Element): void {
  for (const frame of slides.querySelectorAll<HTMLIFrameElement>('iframe[data-src]')) {
    const link = document.createElement('a');
    link.href = frame.dataset.src!;
    link.textContent = frame.title;
    frame.replaceWith(link);
  }
}
