import { blankedOut, codeSpans } from '../../markup/codeSpans';
import type { Markup } from '../../markup/markup';
import { type VisibleText, visibleTexts } from '../../markup/visibleTexts';
import { changeTo } from '../changeTo';
import type { Rule, RuleDocs, RuleFinding } from '../rule';

export const confusableCharacter: Rule = {
  id: 'confusable-character',
  severity: 'warning',
  dialects: 'all',
  description:
    'A Latin word contains a letter of another script, an accent is in place of an apostrophe, or a hidden character changes the direction of text.',
  fixes: ['visible', 'offered'],
  checkSlide({ text, markup, report }) {
    if (DIRECTION.test(text)) for (const found of directions(text, markup)) report(found);
    for (const visible of visibleTexts(markup)) {
      if (!/[´\u0370-\u052f]/.test(visible.text)) continue;
      for (const found of [...mixedWords(visible), ...accents(visible)]) report(found);
    }
  },
};

export const docs: RuleDocs = {
  why: 'Letters of other scripts look like Latin ones but are not: searches do not find the word, and a link with such a letter leads elsewhere. An accent in place of an apostrophe leaves a gap in the word. Hidden characters that change the direction of text, often pasted along, can make a link read as one to another place.',
  example: {
    given: 'The first letter is a Cyrillic O.',
    before: '# ОpenStack\n',
    after: '# OpenStack\n',
  },
  spared:
    'Words that are written in another script throughout, single letters such as the α of "α-Test", code and comments. Hidden characters in Arabic, Hebrew and other text from right to left, where they have a use.',
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
            // A talk about such addresses shows them.
            kind: 'offered',
          },
        ],
      },
    ];
  });
}

function scriptOf(letter: string): string {
  return /\p{Script=Greek}/u.test(letter) ? 'Greek' : 'Cyrillic';
}

const CONTRACTION = /^´(?:s|t|d|m|re|ve|ll)(?!\p{L})/u;

/** Embeddings, overrides and isolates. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** One finding for each line that has such characters: in text from right to left only those of addresses. */
function directions(source: string, markup: Markup): RuleFinding[] {
  const addresses = markup.references.map(({ urlSpan }) => urlSpan);
  const comments = markup.comments.map(({ span }) => span);
  const shown = blankedOut(source, [...codeSpans(markup, source), ...comments, ...markup.styles]);
  return [...shown.matchAll(/[^\r\n]+/g)].flatMap(({ index: start, 0: line }) => {
    const isRightToLeft = RIGHT_TO_LEFT.test(line);
    const places = [...line.matchAll(new RegExp(DIRECTION, 'g'))]
      .map(({ index }) => ({ start: start + index, end: start + index + 1 }))
      .filter(
        (place) =>
          !isRightToLeft || addresses.some((url) => url.start <= place.start && place.end <= url.end),
      );
    if (places.length === 0) return [];
    return [
      {
        message:
          'Hidden characters change the direction of the text here, so it can look like other text. Remove them.',
        span: { start: places[0]!.start, end: places.at(-1)!.end },
        fixes: [
          {
            title: 'Remove the hidden characters',
            edits: places.map((place) => ({ span: place, newText: '' })),
            kind: 'offered',
          },
        ],
      },
    ];
  });
}

function accents({ text, span }: VisibleText): RuleFinding[] {
  return [...text.matchAll(/(?<=\p{L})´|´(?=\p{L})/gu)].map(({ index }) => {
    const place = { start: span.start + index, end: span.start + index + 1 };
    // Elsewhere it may be half of an accented letter or a prime.
    const isApostrophe = CONTRACTION.test(text.slice(index)) && /\p{L}{2}$/u.test(text.slice(0, index));
    return {
      message: "This is an accent, not an apostrophe, and leaves a gap in the word. Write '.",
      span: place,
      fixes: [changeTo("'", place, isApostrophe ? 'visible' : 'offered')],
    };
  });
}
