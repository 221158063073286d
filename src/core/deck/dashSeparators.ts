import type { Separators } from './separators';

/** Which lines of dashes split a deck, as far as its separators are such lines. */
export interface DashSeparators {
  /** `---` with most tools; null if no line of dashes starts a column. */
  readonly horizontal: string | null;
  /** `----` in HedgeDoc; null if no line of dashes starts a vertical slide. */
  readonly vertical: string | null;
  /** Whether they need an empty line above and below. */
  readonly needEmptyLines: boolean;
}

const LINES = ['---', '----', '--', '-----'];

/** Found by trying. All null if the tool's own separators are not known. */
export function dashSeparators(separators: Separators): DashSeparators {
  const found: { -readonly [Name in keyof DashSeparators]: DashSeparators[Name] } = {
    horizontal: null,
    vertical: null,
    needEmptyLines: false,
  };
  for (const dashes of separators.isComplete ? LINES : []) {
    const separator = separatorIn(`a\n\n${dashes}\n\nb`, dashes, separators);
    if (separator === null) continue;
    if (separators.horizontal.test(separator)) found.horizontal ??= dashes;
    else found.vertical ??= dashes;
    if (separatorIn(`a\n${dashes}\nb`, dashes, separators) === null) found.needEmptyLines = true;
  }
  return found;
}

/** What splits the text at the dashes, if nothing else does. */
function separatorIn(text: string, dashes: string, { any }: Separators): string | null {
  const [hit, second] = any.matches(text);
  if (!hit || second) return null;
  const separator = text.slice(hit.start, hit.end);
  return separator.trim() === dashes ? separator : null;
}
