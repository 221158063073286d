import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, temporaryFolder } from './paths';

/** What the .vsix holds: see .vscodeignore. */
const shipped =
  /^(package\.json|package\.nls.*\.json|dist|l10n|media|snippets|LICENSE|(README|CHANGELOG|THIRD_PARTY_NOTICES)\.md)$/;
const shippedMedia =
  /\/media(\/[^/]+\.(svg|png)|\/(options|walkthrough)(\/[^/]+\.png)?|\/sample(\/[^/]+)?)?$/;

/**
 * Copies the built extension to a separate folder and returns its path. VS Code cannot run it from the checkout: it
 * takes themes found below a development extension's folder to be that extension's, and the test hosts with all
 * of VS Code's themes are below. Besides, this way the tests prove that nothing is used that is not shipped.
 */
export function stageExtension(folder = temporaryFolder('extension')): string {
  if (!existsSync(join(root, 'dist/extension.js')))
    throw new Error('Nothing is built yet: run "npm run build".');
  for (const name of readdirSync(root).filter((entry) => shipped.test(entry))) {
    const filter = (path: string) => name !== 'media' || shippedMedia.test(path.replaceAll('\\', '/'));
    cpSync(join(root, name), join(folder, name), { recursive: true, filter });
  }
  return folder;
}
