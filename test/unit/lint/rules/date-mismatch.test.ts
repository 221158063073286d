import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const call = { rule: 'date-mismatch', dialect: 'hedgedoc', deck: 'community-call/20240822.md' } as const;

describe('date-mismatch', () => {
  it('finds a date that differs from the file name', () => {
    const text = '# Sovereign Cloud Stack\n## <font>Community Call</br> 2024-08-15</font>\n';
    assert.deepEqual(faults(text, call), ['2024-08-15']);
    assert.equal(lint(text, call)[0]!.severity, 'error');
    assert.equal(fixed(text, call), text.replace('2024-08-15', '2024-08-22'));
  });

  it('keeps the form of the date', () => {
    assert.equal(fixed('# Call 15.08.2024', call), '# Call 22.08.2024');
    assert.equal(fixed('# Call 15.8.2024', call), '# Call 22.8.2024');
  });

  it('finds a day that does not exist', () => {
    const [finding] = lint('# Call 2024-08-32', call);
    assert.equal(finding!.severity, 'warning');
    assert.match(finding!.message, /This day does not exist/);
  });

  it('finds a title slide without a date', () => {
    const text = '# SCS\r\n## <font color="#0f5fe1">Community Call</font>\r\n\r\n---\r\n\r\n# 2024-08-01\r\n';
    assert.equal(lint(text, call)[0]!.severity, 'warning');
    assert.equal(fixed(text, call), text.replace('Call<', 'Call 2024-08-22<'));
  });

  it('finds the date on the second slide if the first has only the name', () => {
    const text = (date: string) => `# Sovereign Cloud Stack\n\n---\n\n## Community Call\n### ${date}\n`;
    assert.deepEqual(faults(text('2024-08-22'), call), []);
    assert.deepEqual(faults(text('2024-08-15'), call), ['2024-08-15']);
  });

  it('leaves alone other slides, placeholders and files without a date', () => {
    assert.deepEqual(faults('# Call 22 August 2024\n\n---\n\n# R7 on 2024-09-04', call), []);
    assert.deepEqual(faults('# Call 202X-XX-XX', call), []);
    assert.deepEqual(faults('# Call 2024-08-15', { ...call, deck: 'talk.md' }), []);
    assert.deepEqual(faults('# Call 2024-08-15', { ...call, deck: '12345678-abcd.md' }), []);
  });
});
