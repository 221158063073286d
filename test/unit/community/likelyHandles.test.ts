import assert from 'node:assert/strict';
import {
  type LikelyHandle,
  likelyPresenters,
  likelyReporters,
} from '../../../src/core/community/likelyHandles';

const call = (presenters: string[], teams: Record<string, string>) => ({
  presenters,
  teams: Object.entries(teams).map(([team, reporter]) => ({ team, reporter })),
  pictures: [],
});
const PEOPLE = {
  earlier: [
    { date: '2024-12-12', call: call(['boss'], { 'Team Ops': 'one', 'Team IaaS': '' }) },
    { date: '2024-12-05', call: call(['chair'], { 'Team Ops': 'two', 'Team IaaS': 'three' }) },
  ],
  teams: [
    { name: 'Team Ops', reporters: ['ONE', 'four'] },
    { name: 'Team IaaS', reporters: ['five'] },
  ],
  others: ['six', 'two'],
};

describe('Likely handles', () => {
  const names = (handles: readonly LikelyHandle[]) => handles.map(({ handle }) => handle).join(' ');

  it('for a report are those who reported for the team, the latest first, its reporters, then others, each once', () => {
    assert.equal(names(likelyReporters('Team Ops', PEOPLE)), 'one two four three five boss chair six');
    assert.equal(names(likelyReporters('Team IaaS', PEOPLE)), 'three five one two four boss chair six');
  });

  it('for the title are those who presented, the latest first', () => {
    assert.equal(names(likelyPresenters(PEOPLE)), 'boss chair one two three four five six');
  });

  it('say why they are likely', () => {
    const [one, , four] = likelyReporters('Team Ops', PEOPLE);
    assert.deepEqual(one!.reason, { kind: 'reported', team: 'Team Ops', date: '2024-12-12' });
    assert.deepEqual(four!.reason, { kind: 'reporter', team: 'Team Ops' });
    assert.deepEqual(likelyPresenters(PEOPLE)[0]!.reason, { kind: 'presented', date: '2024-12-12' });
    assert.equal(likelyPresenters(PEOPLE).at(-1)!.reason, null);
  });
});
