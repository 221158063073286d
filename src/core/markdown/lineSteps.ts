/** Lines of a code block from the first to the last one, counted from 1 whatever their numbers are. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** What is written after the marks of a fence, as reveal.js reads it. */
export interface FenceInfo {
  /** All words after the fence: each becomes a class. */
  readonly words: string;
  /** Attributes of the `<code>`. */
  readonly attributes: Readonly<Record<string, string>>;
}

const LINE_STEPS = /\[\s*(?:(\d*):)?([\s\d,|-]{0,1000})\]/;

/** `js [5: 1|3-6]`: numbers the lines, from 5, and highlights some of them step by step. */
export function readFenceInfo(info: string): FenceInfo {
  const match = LINE_STEPS.exec(info);
  if (!match) return { words: info.trim(), attributes: {} };
  const [written, start, steps = ''] = match;
  return {
    words: info.replace(written, '').trim(),
    attributes: {
      'data-line-numbers': steps.trim(),
      ...(start ? { 'data-ln-start-from': start } : {}),
    },
  };
}

/**
 * The lines that each step of `data-line-numbers` highlights: `|` is between steps, `,` between ranges. A step
 * without ranges highlights none. There is always at least one step.
 */
export function readLineSteps(value: string): LineRange[][] {
  return value
    .replace(/\s/g, '')
    .split('|')
    .map((step) => step.split(',').flatMap(readRange));
}

function readRange(range: string): LineRange[] {
  const [, first, last] = /^(\d+)(?:-(\d*)[\d-]*)?$/.exec(range) ?? [];
  if (!first) return [];
  return [{ first: Number(first), last: Number(last || first) }];
}

/** The form in which `data-line-numbers` has a single step. */
export function writeLineStep(step: readonly LineRange[]): string {
  return step.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}
