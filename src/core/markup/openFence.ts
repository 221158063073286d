import type { CodeBlock } from './markup';

/** Whether a fenced code block has no closing fence, so that it reaches to the end of what contains it. */
export function isUnclosed({ span, info }: CodeBlock, text: string): boolean {
  if (info === null) return false;
  const code = text.slice(span.start, span.end);
  const marker = /(`{3,}|~{3,})/.exec(code)?.[1] ?? '```';
  const lines = code.trimEnd().split(/\r\n?|\n/);
  return (
    lines.length < 2 || !new RegExp(`^[ \\t>]*${marker[0]}{${marker.length},}[ \\t]*$`).test(lines.at(-1)!)
  );
}
