import morphdom from 'morphdom';
import { keepsColor } from '../../page/code/colorCode';
import { keepDrawing } from '../../page/diagrams/finish';
import { sanitize } from './sanitize';
import { setSectionAttributes } from './sectionAttributes';
import { markStack, matched, verticalSlidesIn } from './verticalSlides';

/** The HTML that a vertical slide was made of, wherever in the slide's text it is. */
const sources = new WeakMap<Element, string>();
/** Names by which vertical slides are recognized. */
const keys = new WeakMap<Node, string>();
let lastKey = 0;

/** A slide's HTML as what goes into its section. Its vertical slides have no attributes but those of slides. */
export function contentOf(html: string): DocumentFragment {
  const content = sanitize(html);
  for (const section of verticalSlidesIn(content)) {
    sources.set(section, section.outerHTML.replace(/ data-line="\d+"/g, ''));
    const attributes = attributesOf(section);
    for (const name of Object.keys(attributes)) section.removeAttribute(name);
    setSectionAttributes(section, attributes);
  }
  return content;
}

function attributesOf(section: Element): Record<string, string> {
  return Object.fromEntries([...section.attributes].map(({ name, value }) => [name, value]));
}

/** What other content changed, as far as reveal.js must know. */
export interface Replaced {
  /** Vertical slides whose background has changed. */
  readonly backgrounds: Set<HTMLElement>;
  /** There are other vertical slides than before. */
  readonly isReshaped: boolean;
}

/** Changes a section's content into other content. Pictures, videos and text that stay are not touched. */
export function replaceContent(section: HTMLElement, content: DocumentFragment): Replaced {
  const before = verticalSlidesIn(section);
  recognize(before, verticalSlidesIn(content));
  const backgrounds = new Set<HTMLElement>();
  if (section.hasChildNodes()) morph(section, content, backgrounds);
  else section.append(content);
  const now = verticalSlidesIn(section);
  const isReshaped = now.length !== before.length || now.some((each, index) => each !== before[index]);
  if (isReshaped) markStack(section);
  for (const each of now) if (!before.includes(each)) backgrounds.add(each);
  return { backgrounds, isReshaped };
}

/** Gives each vertical slide the key of the one it was before. */
function recognize(before: readonly HTMLElement[], now: readonly HTMLElement[]): void {
  const sourcesOf = (sections: readonly HTMLElement[]) => sections.map((each) => sources.get(each) ?? '');
  const matches = matched(sourcesOf(before), sourcesOf(now));
  for (const each of before) if (!keys.has(each)) keys.set(each, newKey());
  now.forEach((each, index) => {
    const earlier = before[matches[index] ?? -1];
    keys.set(each, (earlier && keys.get(earlier)) ?? newKey());
  });
}

function newKey(): string {
  return `vertical ${++lastKey}`;
}

function morph(section: HTMLElement, content: DocumentFragment, backgrounds: Set<HTMLElement>): void {
  const target = document.createElement('section');
  target.append(content);
  const isStack = [section, target].some((each) => verticalSlidesIn(each).length > 0);
  morphdom(section, target, {
    childrenOnly: true,
    // By an id, something could be taken out of one vertical slide and put into another.
    getNodeKey: (node) => (isStack ? keys.get(node) : node instanceof Element && node.id) || '',
    onBeforeElUpdated: (from, to) => {
      if (keys.has(from)) {
        updateVerticalSlide(from, to, backgrounds);
        return false;
      }
      keepFragmentState(from, to);
      return !from.isEqualNode(to);
    },
    onBeforeElChildrenUpdated: (from, to) => !keepDrawing(from, to) && !keepsColor(from, to),
  });
}

function updateVerticalSlide(from: HTMLElement, to: HTMLElement, backgrounds: Set<HTMLElement>): void {
  sources.set(from, sources.get(to) ?? '');
  if (setSectionAttributes(from, attributesOf(to))) backgrounds.add(from);
  const content = document.createDocumentFragment();
  content.append(...to.childNodes);
  morph(from, content, backgrounds);
}

/** reveal.js's marks stay on the fragments that stay. */
function keepFragmentState(from: Element, to: Element): void {
  if (!from.classList.contains('fragment') || !to.classList.contains('fragment')) return;
  for (const name of ['visible', 'current-fragment']) {
    if (from.classList.contains(name)) to.classList.add(name);
  }
}
