import { diffArrays } from 'diff';

/** What is compared in a text: words, and each other character that is not white space. */
export const TOKENS = /[\p{L}\p{N}\p{M}_]+|\S/gu;

/** Comparing takes time with the square of this; where more differ, all do. */
const MAX_DIFFERENT = 2000;

/** The tokens that only the earlier of two texts has, and those that only the later has, by index. */
export function differingTokens(
  before: readonly string[],
  after: readonly string[],
): { readonly removed: readonly number[]; readonly added: readonly number[] } {
  const parts = diffArrays([...before], [...after], { maxEditLength: MAX_DIFFERENT });
  if (!parts) return { removed: [...before.keys()], added: [...after.keys()] };
  const [removed, added]: [number[], number[]] = [[], []];
  let [at, atLater] = [0, 0];
  for (const part of parts) {
    if (part.removed) for (let index = 0; index < part.count; index++) removed.push(at++);
    else if (part.added) for (let index = 0; index < part.count; index++) added.push(atLater++);
    else [at, atLater] = [at + part.count, atLater + part.count];
  }
  return { removed, added };
}
