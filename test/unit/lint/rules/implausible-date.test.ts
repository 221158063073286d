import assert from 'node:assert/strict';
import { faults } from '../linting';

const rule = 'implausible-date';
const call = { rule, deck: '20231214.md', dialect: 'hedgedoc' } as const;

describe('implausible-date', () => {
  it('finds a year that is far off', () => {
    assert.deepEqual(faults('Open Source Day - Berlin, 16. 11. 2923, members meeting', { rule }), [
      '16. 11. 2923',
    ]);
  });

  it('finds days that do not exist', () => {
    const text =
      '- 2024-02-30\n- on 31. 11. 2023\n- June 31\n- 30th of Feb. 2024\n- 2023-13-01\n- on 29. 02. 2023';
    assert.deepEqual(faults(text, { rule }), [
      '2024-02-30',
      '31. 11. 2023',
      'June 31',
      '30th of Feb. 2024',
      '2023-13-01',
      '29. 02. 2023',
    ]);
  });

  it('finds a wrong day of the week', () => {
    const text = '- Monday 2023-10-03\n- Friday, 2. October 2023\n- 2023-10-03 (Mon)\n- Do., 03. 10. 2023';
    assert.deepEqual(faults(text, { rule }), ['2023-10-03', '2. October 2023', '2023-10-03', '03. 10. 2023']);
  });

  it('takes the year from the file name if none is written', () => {
    assert.deepEqual(faults('# Call 2023-12-14\n\n---\n\nFriday, Jan 12 and Friday, January 13\n', call), [
      'January 13',
    ]);
  });

  it('leaves alone dates that can be right', () => {
    const text =
      '- 14.7.1789\n- Monday 2023-10-02\n- 16.-19.10.2023, 26/27.9.2023\n- Feb 29\n- may 15, 2024\n- 2024-10-21 through -25\n- Mon-Wed 2023-10-04\n- Nov 6+7\n- v1.31.2024, 1.0.2024, May 45 people, 10.40.2024.1, OSSA-2024-99-99, 2024-40-40.1\n- `2024-99-99`\n- https://example.org/2024-99-99';
    assert.deepEqual(faults(text, { rule }), []);
  });

  it('leaves the title slide to date-mismatch', () => {
    assert.deepEqual(faults('# Call 2023-12-32', call), []);
    assert.deepEqual(faults('# Call 2023-12-32', { ...call, deck: 'talk.md' }), ['2023-12-32']);
  });
});

describe('implausible-date, next to what looks like an address', () => {
  it('finds dates with dots', () => {
    assert.deepEqual(faults('Open Source Day - Berlin, 16.11.2923: members', { rule }), ['16.11.2923']);
  });
});
