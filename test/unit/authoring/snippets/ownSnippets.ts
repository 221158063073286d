import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSnippets, type Snippet } from '../../../../src/core/authoring/snippets/snippets';
import { root } from '../../../vscode/paths';

/** The snippets that ship with the extension. */
export function ownSnippets(): Snippet[] {
  const folder = join(root, 'snippets');
  return readdirSync(folder).flatMap((file) => readSnippets(readFileSync(join(folder, file), 'utf8')));
}
