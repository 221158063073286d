import { type VisibleText, visibleTexts } from '../../markup/visibleTexts';
import { changeTo } from '../changeTo';
import type { Rule, RuleDocs, RuleFinding } from '../rule';

export const confusableCharacter: Rule = {
  id: 'confusable-character',
  severity: 'warning',
  dialects: 'all',
  description: 'A Latin word contains a letter of another script, or an accent in place of an apostrophe.',
  fixes: ['safe', 'visible'],
  checkSlide({ markup, report }) {
    for (const visible of visibleTexts(markup)) {
      if (!/[´\u0370-\u052f]/.test(visible.text)) continue;
      for (const found of [...mixedWords(visible), ...accents(visible)]) report(found);
    }
  },
};

export const docs: RuleDocs = {
  why: 'Letters of other scripts look like Latin ones but are not: searches do not find the word, and a link with such a letter leads elsewhere. An accent in place of an apostrophe leaves a gap in the word.',
  example: {
    given: 'The first letter is a Cyrillic O.',
    before: '# ОpenStack\n',
    after: '# OpenStack\n',
  },
  spared:
    'Words that are written in another script throughout, single letters such as the α of "α-Test", code and comments.',
  verdict: 'Mention it: nobody sees the difference, but searches and links fail.',
};

/** Letters that look exactly like Latin ones. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  ['аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSԚQԜW', 'οoνvΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX']
    .join('')
    .match(/../gu)!
    .map((pair) => [pair[0]!, pair[1]!]),
);

/** Latin words with such a letter, which units such as `kΩ` and `μm` do not have. */
function mixedWords({ text, span }: VisibleText): RuleFinding[] {
  return [...text.matchAll(/[\p{L}\p{M}]{2,}/gu)].flatMap(({ 0: word, index }) => {
    const foreign = [...word.matchAll(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu)];
    const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
    if (foreign.length === 0 || latin < foreign.length) return [];
    if (!foreign.every(([letter]) => LOOK_ALIKES.has(letter))) return [];
    const newText = word.replace(/./gu, (letter) => LOOK_ALIKES.get(letter) ?? letter);
    const start = span.start + index;
    const letters = foreign.map(([letter]) => `"${letter}" (${scriptOf(letter)})`).join(', ');
    return [
      {
        message: `${letters} only looks like a Latin letter: searches do not find "${newText}", and links with it lead elsewhere. Write the Latin letter.`,
        span: { start: start + foreign[0]!.index, end: start + foreign.at(-1)!.index + 1 },
        fixes: [
          {
            title: `Change to ${newText}`,
            edits: foreign.map(({ 0: letter, index }) => ({
              span: { start: start + index, end: start + index + 1 },
              newText: LOOK_ALIKES.get(letter)!,
            })),
            kind: 'safe',
          },
        ],
      },
    ];
  });
}

function scriptOf(letter: string): string {
  return /\p{Script=Greek}/u.test(letter) ? 'Greek' : 'Cyrillic';
}

function accents({ text, span }: VisibleText): RuleFinding[] {
  return [...text.matchAll(/(?<=\p{L})´|´(?=\p{L})/gu)].map(({ index }) => {
    const place = { start: span.start + index, end: span.start + index + 1 };
    return {
      message: "This is an accent, not an apostrophe, and leaves a gap in the word. Write '.",
      span: place,
      fixes: [changeTo("'", place, 'visible')],
    };
  });
}
