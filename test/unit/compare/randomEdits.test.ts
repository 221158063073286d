import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareDecks } from '../../../src/core/compare/compareDecks';
import type { SlideChange } from '../../../src/core/compare/comparison';
import { parseDeck } from '../../../src/core/deck/parseDeck';

/** Columns of slides, each slide a title and lines. */
type Model = readonly (readonly Text[])[];
type Text = readonly string[];

/** Something done to a deck, and to how many slides it is done. */
interface Done {
  readonly model: Model;
  readonly slides: number;
}

/** What is done takes numbers, which say where: any number means some place. */
type Operation = (model: Model, ...numbers: readonly [number, number, number]) => Done;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  move(model, from, to, asColumn) {
    const { column, row, slide } = chosen(model, from);
    const rest = replaced(model, column, [model[column]!.filter((_, at) => at !== row)]);
    return { model: inserted(rest, slide, to, asColumn), slides: 1 };
  },
  moveColumn(model, from, to) {
    const column = from % model.length;
    const rest = replaced(model, column, []);
    const place = to % (rest.length + 1);
    const moved = [...rest.slice(0, place), model[column]!, ...rest.slice(place)];
    return { model: moved, slides: model[column]!.length };
  },
  duplicate(model, from) {
    const { column, row, slide } = chosen(model, from);
    return { model: replaced(model, column, [model[column]!.toSpliced(row, 0, slide)]), slides: 1 };
  },
  insert(model, word, to, asColumn) {
    return { model: inserted(model, newSlide(1000 + word), to, asColumn), slides: 1 };
  },
  remove(model, from) {
    if (model.flat().length === 1) return { model, slides: 0 };
    const { column, row } = chosen(model, from);
    return { model: replaced(model, column, [model[column]!.toSpliced(row, 1)]), slides: 1 };
  },
  edit(model, from, line, word) {
    const { column, row, slide } = chosen(model, from);
    const edited = slide.with(line % slide.length, `${slide[line % slide.length]} edited${word}`);
    return { model: replaced(model, column, [model[column]!.with(row, edited)]), slides: 1 };
  },
  split(model, from, line) {
    const { column, row, slide } = chosen(model, from);
    if (slide.length < 2) return { model, slides: 0 };
    const at = 1 + (line % (slide.length - 1));
    const parts = model[column]!.toSpliced(row, 1, slide.slice(0, at), slide.slice(at));
    return { model: replaced(model, column, [parts]), slides: 2 };
  },
  join(model, from) {
    const { column, row, slide } = chosen(model, from);
    const next = model[column]![row + 1];
    if (!next) return { model, slides: 0 };
    return {
      model: replaced(model, column, [model[column]!.toSpliced(row, 2, [...slide, ...next])]),
      slides: 2,
    };
  },
};

function chosen(model: Model, number: number) {
  const all = model.flatMap((slides, column) => slides.map((slide, row) => ({ column, row, slide })));
  return all[number % all.length]!;
}

/** Others in the place of a column, without those that are empty. */
function replaced(model: Model, column: number, others: Model): Model {
  return model.toSpliced(column, 1, ...others.filter((slides) => slides.length > 0));
}

function inserted(model: Model, slide: Text, to: number, asColumn: number): Model {
  if (asColumn % 2 === 0 || model.length === 0) return model.toSpliced(to % (model.length + 1), 0, [slide]);
  const column = to % model.length;
  const slides = model[column]!;
  return replaced(model, column, [slides.toSpliced(asColumn % (slides.length + 1), 0, slide)]);
}

const TITLES = ['# Team IaaS', '# Team Container', '# Team IaaS', '# Dates'];

/** Titles are few, as in real decks, and the other words are those of this slide. */
function newSlide(number: number): Text {
  const lines = Array.from({ length: 4 }, (_, line) => `- word${number}x${line} and other${number}x${line}`);
  return [TITLES[number % TITLES.length]!, ...lines];
}

function deckOf(model: Model) {
  const text = model
    .map((slides) => slides.map((lines) => lines.join('\n')).join('\n\n----\n\n'))
    .join('\n\n---\n\n');
  return parseDeck(text, { setup: 'hedgedoc' });
}

/** How many slides are told, one that was moved and edited twice. */
function told(slides: readonly SlideChange[]): number {
  return slides.reduce((sum, { before, after, isMoved, isEdited }) => {
    return sum + Number(before === null || after === null) + Number(isMoved) + Number(isEdited);
  }, 0);
}

/** Decks whose slides all differ; copies come with what is done to them. */
const models: fc.Arbitrary<Model> = fc
  .uniqueArray(fc.nat(1000), { minLength: 1, maxLength: 20 })
  .chain((numbers) =>
    fc.array(fc.boolean(), { minLength: numbers.length, maxLength: numbers.length }).map((isStacked) => {
      const columns: Text[][] = [];
      numbers.forEach((number, index) => {
        if (isStacked[index] && index > 0) columns.at(-1)!.push(newSlide(number));
        else columns.push([newSlide(number)]);
      });
      return columns;
    }),
  );
const steps = fc.array(
  fc.tuple(fc.constantFrom(...Object.keys(OPERATIONS)), fc.nat(1000), fc.nat(1000), fc.nat(1000)),
  { minLength: 1, maxLength: 4 },
);

/**
 * What is told may be another story than what was done, but no longer one. Each slide counts that is added, removed,
 * moved or edited: for a column that is moved all its slides, for one that is split or joined both.
 */
describe('After random edits of random decks', () => {
  it('no more slides are told as changed than something was done to', () => {
    fc.assert(
      fc.property(models, steps, (model, done) => {
        let now: Model = model;
        let slides = 0;
        for (const [name, ...numbers] of done) {
          const next = OPERATIONS[name]!(now, ...numbers);
          now = next.model;
          slides += next.slides;
        }
        const comparison = compareDecks(deckOf(model), deckOf(now));
        assert.ok(told(comparison.slides) <= slides, JSON.stringify([told(comparison.slides), slides]));
      }),
      { numRuns: 1000 },
    );
  });

  it('each slide of either deck is told once, those of the later one in order', () => {
    fc.assert(
      fc.property(models, models, (model, other) => {
        const [before, after] = [deckOf(model), deckOf(other)];
        const { slides } = compareDecks(before, after);
        const indices = (side: 'before' | 'after') => slides.flatMap((slide) => slide[side] ?? []);
        assert.deepEqual(
          indices('after'),
          after.slides.map(({ index }) => index),
        );
        assert.deepEqual(
          indices('before').sort((a, b) => a - b),
          before.slides.map(({ index }) => index),
        );
      }),
    );
  });
});
