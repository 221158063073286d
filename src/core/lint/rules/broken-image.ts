import { findFile, pathTo } from '../../files/deckFiles';
import type { DeckReference } from '../../markup/deckReferences';
import { changeTo } from '../changeTo';
import { escapedName } from '../escapedName';
import type { Rule, RuleDocs } from '../rule';
import { isServedPage } from '../servedPage';

/** `broken-link` covers links. */
export const brokenImage: Rule = {
  id: 'broken-image',
  severity: 'error',
  dialects: 'all',
  description: 'A picture, background, video or style sheet URL names a file that does not exist.',
  fixes: ['offered'],
  checkDeck({ references, files, report }) {
    for (const reference of references) {
      const { kind, target, url, urlSpan } = reference;
      if (kind === 'link' || target.kind !== 'local') continue;
      const found = findFile(files, target.path);
      if (found && kind === 'media' && isServedPage(target.path, found, files)) continue;
      if (found?.kind === 'outside') {
        report({
          message: `${noun(reference)} is outside the workspace and is not checked. Nobody else will have it: copy it beside the deck.`,
          span: urlSpan,
        });
      } else if (found?.kind === 'folder') {
        report({
          message: `${noun(reference)} is a folder, so nothing is shown. Name a file in it.`,
          span: urlSpan,
        });
      } else if (found?.kind === 'missing' && found.isUncommitted) {
        report({
          message: `${noun(reference)} "${target.path}" is not in the commit, so nobody else will have it. Stage it with "git add".`,
          span: urlSpan,
        });
      } else if (found?.kind === 'missing' && !found.isOnSite) {
        const near = found.nearest && pathTo(files.base ?? files.deck, found.nearest);
        const newText = escapedName(url, files) ?? near;
        const hint = newText ? `Did you mean "${newText}"?` : 'Put the file there or correct the path.';
        report({
          message: `${noun(reference)} "${target.path}" does not exist, so nothing is shown. ${hint}`,
          span: urlSpan,
          fixes: newText ? [changeTo(newText, urlSpan)] : [],
        });
      }
    }
  },
};

export const docs: RuleDocs = {
  why: 'A path that leads nowhere leaves a gap on the slide. Names are compared exactly, as GitHub and Linux servers do: `Logo.png` and `logo.png` are one file on Windows and macOS only, so a deck can look right on your machine and be broken for everyone else.',
  example: {
    given: '`logo.png` is beside the deck.',
    before: '![Logo](./Logo.png)',
    after: '![Logo](./logo.png)',
    context: { files: { 'logo.png': '' } },
  },
  settings: ['ignoreLinks'],
  spared:
    'Web addresses, and paths such as `/static/a.png` if the workspace has no `static`: the root of a site is often another folder. A folder with an `index.html` is a page, which a slide may embed.',
  verdict: 'Stop the commit: the audience sees a gap.',
};

function noun({ kind }: DeckReference): string {
  if (kind === 'background') return 'The background';
  return kind === 'image' ? 'The picture' : 'The file';
}
