import type { CodeBlock } from './markup';

/** The marks with which a code block begins; those that are usual if it is indented. */
export function fenceOf({ span }: CodeBlock, text: string): string {
  return /`{3,}|~{3,}/.exec(text.slice(span.start, span.end))?.[0] ?? '```';
}

/** Whether a fenced code block has no closing fence, so that it reaches to the end of what contains it. */
export function isUnclosed(block: CodeBlock, text: string): boolean {
  if (block.info === null) return false;
  const marker = fenceOf(block, text);
  const lines = text
    .slice(block.span.start, block.span.end)
    .trimEnd()
    .split(/\r\n?|\n/);
  return (
    lines.length < 2 || !new RegExp(`^[ \\t>]*${marker[0]}{${marker.length},}[ \\t]*$`).test(lines.at(-1)!)
  );
}
