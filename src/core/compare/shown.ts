import type { SlideContent } from '../deck/deck';
import type { RenderRules } from '../render/renderRules';
import { renderSlide } from '../render/renderSlide';
import {
  type ChildNode,
  type Element,
  getAttribute,
  hasClass,
  isElement,
  isText,
  parseInto,
} from '../render/tree';
import { getOrSet } from '../text/getOrSet';

/** What a slide shows, each part as a text: two slides that have the same text show the same. */
export interface Shown {
  /** Its words and code. */
  readonly text: string;
  /** The addresses of its pictures, videos and embedded pages, and what they are called. */
  readonly picture: string;
  /** Where its links lead. */
  readonly link: string;
  readonly background: string;
  /** Its style sheets, and the looks that its elements are given, each once. */
  readonly style: string;
  /** What only the speaker sees. */
  readonly notes: string;
  /** All of it but the notes. */
  readonly html: string;
}

const known = new WeakMap<SlideContent, Map<string, Shown>>();

/** What a slide shows when it is rendered by these rules. */
export function shownOf(content: SlideContent, rules: RenderRules): Shown {
  const byRules = getOrSet(known, content, () => new Map());
  return getOrSet(byRules, JSON.stringify(rules), () => readShown(content, rules));
}

function readShown(content: SlideContent, rules: RenderRules): Shown {
  const asWritten = (url: string) => url;
  const { html, attributes } = renderSlide(content, {
    ...rules,
    resolve: asWritten,
    embed: asWritten,
    sourceLines: false,
  });
  const reader = new ShownReader();
  for (const [name, value] of Object.entries(attributes)) reader.readSlideAttribute(name, value);
  for (const node of parseInto('section', html).childNodes) reader.read(node);
  return reader.finish();
}

/** Elements within a line: words on either side of their tags may be one word. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);
const PICTURES = new Set(['audio', 'embed', 'iframe', 'img', 'object', 'source', 'track', 'video']);
const ADDRESSES = new Set(['alt', 'data', 'data-src', 'poster', 'src', 'srcset', 'title']);
const LINKS = new Set(['href', 'cite', 'data-preview-link', 'data-preview-image', 'data-preview-video']);
/** What follows from the text, or can't be seen. */
const WITHOUT_LOOK = new Set(['alt', 'aria-label', 'id', 'lang', 'name', 'rel', 'target', 'title']);
const FOR_SPEAKERS = new Set(['data-notes', 'data-timing']);

class ShownReader {
  #text = '';
  #html = '';
  #notes = '';
  #isInCode = false;
  readonly #pictures: string[] = [];
  readonly #links: string[] = [];
  readonly #background: string[] = [];
  readonly #styles = new Set<string>();

  readSlideAttribute(name: string, value: string): void {
    const written = `${name}=${value}`;
    if (name.startsWith('data-background')) this.#background.push(written);
    else if (FOR_SPEAKERS.has(name)) this.#notes += `${written}\n`;
    else this.#styles.add(written);
  }

  read(node: ChildNode): void {
    if (isText(node)) {
      const value = this.#isInCode ? visibleSpaces(node.value) : node.value;
      this.#text += value;
      this.#html += value;
    } else if (isElement(node)) this.#readElement(node);
  }

  finish(): Shown {
    return {
      text: collapsed(this.#text),
      picture: this.#pictures.join('\n'),
      link: this.#links.join('\n'),
      background: this.#background.sort().join('\n'),
      style: [...this.#styles].sort().join('\n'),
      notes: collapsed(this.#notes),
      html: collapsed(this.#html),
    };
  }

  #readElement(element: Element): void {
    const { tagName } = element;
    if (tagName === 'aside' && hasClass(element, 'notes')) {
      const notes = new ShownReader();
      for (const child of element.childNodes) notes.read(child);
      this.#notes += notes.#html;
      return;
    }
    if (tagName === 'style') {
      this.#styles.add(
        collapsed(element.childNodes.map((child) => (isText(child) ? child.value : '')).join('')),
      );
      return;
    }
    this.#readAttributes(element);
    if (tagName === 'input') this.#text += getAttribute(element, 'checked') === undefined ? '☐' : '☑';
    const edge = INLINE.has(tagName) ? '' : ' ';
    this.#text += edge;
    this.#html += `${edge}<${tagName}${attributesOf(element)}>${edge}`;
    const wasInCode = this.#isInCode;
    this.#isInCode ||= tagName === 'pre';
    for (const child of element.childNodes) this.read(child);
    this.#isInCode = wasInCode;
    this.#text += edge;
    this.#html += `${edge}</${tagName}>${edge}`;
  }

  #readAttributes(element: Element): void {
    const isPicture = PICTURES.has(element.tagName);
    const isCode = element.tagName === 'code' || element.tagName === 'pre';
    for (const { name, value } of element.attrs) {
      if (isPicture && ADDRESSES.has(name)) this.#pictures.push(`${name}=${value}`);
      else if (LINKS.has(name)) this.#links.push(value);
      else if (!isPicture && !isCode && !WITHOUT_LOOK.has(name)) this.#styles.add(`${name}=${value}`);
    }
  }
}

function attributesOf({ attrs }: Element): string {
  const written = attrs.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`);
  return written.sort().join('');
}

/** Code shows each of its spaces; those at its end are nothing. */
function visibleSpaces(code: string): string {
  return code.trimEnd().replaceAll(' ', '·').replaceAll('\n', '⏎').replaceAll('\t', '→');
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
