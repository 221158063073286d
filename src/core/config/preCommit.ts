import { isMap, isSeq, parseDocument } from 'yaml';
import { lineEndOf, startOfLine } from '../text/lineEnds';

/** The hook that checks decks. */
export const HOOK_ID = 'deckwright-lint';

/**
 * A configuration of pre-commit with the hook at the end of its repositories, everything else as it was; null if it is
 * not written in a form to which that can be added. The entry is what was, or is to be, added.
 */
export function addHook(text: string, version: string): { after: string | null; entry: string } {
  const eol = lineEndOf(text);
  const lines = [
    '- repo: https://github.com/deckwright/deckwright',
    `  rev: v${version}`,
    '  hooks:',
    `    - id: ${HOOK_ID}`,
    '      args: [--staged]',
  ];
  const entry = `${lines.join('\n')}\n`;
  const document = parseDocument(text, { keepSourceTokens: true });
  const repos = isMap(document.contents) ? document.contents.get('repos', true) : undefined;
  if (document.errors.length > 0 || !isSeq(repos) || repos.flow || !isMap(repos.items.at(-1))) {
    return { after: null, entry };
  }
  const start = repos.range![0];
  const indent = text.slice(startOfLine(text, start), start);
  // Comments after the last repository stay below it.
  const end = (repos.items.at(-1) as { range: [number, number, number] }).range[1];
  const head = text.slice(0, end).trimEnd();
  const added = lines.map((line) => indent + line).join(eol);
  const after = `${head}${eol}${added}${text.slice(head.length) || eol}`;
  return { after: isSame(text, after) ? after : null, entry };
}

/** Whether nothing but one repository was added. */
function isSame(before: string, after: string): boolean {
  const [old, now] = [before, after].map((text) => parseDocument(text).toJS() as { repos: unknown[] });
  return JSON.stringify({ ...now, repos: now!.repos.slice(0, -1) }) === JSON.stringify(old);
}
