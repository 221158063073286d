import assert from 'node:assert/strict';
import { plainName, plainText } from '../../../src/services/plainText';

describe('Untrusted text in lists and messages', () => {
  it('is not an icon', () => {
    assert.doesNotMatch(plainText('$(zap) $(trash)'), /\$\(/);
  });

  it('is not a message link', () => {
    assert.doesNotMatch(plainText('[OK](command:workbench.action.quit)'), /\]\(/);
    assert.doesNotMatch(plainName({ path: '/folder/[OK](command:workbench.action.quit).md' }), /\]\(/);
  });

  it('turns and hides nothing around it', () => {
    assert.equal(plainText('a\u202eb\u0007'), 'a\\u202eb\\u0007');
  });

  it('is otherwise unchanged', () => {
    const text = 'Team IaaS (SIG) [draft] – 5 $, “déjà vu”';
    assert.equal(plainText(text), text);
    assert.equal(plainName({ path: '/folder/20260101.md' }), '20260101.md');
  });
});
