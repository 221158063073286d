import type { Dialect, Slide, SlideContent } from '../deck/deck';
import { MAX_SLIDE_LENGTH } from '../deck/limits';
import { readFenceInfo, readLineSteps } from '../markdown/lineSteps';
import { parseAttributeComment } from '../markup/attributes';
import { getOrSet } from '../text/getOrSet';
import { type SlideLine, slideLines, visibleLines } from './slideLines';
import { slideTitle } from './titles';

/** The role of a slide in the talk; `section` opens the part of a team or topic. */
export type SlideKind = 'title' | 'section' | 'content' | 'picture' | 'code' | 'quote' | 'empty';

/** What to expect of a slide besides its title. */
export interface SlideFacts {
  readonly hasNotes: boolean;
  /** The number of key presses until the whole slide is shown. */
  readonly fragments: number;
}

/** The number of a slide's lines of each kind; headings and marks without words don't count. */
interface LineCounts {
  text: number;
  code: number;
  quote: number;
  picture: number;
  /** Lines that say who reports. */
  reporter: number;
}

const TEAM = /^(team|sig)\s/i;
const REPORTER = /^\s*report(ed)? by\b/i;
const CLASS = /\sclass=["']([^"']*)["']/i;
const INDEX = /\sdata-fragment-index=["']([^"']*)["']/i;
const STEPS = /\sdata-line-numbers=["']([^"']*)["']/i;
const DIAGRAM = /^(mermaid|graphviz|flow|sequence|abc)$/;

const lineCounts = new WeakMap<SlideContent, LineCounts>();
const slideFacts = new WeakMap<SlideContent, SlideFacts>();

/** What kind of slide it is, by its content and its place in the deck. */
export function slideKind({ index, v, stacked, content }: Slide): SlideKind {
  const title = slideTitle(content);
  const counts = countLines(content);
  const { text, code, quote, picture } = counts;
  const all = text + code + quote + picture;
  if (title.kind === 'empty' && all === 0) return 'empty';
  if (title.kind === 'heading') {
    if (index === 0) return 'title';
    const opensStack = stacked && all === 0;
    if (v === 0 && (TEAM.test(title.text) || counts.reporter > 0 || opensStack)) return 'section';
  }
  // A picture may come with one line of words.
  if (title.kind === 'picture' || (picture > 0 && all - picture <= picture)) return 'picture';
  if (code > text + quote) return 'code';
  if (quote > text + code) return 'quote';
  return 'content';
}

function countLines(content: SlideContent): LineCounts {
  return getOrSet(lineCounts, content, () => {
    const counts = { text: 0, code: 0, quote: 0, picture: 0, reporter: 0 };
    for (const line of visibleLines(bodyOf(content))) count(line, counts);
    return counts;
  });
}

function count({ text, fence }: SlideLine, counts: LineCounts): void {
  if (fence !== null) {
    if (DIAGRAM.test(fence)) counts.picture++;
    else if (text.trim()) counts.code++;
    return;
  }
  if (/!\[|<img\b/i.test(text)) counts.picture++;
  else if (/^ {0,3}#{1,6}(\s|$)/.test(text)) return;
  else if (/^ {0,3}>/.test(text)) counts.quote++;
  else if (REPORTER.test(text)) counts.reporter++;
  // Rules, underlines, box marks and tags alone are not words.
  else if (/[^\s=*_:-]/.test(text.replace(/<\/?[a-z][^<>]*>/gi, ''))) counts.text++;
}

/** What lists tell about a slide, kept by its content. */
export function factsOf(content: SlideContent, dialect: Dialect): SlideFacts {
  const { notes } = content;
  return getOrSet(slideFacts, content, () => ({
    hasNotes: notes !== null && notes.end > notes.start,
    fragments: countFragments(bodyOf(content), dialect),
  }));
}

/** Fragments with the same index appear together, all others one by one. */
function countFragments(body: string, dialect: Dialect): number {
  const indices = new Set<string>();
  let single = 0;
  const count = (index: string | undefined) => {
    if (index === undefined) single++;
    else indices.add(index);
  };
  if (dialect !== 'hedgedoc') for (const index of codeSteps(body)) count(index);
  if (!body.includes('fragment')) return single + indices.size;
  for (const { classes, index } of classedElements(withoutCode(body), dialect)) {
    if (classes.split(/\s+/).includes('fragment')) count(index);
  }
  return single + indices.size;
}

/**
 * The index, if it has one, of each fragment that reveal.js makes of the steps of code: all but the first of a
 * block.
 */
function* codeSteps(body: string): Iterable<string | undefined> {
  if (!body.includes('|')) return;
  for (const { info } of slideLines(body)) {
    const steps = readFenceInfo(info ?? '').attributes['data-line-numbers'] ?? '';
    for (const _ of readLineSteps(steps).slice(1)) yield undefined;
  }
  for (const [tag] of withoutCode(body).matchAll(/<code\s[^<>]*>/gi)) {
    const first = Number.parseInt(INDEX.exec(tag)?.[1] ?? '', 10);
    for (const at of readLineSteps(STEPS.exec(tag)?.[1] ?? '')
      .slice(1)
      .keys()) {
      yield Number.isNaN(first) ? undefined : `${first + at}`;
    }
  }
}

interface ClassedElement {
  readonly classes: string;
  readonly index: string | undefined;
}

/** Elements with a class, set by a comment or in HTML. */
function* classedElements(text: string, dialect: Dialect): Iterable<ClassedElement> {
  for (const comment of comments(text)) {
    const parsed = parseAttributeComment(comment, dialect);
    if (parsed?.target !== 'element') continue;
    const value = (name: string) => parsed.attributes.findLast((attribute) => attribute.name === name)?.value;
    yield { classes: value('class') ?? '', index: value('data-fragment-index') };
  }
  for (const [tag] of text.matchAll(/<[a-z][^<>]*>/gi)) {
    yield { classes: CLASS.exec(tag)?.[1] ?? '', index: INDEX.exec(tag)?.[1] };
  }
}

function* comments(text: string): Iterable<string> {
  let end = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', end)) {
    end = text.indexOf('-->', start + 4);
    if (end < 0) return;
    yield text.slice(start + 4, end);
  }
}

/** Leaves out what is in fences or between backticks: it is shown, not obeyed. */
function withoutCode(body: string): string {
  const lines = slideLines(body).map(({ text, fence }) => (fence === null ? text : ''));
  return lines.map((line) => line.replace(/`[^`]*`/g, '')).join('\n');
}

function bodyOf({ text, body }: SlideContent): string {
  return text.slice(body.start, Math.min(body.end, body.start + MAX_SLIDE_LENGTH));
}
