import assert from 'node:assert/strict';
import { callKind, type DatedDeck, kindsOfCalls, lastOfKind } from '../../../src/core/community/calls';
import { parseDeck } from '../../../src/core/deck/parseDeck';

describe('The kind of a call', () => {
  const kind = (text: string, folder = 'file:///minutes/some') => callKind(parseDeck(text), folder);
  const front = (title: string) => `---\ntitle: ${title}\ntype: slide\n---\n\n`;

  it('is what the title slide says, without tags and date', () => {
    const heading = (text: string) =>
      kind(`# Sovereign Cloud Stack\n## <font color="#0f5fe1">${text}</font>\n`);
    assert.equal(heading('Community Call 2024-12-12'), 'Community Call');
    assert.equal(heading('SCS Community call</br> 2024-08-01'), 'Community Call');
    assert.equal(heading('Community Meeting 202X-XX-XX'), 'Community Meeting');
    assert.equal(heading('Team Ops Call, 12 December 2024'), 'Team Ops Call');
    assert.equal(heading('SIG Community Call - 12.12.2024'), 'SIG Community Call');
  });

  it('is the frontmatter’s or the second slide’s if the first does not say it', () => {
    assert.equal(kind(`${front('SCS Community Call')}# Sovereign Cloud Stack\n`), 'Community Call');
    assert.equal(kind(`${front('SCS Community Call')}# Community Meeting 2026-01-23\n`), 'Community Meeting');
    assert.equal(kind('# SCS\n\n---\n\n# SCS Community Call\n### 2023-10-19\n'), 'Community Call');
  });

  it('is the folder’s if no slide says it and the folder is named after a meeting of the community', () => {
    assert.equal(kind('# Welcome\n', 'file:///minutes/community-call'), 'Community Call');
    assert.equal(kind('# Welcome\n', 'file:///minutes/iaas'), '');
  });
});

describe('The deck that a new one is based on', () => {
  const deck = (folder: string, kind: string, date: string): DatedDeck => ({ folder, kind, date });
  const call = deck('x/community-call', 'Community Call', '2024-12-12');
  const older = deck('x/community-call', 'Community Call', '2024-12-05');
  const copied = deck('x/iaas', 'Community Call', '2025-01-01');
  const meeting = deck('x/community-meeting', 'Community Meeting', '2026-01-23');
  const group = deck('x/ops', 'Team Ops Call', '2026-02-01');
  const unnamed = deck('x/ops', '', '2026-02-08');
  const all = [older, group, meeting, call, copied, unnamed];

  it('is the latest of its kind, in the folder that is named after it', () => {
    assert.equal(lastOfKind(all, 'Community Call', undefined), call);
    assert.equal(lastOfKind([older, copied], 'Community Call', undefined), older);
    assert.equal(lastOfKind([group, copied], 'Community Call', undefined), copied);
  });

  it('is one in the folder that the user works in', () => {
    assert.equal(lastOfKind(all, 'Community Call', 'x/iaas'), copied);
    assert.equal(lastOfKind(all, 'Community Call', 'x/ops'), call);
    assert.equal(lastOfKind([unnamed], 'Weekly Call', 'x/ops'), unnamed);
  });

  it('is another meeting of the community if there is none of its kind yet, but never a working group’s', () => {
    assert.equal(lastOfKind([group, older, call, unnamed], 'Community Meeting', undefined), call);
    assert.equal(lastOfKind([group, unnamed], 'Community Meeting', undefined), undefined);
    assert.equal(lastOfKind([call, meeting], 'Team Ops Call', undefined), undefined);
  });

  it('may be of the kind that the user works on, the community’s, or those that working groups have', () => {
    assert.deepEqual(kindsOfCalls(all, ''), ['Community Call', 'Community Meeting', 'Team Ops Call']);
    assert.deepEqual(kindsOfCalls(all, 'Team Ops Call')[0], 'Team Ops Call');
    assert.deepEqual(kindsOfCalls([], 'Community Meeting'), ['Community Meeting', 'Community Call']);
  });
});
