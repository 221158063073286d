import { readHtml } from './htmlTags';

/** What may be longer as written than in the value: entities and CRLF. */
const LONGER = /&(?:#\d+|#x[\da-f]+|[a-z\d]+);?|\r\n/gi;

/**
 * Turns offsets in an attribute's value, in which entities are resolved, into offsets in the attribute as it is
 * written.
 */
export function writtenOffsets(written: string): (offset: number) => number {
  /** Behind each entity: its offsets in the value and as written. */
  const ends: { readonly value: number; readonly written: number }[] = [{ value: 0, written: 0 }];
  for (const match of written.matchAll(LONGER)) {
    const end = match.index + match[0].length;
    const last = ends.at(-1)!;
    const meant = meantBy(match[0], written[end]);
    ends.push({ value: last.value + match.index - last.written + meant.length, written: end });
  }
  return (offset) => {
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (ends[middle]!.value <= offset) low = middle;
      else high = middle - 1;
    }
    const before = ends[low]!;
    return before.written + offset - before.value;
  };
}

/** What follows an entity without a semicolon decides whether it is one. */
function meantBy(entity: string, next: string | undefined): string {
  const after = next === '=' ? next : '';
  const [tag] = readHtml(`<a b="${entity}${after}">`).tags;
  return tag!.attributes[0]!.value.slice(0, -after.length || undefined);
}
