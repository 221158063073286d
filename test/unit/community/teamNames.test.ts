import assert from 'node:assert/strict';
import { teamsBeginning } from '../../../src/core/community/teamNames';

describe('Teams for a heading being typed', () => {
  const teams = ['Team IaaS', 'Team Ops', 'SIG Documentation', 'Events'].map((name) => ({ name }));
  const names = (written: string) => teamsBeginning(written, teams).map(({ name }) => name);

  it('begin with its first letters, in either case', () => {
    assert.deepEqual(names('T'), ['Team IaaS', 'Team Ops']);
    assert.deepEqual(names('sig'), ['SIG Documentation']);
    assert.deepEqual(names(''), ['Team IaaS', 'Team Ops', 'SIG Documentation', 'Events']);
  });

  it('have its whole first word, once something follows it', () => {
    assert.deepEqual(names('Team '), ['Team IaaS', 'Team Ops']);
    assert.deepEqual(names('Team I'), ['Team IaaS', 'Team Ops']);
    assert.deepEqual(names('Te I'), []);
  });

  it('are none in other headings', () => {
    assert.deepEqual(names('To'), []);
    assert.deepEqual(names('Some words'), []);
  });
});
