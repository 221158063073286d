import { findFile } from '../../files/deckFiles';
import { pictureFacts } from '../../files/pictureFacts';
import type { Rule, RuleDocs, RuleFinding } from '../rule';

/** Types of pictures by file extension. SVG is left out: it is text that may begin in many ways. */
const TYPES: Readonly<Record<string, string>> = {
  png: 'png',
  jpg: 'jpg',
  jpeg: 'jpg',
  gif: 'gif',
  webp: 'webp',
  bmp: 'bmp',
};

export const invalidImage: Rule = {
  id: 'invalid-image',
  severity: 'error',
  dialects: 'all',
  description: 'A picture file is empty, a web page, or not of the type that its name says.',
  fixes: [],
  checkDeck({ references, files, report }) {
    for (const { kind, target, urlSpan } of references) {
      if (kind === 'link' || kind === 'media' || target.kind !== 'local') continue;
      const found = findFile(files, target.path);
      const head = found?.kind === 'file' ? files.head(found.path) : undefined;
      const problem = head && problemOf(head, target.path);
      if (problem) report({ ...problem, span: urlSpan });
    }
  },
};

export const docs: RuleDocs = {
  why: 'The file is there, but no browser can show it: a login page saved in place of the picture, an empty file, or a Git LFS pointer. If only the name is wrong, such as a PNG called `.jpg`, some programs refuse the file.',
  example: {
    given: '`architecture.png` is a web page that was saved as a picture. Save the picture again.',
    before: '![Architecture](./architecture.png)',
    context: { files: { 'architecture.png': '<!DOCTYPE html><title>Log in</title>' } },
  },
  settings: ['ignoreLinks'],
  spared:
    'Files that are only linked, videos, SVG files, whose content is not checked, and pictures on the web.',
  verdict:
    'Stop the commit if nothing is shown: nothing else tells the author before the audience sees it. A picture of another type than its name says is a warning, since browsers show it.',
};

/** What another type's ending hides from some programs, browsers show all the same. */
function problemOf(head: Uint8Array, path: string): Pick<RuleFinding, 'message' | 'severity'> | null {
  const facts = pictureFacts(head);
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const expected = Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
  switch (facts.kind) {
    case 'empty':
      return { message: `"${path}" is an empty file, so nothing is shown. Save the picture again.` };
    case 'html':
      return {
        message: `"${path}" is a web page, often for logging in, and not a picture, so nothing is shown. Save the picture again.`,
      };
    case 'lfs':
      return {
        message: `"${path}" is only a Git LFS pointer, so nothing is shown. Fetch the picture with "git lfs pull".`,
      };
    case 'unknown':
      return expected
        ? {
            message: `"${path}" is not a picture that browsers know, so nothing is shown. Save the picture again.`,
          }
        : null;
    case 'picture':
      return expected && facts.type !== expected
        ? {
            message: `"${path}" is of type ${facts.type.toUpperCase()}, not what its name says: some programs will not show it. Rename it or save it as ${ending.toUpperCase()}.`,
            severity: 'warning',
          }
        : null;
  }
}
