import assert from 'node:assert/strict';
import { findBrowsers, type System } from '../../../src/export/browser/findBrowsers';

/** A system with certain programs. */
function system(platform: NodeJS.Platform, programs: readonly string[], env: NodeJS.ProcessEnv = {}): System {
  return { platform, env, home: '/home/jo', isProgram: (file) => programs.includes(file) };
}

describe('The browser that exports use', () => {
  it('is found in the PATH, as a snap or as a flatpak on Linux, the usual ones first', () => {
    const installed = [
      '/opt/bin/brave',
      '/usr/bin/chromium',
      '/snap/bin/chromium',
      '/home/jo/.local/share/flatpak/exports/bin/com.google.Chrome',
    ];
    assert.deepEqual(findBrowsers(null, system('linux', installed, { PATH: '/opt/bin:/usr/bin:bin' })), [
      '/usr/bin/chromium',
      '/opt/bin/brave',
      '/snap/bin/chromium',
      '/home/jo/.local/share/flatpak/exports/bin/com.google.Chrome',
    ]);
  });

  it('is found among the applications on macOS, those of the user too', () => {
    const installed = [
      '/home/jo/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
    assert.deepEqual(findBrowsers(null, system('darwin', installed)), installed.toReversed());
  });

  it('is found where the installers put it on Windows', () => {
    const env = {
      PROGRAMFILES: 'C:\\Program Files',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\Users\\Jo\\AppData\\Local',
    };
    const installed = [
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Users\\Jo\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    ];
    assert.deepEqual(findBrowsers(null, system('win32', installed, env)), installed.toReversed());
  });

  it('is the one that the user names, or else the environment', () => {
    const env = { PATH: '/usr/bin', CHROME_PATH: '/opt/chrome', PUPPETEER_EXECUTABLE_PATH: '/opt/other' };
    const here = system('linux', ['/usr/bin/chromium', '/usr/bin/vivaldi', '/opt/chrome', '/opt/mine'], env);
    assert.deepEqual(findBrowsers('/opt/mine', here), ['/opt/mine']);
    assert.deepEqual(findBrowsers('vivaldi', here), ['/usr/bin/vivaldi']);
    assert.deepEqual(findBrowsers(null, here), ['/opt/chrome']);
  });

  it('is no other than the one that is named, even if that is not there', () => {
    const here = system('linux', ['/usr/bin/chromium'], { PATH: '/usr/bin' });
    assert.throws(() => findBrowsers('/opt/chrome', here), {
      trouble: 'notAProgram',
      message: 'The browser /opt/chrome is not a program on this computer.',
    });
  });

  it('is missed with a list of all places that it was looked for in', () => {
    assert.throws(() => findBrowsers(null, system('linux', [], { PATH: '/usr/bin' })), {
      trouble: 'none',
      message: /google-chrome, .*\/snap\/bin\/chromium, .*flatpak.*com\.brave\.Browser\.$/,
    });
  });
});
