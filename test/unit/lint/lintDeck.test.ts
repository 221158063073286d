import assert from 'node:assert/strict';
import { lint } from './linting';

describe('What is said of a finding', () => {
  it('shows characters of the deck that would turn or hide the words around them', () => {
    const [lost] = lint('![](./a\u202egnp.png)', { rule: 'broken-image' });
    assert.match(lost!.message, /a\\u202egnp\.png/);
    const [malformed] = lint('[x](./b\u202e x.md)', { rule: 'malformed-link' });
    assert.match(malformed!.fixes[0]!.title, /b\\u202e/);
  });
});
