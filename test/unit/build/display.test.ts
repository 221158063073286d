import assert from 'node:assert/strict';
import { canShowBrowser } from '../../vscode/display';

describe('npm start opens a browser', () => {
  it('on a desktop', () => {
    assert.ok(canShowBrowser({ DISPLAY: ':0' }, 'linux'));
    assert.ok(canShowBrowser({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux'));
    assert.ok(canShowBrowser({}, 'darwin'));
  });

  it('from a remote terminal that leads to the user’s own', () => {
    assert.ok(canShowBrowser({ SSH_CONNECTION: '::1', BROWSER: '/vscode/browser.sh' }, 'linux'));
  });

  it('but not where nobody would see it', () => {
    assert.ok(!canShowBrowser({}, 'linux'));
    assert.ok(!canShowBrowser({ SSH_CONNECTION: '::1' }, 'linux'));
    assert.ok(!canShowBrowser({ SSH_CONNECTION: '::1', BROWSER: 'firefox' }, 'darwin'));
    assert.ok(!canShowBrowser({ CI: 'true', DISPLAY: ':99' }, 'linux'));
  });
});
