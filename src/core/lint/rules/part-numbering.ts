import type { Span } from '../../text/spans';
import type { DeckContext, Rule, RuleDocs } from '../rule';

/** `Some topic (2/3)`, `Some topic (2/3) - more`. */
const BRACKETED = /^(.*\S)\s+[([](\d{1,2})\/(\d{1,2})[)\]](?:\s*[-–—:]\s.*)?$/;

/** `(2/3) - more`, below `Some topic (1/3)`. */
const CONTINUED = /^()[([](\d{1,2})\/(\d{1,2})[)\]](?!\S)/;

/** `Some topic 2/3`. */
const BARE = /^(.*\S)\s+(\d{1,2})\/(\d{1,2})$/;

interface Part {
  readonly number: number;
  readonly of: number;
  readonly isBracketed: boolean;
  readonly span: Span;
}

export const partNumbering: Rule = {
  id: 'part-numbering',
  severity: 'info',
  dialects: 'all',
  description: 'Slides numbered as parts ("2/3") are incomplete or disagree on their total.',
  fixes: [],
  checkDeck(context) {
    for (const [topic, parts] of series(context)) check(topic, parts, context);
  },
};

export const docs: RuleDocs = {
  why: 'The numbers promise a part that does not come, or contradict each other. Either a slide is missing, or the numbers were not changed when one was added or removed.',
  example: {
    before: '# Roadmap (1/3)\n\n---\n\n# Roadmap (2/3)\n',
    after: '# Roadmap (1/2)\n\n---\n\n# Roadmap (2/2)\n',
  },
  spared:
    'Numbers in the middle of a title, such as "3/4 of all", and a number without brackets that has no other part: it may be a date or a score.',
  verdict: 'Mention it in passing: the numbers are wrong, but every slide can be read.',
};

function series({ slides }: DeckContext): Map<string, Part[]> {
  const found = new Map<string, Part[]>();
  let last: string | undefined;
  for (const { markup, at } of slides) {
    for (const { kind, plain, span, inNotes } of markup.blocks) {
      if (kind !== 'heading' || inNotes) continue;
      const bracketed = BRACKETED.exec(plain) ?? CONTINUED.exec(plain);
      const match = bracketed ?? BARE.exec(plain);
      const topic = match?.[1] || last;
      if (!match || topic === undefined) continue;
      const [number, of] = match.slice(2).map(Number);
      if (number! < 1 || of! < 2) continue;
      const part = { number: number!, of: of!, isBracketed: bracketed !== null, span: at(span) };
      found.set(topic, [...(found.get(topic) ?? []), part]);
      last = topic;
    }
  }
  return found;
}

function check(topic: string, parts: readonly Part[], { report }: DeckContext): void {
  // A single one without brackets may be anything: a date, a score, a release.
  if (parts.length === 1 && !parts[0]!.isBracketed) return;
  const of = parts[0]!.of;
  const other = parts.find((part) => part.of !== of);
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter(
    (number) => !parts.some((part) => part.number === number),
  );
  if (other) {
    report({
      message: `The parts of "${topic}" disagree on their total: ${of} or ${other.of}. Correct the numbers.`,
      span: other.span,
    });
  } else if (missing.length > 0 || parts.some(({ number }) => number > of)) {
    report({
      message:
        missing.length > 0
          ? absent(topic, missing, of)
          : `"${topic}" has more than ${of} parts. Correct the numbers.`,
      span: parts.at(-1)!.span,
    });
  }
}

function absent(topic: string, numbers: readonly number[], of: number): string {
  const parts = `${topic} (${numbers.map((number) => `${number}/${of}`).join(', ')})`;
  return numbers.length === 1
    ? `${parts} is missing. Add it or correct the numbers.`
    : `${parts} are missing. Add them or correct the numbers.`;
}
