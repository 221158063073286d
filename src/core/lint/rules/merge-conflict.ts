import { type Conflict, markersIn } from '../../deck/conflicts';
import type { Deck } from '../../deck/deck';
import { resolving, type Taken } from '../../edit/editDeck';
import type { Fix, Rule, RuleDocs } from '../rule';

export const mergeConflict: Rule = {
  id: 'merge-conflict',
  severity: 'error',
  dialects: 'all',
  description: 'A merge conflict is not resolved, so that slides show both versions with markers of git.',
  fixes: ['offered'],
  checkDeck({ deck, report }) {
    for (const conflict of deck.conflicts) {
      report({
        message: `This merge conflict is not resolved. ${MARKERS} Take the lines of one side or of both.`,
        span: conflict.marker,
        fixes: (['current', 'incoming', 'both'] as const).map((taken) => taking(taken, conflict, deck)),
      });
    }
    for (const span of markersIn(deck.text).strays) {
      report({ message: `This marker is left over from a merge conflict. ${MARKERS} Remove it.`, span });
    }
  },
};

const MARKERS = "Slides would show git's markers as text.";

export const docs: RuleDocs = {
  why: 'Git writes both versions of what two people have changed into the deck, one after the other, and marks them with `<<<<<<<`, `=======` and `>>>>>>>`. On slides the markers are text, and the line of `=======` turns what is above it into a heading. While a conflict is not resolved, no other rule judges the deck as a whole or the slides that the conflict touches: what they found there would soon be gone.',
  example: {
    before: '# Agenda\n\n<<<<<<< HEAD\n* Release 8\n=======\n* Release 9\n>>>>>>> release-9\n* Questions\n',
    after: '# Agenda\n\n* Release 8\n* Questions\n',
  },
  spared:
    'Examples in fenced code, such as slides on git have, unless another conflict of the deck is between the same two branches; a line of `=======` by itself, which underlines a heading; markers that are indented, or longer or shorter than seven characters. A first or last marker without the others is reported if git would write it so.',
  verdict:
    'Stop the commit: whoever resolves the conflict later knows less about it, and the slides are broken.',
};

/** How each choice is called; its side's name follows. */
const TITLES: Record<Taken, string> = {
  current: 'Take the current change',
  incoming: 'Take the incoming change',
  both: 'Take both changes',
};

function taking(taken: Taken, conflict: Conflict, deck: Deck): Fix {
  const label = taken === 'both' ? '' : conflict[taken].label;
  return {
    title: label ? `${TITLES[taken]} (${label})` : TITLES[taken],
    edits: resolving(deck, conflict, taken),
    kind: 'offered',
  };
}
