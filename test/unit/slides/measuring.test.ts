import assert from 'node:assert/strict';
import type { Slide } from '../../../src/core/deck/deck';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { type SlideId, SlideIds } from '../../../src/core/deck/slideIds';
import type { Overflow } from '../../../src/core/lint/height/overflow';
import { Measuring } from '../../../src/slides/measuring';
import type { MeasureMessage } from '../../../src/slides/messages';

describe('Measuring the slides of a preview', () => {
  let asked: MeasureMessage[];
  let logged: string[];
  const made: Measuring[] = [];

  beforeEach(() => {
    asked = [];
    logged = [];
  });
  afterEach(() => {
    for (const measuring of made.splice(0)) measuring.dispose();
  });

  it("does not mistake the page's answer about one deck for one about the next", () => {
    const first = ofOneSlide({ text: '# One', isHeld: true });
    first.dispose();
    const second = ofOneSlide({ text: '# Another', isHeld: true });
    const [before, now] = asked;
    second.take(before!.run, []);
    assert.equal(second.results, undefined);
    second.take(now!.run, []);
    assert.deepEqual(second.results, []);
  });

  it('knows how each part of a slide fits, and of the slide the first thing that does not', () => {
    const measuring = ofOneSlide({ text: '# One', isHeld: true });
    const fitting = { height: 0, width: 0, tooTall: null, tooWide: null };
    const tall = { ...fitting, height: 5 };
    const wide = { ...fitting, width: 9 };
    measuring.take(asked[0]!.run, [
      { id: 0, part: 2, ...wide },
      { id: 0, part: 0, ...fitting },
      { id: 0, part: 1, ...tall },
      { id: 7, part: 0, ...wide },
    ]);
    assert.deepEqual(measuring.results, [null, tall, wide]);
    assert.deepEqual(measuring.stored, [tall]);
  });

  it('sends the page what it does not hold', async () => {
    const { rendering, finishRendering } = ofOneSlide({ text: '# One', isHeld: false });
    await rendering;
    await finishRendering();
    assert.deepEqual(
      asked.map(({ slides }) => slides.map(({ html }) => html)),
      [['# One']],
    );
  });

  it('sends nothing of a deck that the page no longer shows', async () => {
    const { rendering, finishRendering, dispose } = ofOneSlide({ text: '# One', isHeld: false });
    await rendering;
    dispose();
    await finishRendering();
    assert.deepEqual(asked, []);
  });

  it('continues after something could not be rendered, which is logged', async () => {
    const { rendering, failRendering } = ofOneSlide({ text: '# One', isHeld: false });
    await rendering;
    await failRendering(new Error('no renderer'));
    assert.deepEqual(logged, ['no renderer']);
  });

  /** Begins to measure a deck in a page that records what it is asked and holds the slide or not. */
  function ofOneSlide({ text, isHeld }: { text: string; isHeld: boolean }) {
    const deck = parseDeck(text, { setup: 'hedgedoc', allowCustomSeparators: false });
    const ids = new SlideIds();
    ids.update(deck.slides);
    const page = {
      ready: true,
      held: new Set<SlideId>(isHeld ? [ids.at(0)!] : []),
      has: () => isHeld,
      post: (message: MeasureMessage) => asked.push(message),
    };
    const begun = deferred();
    const finished = deferred();
    const renderer = {
      known: () => undefined,
      settled: async (_: unknown, make: (render: unknown) => unknown) => {
        begun.resolve();
        await finished.promise;
        return make(({ content }: Slide) => ({ html: content.text, attributes: {} }));
      },
    };
    const stored: (Overflow | null)[] = [];
    const measurement = {
      set: (results: [unknown, Overflow | null][]) => stored.push(...results.map(([, overflow]) => overflow)),
      keepOnly() {},
      changed() {},
      dispose() {},
    };
    const log = { error: (_: string, { message }: Error) => logged.push(message) };
    const measuring = new Measuring(
      page as never,
      ids,
      renderer as never,
      measurement as never,
      log as never,
    );
    made.push(measuring);
    measuring.update(deck, '');
    return {
      take: measuring.take.bind(measuring),
      dispose: () => measuring.dispose(),
      stored,
      get results() {
        return measuring.resultsOf(deck.slides[0]!.content);
      },
      rendering: begun.promise,
      finishRendering: () => {
        finished.resolve();
        return allHandled();
      },
      failRendering: (error: Error) => {
        finished.reject(error);
        return allHandled();
      },
    };
  }
});

function allHandled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function deferred() {
  let resolve!: () => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<void>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}
