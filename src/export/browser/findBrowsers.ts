import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { BrowserError } from './browserError';

/** What the search needs to know of a system. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  isProgram(file: string): boolean;
}

const THIS_SYSTEM: System = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isProgram(file) {
    try {
      accessSync(file, constants.X_OK);
      return statSync(file).isFile();
    } catch {
      return false;
    }
  },
};

/** As Lighthouse and Puppeteer name them. */
const VARIABLES = ['CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'];

/**
 * The browsers to try, the preferred first: only the one that the user names, in an option or setting or in the
 * environment, or else those installed. Throws a `BrowserError` if there is none.
 */
export function findBrowsers(named: string | null, system: System = THIS_SYSTEM): string[] {
  const wanted = named || VARIABLES.map((name) => system.env[name]).find(Boolean);
  if (wanted) {
    const program = candidates(wanted, system).find((file) => system.isProgram(file));
    if (program) return [program];
    throw new BrowserError('notAProgram', wanted);
  }
  const places = browserPlaces(system);
  const found = places.flatMap((place) => candidates(place, system)).filter((file) => system.isProgram(file));
  if (found.length > 0) return [...new Set(found)];
  throw new BrowserError('none', places.join(', '));
}

/** Where browsers may be: files, and names of programs that are looked for in the folders of `PATH`. */
function browserPlaces(system: System): string[] {
  switch (system.platform) {
    case 'win32':
      return windowsPlaces(system);
    case 'darwin':
      return macPlaces(system);
    default:
      return linuxPlaces(system);
  }
}

function candidates(place: string, { platform, env }: System): string[] {
  const { isAbsolute, join, delimiter } = pathsOf(platform);
  if (isAbsolute(place) || /[\\/]/.test(place)) return [place];
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  return folders.map((folder) => join(folder, place));
}

function pathsOf(platform: NodeJS.Platform): path.PlatformPath {
  return platform === 'win32' ? path.win32 : path.posix;
}

/** Flatpak's names of the applications, which are also those of the programs that start them. */
export const FLATPAKS = [
  'com.google.Chrome',
  'org.chromium.Chromium',
  'com.microsoft.Edge',
  'com.brave.Browser',
];

function linuxPlaces({ home }: System): string[] {
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
    'brave-browser',
    'brave',
  ];
  const exported = ['/var/lib/flatpak/exports/bin', `${home}/.local/share/flatpak/exports/bin`];
  return [
    ...names,
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
    '/snap/bin/brave',
    ...exported.flatMap((folder) => FLATPAKS.map((name) => `${folder}/${name}`)),
  ];
}

function macPlaces({ home }: System): string[] {
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
  return ['/Applications', `${home}/Applications`].flatMap((folder) =>
    names.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
  );
}

function windowsPlaces({ env }: System): string[] {
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap(
    (folder) => folder ?? [],
  );
  const programs = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  ];
  return programs.flatMap((program) => folders.map((folder) => path.win32.join(folder, program)));
}
