import type { MermaidOptions } from '../../core/options/mermaidOptions';
import { BoundedCache } from './boundedCache';
import { findDrawer } from './drawers';
import { macrosDefinedIn } from './formula';
import { drawableIn, type Kind, kindOf } from './kinds';
import { type Drawn, put } from './put';
import { sanitizeDrawing } from './sanitizeDrawing';
import { onStage } from './stage';

export { type Kind, kindsIn, kindsInHtml, scriptOf, stylesheetsFor } from './kinds';

/** Makes the drawer of a kind available, by running its bundle. */
export type Load = (kind: Kind) => Promise<void>;

/** Longer sources are not drawn: the libraries would take too long. */
const MAX_SOURCE = 50_000;
/** Approximate number of characters of sources and markup that are cached. */
const MAX_CACHE = 20_000_000;

/** Milliseconds after which a drawer that is still waiting is late, and why nothing is drawn then. */
const MAX_WAIT = 10_000;
const LATE = new Error('Not drawn: it takes too long.');
/** Milliseconds after which the page gets a turn. */
const MAX_BLOCKED = 25;

/** What an element shows. This holds while `last` is its last node; others may have changed it. */
interface Shown {
  readonly kind: Kind;
  readonly source: string;
  readonly last: Node | null;
  /** The options or what the macros meant at the time. */
  readonly era: string;
}

const cache = new BoundedCache<Drawn>(MAX_CACHE);
const shown = new WeakMap<Element, Shown>();
/** Newer sources of elements that keep showing a drawing until the next one is ready. */
const awaited = new WeakMap<Element, string>();
const loads = new Map<Kind, Promise<void>>();
let queue = Promise.resolve();
/** The formula that last defined a macro. Macros apply to all later formulas, on any slide, as in MathJax. */
const macros = new Map<string, string>();
/** How often a macro got another meaning. */
let redefinitions = 0;

/** How a deck has mermaid draw; null if its diagrams are not drawn. */
export type Mermaid = MermaidOptions | null;

/** Immediately draws what is below `root` and was drawn before. */
export function drawFromCache(root: ParentNode, mermaid: Mermaid): void {
  for (const element of drawableIn(root)) {
    const kind = kindOf(element)!;
    const source = undrawnSource(element, mermaid);
    const drawn = source === null ? undefined : cache.get(keyOf(kind, source, mermaid));
    if (source !== null && drawn) show(element, kind, source, drawn, mermaid);
    else if (source === null) element.classList.remove('raw');
  }
}

/**
 * Draws everything below `root` that is not drawn yet, one after the other. A source that can't be drawn
 * stays, with the message of its parser. Never rejects; calls may overlap, and the last one's options hold.
 */
export function finish(root: ParentNode, load: Load, mermaid: Mermaid): Promise<void> {
  drawFromCache(root, mermaid);
  queue = queue.then(() => drawAll(root, load, mermaid)).catch((error) => console.error(error));
  return queue;
}

/**
 * For code that patches a page: true if `from`, as it is in the page, should keep its content although the
 * content of `to` is the source again. If that is a new source, the old drawing stays until `finish` has the
 * new one.
 */
export function keepDrawing(from: Element, to: Element): boolean {
  const current = showing(from);
  if (!current || kindOf(to) !== current.kind) return false;
  if (to.textContent === current.source) awaited.delete(from);
  else awaited.set(from, to.textContent);
  return true;
}

async function drawAll(root: ParentNode, load: Load, mermaid: Mermaid): Promise<void> {
  let started = performance.now();
  for (const element of drawableIn(root)) {
    if (performance.now() - started > MAX_BLOCKED) {
      await new Promise((resolve) => setTimeout(resolve));
      started = performance.now();
    }
    const kind = kindOf(element)!;
    const source = undrawnSource(element, mermaid);
    if (source === null || !root.contains(element)) continue;
    const drawn = await drawOnce(kind, source, load, mermaid);
    if (undrawnSource(element, mermaid) === source) show(element, kind, source, drawn, mermaid);
  }
}

async function drawOnce(kind: Kind, source: string, load: Load, mermaid: Mermaid): Promise<Drawn> {
  if (kind === 'mermaid' && mermaid === null) return { error: null };
  const key = keyOf(kind, source, mermaid);
  const known = cache.get(key);
  if (known) return known;
  try {
    await loadOnce(kind, load);
  } catch (error) {
    return { error: String(error) };
  }
  const { drawn, weight } = await draw(kind, source, mermaid ?? {});
  if (kind === 'math') noteMacros(source);
  cache.set(key, drawn, source.length + weight);
  return drawn;
}

async function draw(
  kind: Kind,
  source: string,
  options: MermaidOptions,
): Promise<{ drawn: Drawn; weight: number }> {
  const failed = (error: string) => ({ drawn: { error }, weight: error.length });
  if (source.length > MAX_SOURCE) return failed(`Not drawn: longer than ${MAX_SOURCE} characters.`);
  const drawer = findDrawer(kind);
  if (!drawer) return failed(`Not drawn: ${kind} is not supported here.`);
  try {
    const attempt = () => onStage((stage) => inTime(drawer(source, stage, options)));
    // A drawer that is late once may only be new to a busy computer.
    const markup = await attempt().catch((error) => (error === LATE ? attempt() : Promise.reject(error)));
    const drawing = sanitizeDrawing(markup);
    return drawing.querySelector('svg')
      ? { drawn: { drawing }, weight: markup.length }
      : failed('Not drawn: empty.');
  } catch (error) {
    return failed(String(error));
  }
}

/** Formulas typeset before a macro got its present meaning have to be typeset again. */
function noteMacros(source: string): void {
  const changed = macrosDefinedIn(source).filter((name) => macros.get(name) !== source);
  for (const name of changed) macros.set(name, source);
  if (changed.length === 0) return;
  redefinitions++;
  cache.deleteAll(keyOf('math', '', null));
}

/** Where this is another one, what was drawn has to be drawn again. */
function eraOf(kind: Kind, mermaid: Mermaid): string {
  if (kind === 'mermaid') return JSON.stringify(mermaid);
  return kind === 'math' ? String(redefinitions) : '';
}

function loadOnce(kind: Kind, load: Load): Promise<void> {
  if (findDrawer(kind)) return Promise.resolve();
  let loading = loads.get(kind);
  if (!loading) {
    loading = load(kind).finally(() => loads.delete(kind));
    loads.set(kind, loading);
  }
  return loading;
}

async function inTime<T>(result: T | Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(LATE), MAX_WAIT);
  });
  return Promise.race([result, late]).finally(() => clearTimeout(timer));
}

function show(element: HTMLElement, kind: Kind, source: string, drawn: Drawn, mermaid: Mermaid): void {
  put(element, kind, source, drawn);
  shown.set(element, { kind, source, last: element.lastChild, era: eraOf(kind, mermaid) });
  awaited.delete(element);
}

/** The source an element waits to have drawn; null if it shows what it should. */
function undrawnSource(element: Element, mermaid: Mermaid): string | null {
  const current = showing(element);
  if (!current) return element.textContent;
  const isOutdated = current.era !== eraOf(current.kind, mermaid);
  return awaited.get(element) ?? (isOutdated ? current.source : null);
}

function showing(element: Element): Shown | undefined {
  const current = shown.get(element);
  return current && element.lastChild === current.last ? current : undefined;
}

function keyOf(kind: Kind, source: string, mermaid: Mermaid): string {
  return `${kind}${kind === 'mermaid' ? JSON.stringify(mermaid) : ''}\n${source}`;
}
