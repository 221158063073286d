import assert from 'node:assert/strict';
import type { RemoteAnswer } from '../../../../src/core/files/remote';
import { permanentMove } from '../../../../src/core/lint/remote/permanentMove';

/** Where an address is said to have moved that redirects to these, each with its status. */
function moved(from: string, ...steps: readonly (readonly [number, string])[]): string | undefined {
  const redirects = steps.map(([status, to]) => ({ from, to, status }));
  const answer: Partial<RemoteAnswer> = { status: 200, redirects };
  return permanentMove(from, answer as RemoteAnswer);
}

describe('An address that redirects', () => {
  it('has moved if it redirects for good, as far as it does', () => {
    assert.equal(moved('http://a.org/', [301, 'https://a.org/']), 'https://a.org/');
    assert.equal(
      moved('https://a.org/1', [308, 'https://a.org/2'], [301, 'https://a.org/3']),
      'https://a.org/3',
    );
    assert.equal(
      moved('https://a.org/1', [301, 'https://a.org/2'], [302, 'https://a.org/3']),
      'https://a.org/2',
    );
  });

  it('has not moved if it redirects for now', () => {
    for (const status of [302, 303, 307])
      assert.equal(moved('https://a.org/1', [status, 'https://a.org/2']), undefined);
    assert.equal(moved('https://a.org/1', [302, 'https://a.org/2'], [301, 'https://a.org/3']), undefined);
  });

  it('has not moved if only a slash at its end comes or goes', () => {
    assert.equal(moved('https://a.org/1', [301, 'https://a.org/1/']), undefined);
    assert.equal(moved('https://a.org/1/', [301, 'https://a.org/1']), undefined);
    assert.equal(moved('https://a.org/1', [301, 'https://a.org/1/?a']), 'https://a.org/1/?a');
  });

  it('has not moved if somebody is asked to log in', () => {
    const logins = [
      'https://login.a.org/',
      'https://a.org/users/sign_in',
      'https://accounts.a.org/x',
      'https://a.org/sso',
    ];
    for (const login of logins) assert.equal(moved('https://a.org/1', [301, login]), undefined, login);
    const authors = 'https://a.org/authors';
    assert.equal(moved('https://a.org/1', [301, authors]), authors);
  });

  it('has not moved if it is short on purpose', () => {
    assert.equal(moved('https://bit.ly/1', [301, 'https://a.org/1']), undefined);
  });
});
