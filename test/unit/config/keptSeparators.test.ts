import assert from 'node:assert/strict';
import { DEFAULT_CONFIG, type FileChoice } from '../../../src/core/config/config';
import { keptSeparators } from '../../../src/core/config/keptSeparators';
import { recognizeFile } from '../../../src/core/config/recognizeFile';
import { NAMED_SETUPS, type SetupName } from '../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../src/core/deck/parseDeck';

const recognized = (text: string, choice?: FileChoice) =>
  recognizeFile(text, { config: DEFAULT_CONFIG, path: undefined, choice });

/** The tool that is guessed, and the slides then and once a name is chosen. */
function settled(text: string, dialect: SetupName) {
  const guess = recognized(text);
  assert.ok(guess.isDeck && guess.isGuess);
  const chosen = recognized(text, { dialect, ...keptSeparators(dialect, guess) });
  assert.deepEqual([chosen.setup.tool, chosen.isGuess], [NAMED_SETUPS[dialect].tool, false]);
  return [guess.setup.tool, parseDeck(text, guess).slides.length, parseDeck(text, chosen).slides.length];
}

const NOTES = 'Notes:\nx\n';

describe('The separators of a guess', () => {
  const comments = `# A\n\n<!--s-->\n\n# B\n\n<!--v-->\n\n# C\n${NOTES}`;
  const mkslides = `# A\n\n---\n\n# B\n\n-v-\n\n# C\n${NOTES}`;
  const letters = mkslides.replace('-v-', '---v');
  const pluses = mkslides.replace('-v-', '+++');

  it('stay when its tool is chosen', () => {
    assert.deepEqual(settled(comments, 'reveal-md'), ['reveal-md', 3, 3]);
    assert.deepEqual(settled(letters, 'reveal-md'), ['reveal-md', 3, 3]);
    assert.deepEqual(settled(pluses, 'reveal-md'), ['reveal-md', 3, 3]);
    assert.deepEqual(settled(mkslides, 'mkslides'), ['mkslides', 3, 3]);
  });

  it("stay when another tool is chosen, if they are not any tool's own", () => {
    assert.deepEqual(settled(comments, 'reveal'), ['reveal-md', 3, 3]);
    assert.deepEqual(settled(pluses, 'reveal'), ['reveal-md', 3, 3]);
    assert.deepEqual(settled(mkslides, 'reveal-md'), ['mkslides', 3, 3]);
    const tools = `# A\n\n---\n\n# B\n\n----\n\n# C\n${NOTES}`;
    assert.deepEqual(settled(tools, 'reveal'), ['reveal-md', 3, 2]);
  });

  it('go when a dialect is chosen that has no others than its own', () => {
    assert.deepEqual(settled(pluses, 'hedgedoc'), ['reveal-md', 3, 2]);
    assert.deepEqual(settled(pluses, 'reveal-blank-lines'), ['reveal-md', 3, 1]);
  });

  it('need not be kept where they are what the name stands for', () => {
    assert.deepEqual(keptSeparators('mkslides', recognized(mkslides)), {});
    assert.deepEqual(keptSeparators(undefined, recognized(comments)), {});
  });
});

describe('A choice with separators', () => {
  it('makes the same set-up each time, which names no file, so that decks are not parsed anew', () => {
    const read = () => recognized('# A\n', { dialect: 'reveal-md', separator: '^==$' }).setup;
    assert.equal(read(), read());
    assert.equal(read().source, '');
    assert.equal(read().separators.separator, '^==$');
  });

  it("keeps nothing of another tool's set-up, and nothing that the files around it set anyway", () => {
    const setup = { ...NAMED_SETUPS['reveal-md'], separators: { separator: '^==$' } };
    const found = { setup, isGuess: false };
    assert.deepEqual(keptSeparators('reveal', { ...found, decidedBy: 'configuration' }), {});
    assert.deepEqual(keptSeparators('reveal-md', { ...found, decidedBy: 'surroundings' }), {});
    assert.deepEqual(keptSeparators('reveal-md', { ...found, decidedBy: 'configuration' }), setup.separators);
  });
});
