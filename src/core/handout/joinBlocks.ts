import type { PlainBlock } from './plainBlocks';

/** The blocks as one markdown text, which ends with a line end. */
export function joinBlocks(blocks: readonly PlainBlock[]): string {
  let result = '';
  let previous: PlainBlock | null = null;
  for (const block of blocks) {
    if (previous) result += between(previous, block);
    result += block.kind === 'heading' ? `${'#'.repeat(block.level)} ${block.text}` : block.text;
    previous = block;
  }
  return result === '' ? '' : `${result}\n`;
}

/** Bullets of one slide after those of another are one list. A list would also swallow numbers and code after it. */
function between(before: PlainBlock, after: PlainBlock): string {
  if (before.kind === 'bullets' && after.kind === 'bullets' && bulletOf(before) === bulletOf(after))
    return '\n';
  const isList = before.kind === 'bullets' || before.kind === 'numbers';
  const isSwallowed = after.kind === 'indented' || (before.kind === 'numbers' && after.kind === 'numbers');
  return isList && isSwallowed ? '\n\n<!-- -->\n\n' : '\n\n';
}

function bulletOf({ text }: PlainBlock): string {
  return text.trimStart().slice(0, 1);
}
