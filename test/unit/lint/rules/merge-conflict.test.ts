import assert from 'node:assert/strict';
import { DEFAULT_CONFIG } from '../../../../src/core/config/config';
import { parseDeck } from '../../../../src/core/deck/parseDeck';
import { onChangedSlides } from '../../../../src/core/lint/changedSlides';
import { applyEdits } from '../../../../src/core/text/textEdits';
import { faults, fixed, lint } from '../linting';

const rule = 'merge-conflict';
const deck =
  '---\ntype: slide\n---\n\n# A\n\n---\n\n# B\n\n<<<<<<< HEAD\n* a\n||||||| base\n* c\n=======\n* b\n>>>>>>> topic\n';

describe('merge-conflict', () => {
  it('marks the first marker of each conflict', () => {
    assert.deepEqual(faults(deck, { rule }), ['<<<<<<< HEAD']);
    assert.deepEqual(faults(deck.replaceAll('\n', '\r\n'), { rule }), ['<<<<<<< HEAD']);
  });

  it('takes the lines of either side or of both', () => {
    const [finding] = lint(deck, { rule });
    const rest = deck.slice(0, deck.indexOf('<<<<<<<'));
    assert.deepEqual(
      finding!.fixes.map(({ title, edits, kind }) => [
        title,
        applyEdits(deck, edits).slice(rest.length),
        kind,
      ]),
      [
        ['Take the current change (HEAD)', '* a\n', 'offered'],
        ['Take the incoming change (topic)', '* b\n', 'offered'],
        ['Take both changes', '* a\n* b\n', 'offered'],
      ],
    );
    assert.equal(fixed(deck.replaceAll('\n', '\r\n'), { rule }), `${rest}* a\n`.replaceAll('\n', '\r\n'));
  });

  it('finds markers that are left over', () => {
    assert.deepEqual(faults('# A\n\n<<<<<<< HEAD\ntext\n', { rule }), ['<<<<<<< HEAD']);
    assert.deepEqual(faults('# A\n\ntext\n>>>>>>> topic\n', { rule }), ['>>>>>>> topic']);
  });

  it('leaves alone examples in code and underlined headings', () => {
    const example = '```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> topic\n```\n';
    assert.deepEqual(faults(`Heading\n=======\n\n${example}`, { rule }), []);
  });

  it('is all that is said of the slides in conflict, and of the deck', () => {
    const conflicted = deck.replace('* a\n', '![](missing.png)\n').replace('# A', '# A\n\n##');
    assert.deepEqual(
      lint(conflicted).map((finding) => finding.rule),
      ['empty-heading', rule],
    );
  });

  it('is on a changed slide, whatever the slide was before', () => {
    const earlier = parseDeck(deck.replace(/<<<<<<<.*/s, '* a\n'));
    const found = lint(deck, { rule });
    assert.deepEqual(found.filter(onChangedSlides(parseDeck(deck), [earlier])), found);
    assert.deepEqual(found.filter(onChangedSlides(parseDeck(deck), [parseDeck(deck)])), []);
  });

  it('can be switched off', () => {
    assert.deepEqual(lint(deck, { rule, config: { ...DEFAULT_CONFIG, rules: { [rule]: 'off' } } }), []);
  });
});
