import { uploadName } from '../../files/urls';
import type { Rule, RuleDocs } from '../rule';

/** The mode in which a note opens, or the `#` left over from copying its address. */
const MODE = /\?(?:both|edit|view)#?$|\?(?:both|edit|view)(?=#)|#$/;

export const hedgedocLink: Rule = {
  id: 'hedgedoc-link',
  severity: 'hint',
  dialects: 'hedgedoc',
  description: 'A link leads to a note on a HedgeDoc server.',
  fixes: ['offered'],
  checkDeck({ deck, references, config, report }) {
    for (const { kind, target, urlSpan } of references) {
      if (kind !== 'link' || target.kind !== 'remote' || !config.hedgedocHosts.includes(target.host))
        continue;
      const what = uploadName(target, config.hedgedocHosts) ? 'a file' : 'a note';
      report({
        message: `This leads to ${what} on a HedgeDoc server, which is lost when the server goes away. Link to a permanent copy.`,
        span: urlSpan,
      });
      const mode = MODE.exec(deck.text.slice(urlSpan.start, urlSpan.end));
      if (!mode) continue;
      const start = urlSpan.start + mode.index;
      const span = { start, end: start + mode[0].length };
      const effect =
        mode[0] === '#' ? 'leads nowhere' : 'opens the note in the mode in which its address was copied';
      report({
        severity: 'info',
        message: `"${mode[0]}" ${effect}. Remove it.`,
        span,
        fixes: [{ title: `Remove ${mode[0]}`, edits: [{ span, newText: '' }], kind: 'offered' }],
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'A note can be changed or deleted by anyone who can edit it, and is lost when the server goes. Notes end up in a repository: link to them there. The rule also finds leftovers of copying the address, such as `?both`, which opens the editor for readers.',
  example: {
    before: '[Minutes](https://input.scs.community/2024-08-22-minutes)',
    after: '[Minutes](https://github.com/SovereignCloudStack/minutes/blob/main/community-call/20240822.md)',
  },
  settings: ['hedgedocHosts', 'ignoreLinks'],
  spared: 'Servers that are not in `hedgedocHosts`, and pictures, which have rules of their own.',
  verdict:
    'Keep quiet: a pad is often meant to be live, such as an agenda that everybody edits. Only what was copied along with an address, such as `?both`, is mentioned as `info`.',
};
