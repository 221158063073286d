/** Every markdown file of the workspace. */
export const MARKDOWN_FILES = '**/*.{md,markdown}';

/** Folders that contain no decks of the user. */
export const NEVER_ENTERED = '**/{.git,node_modules}/**';

export function isMarkdownFile(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/** Whether a path is within a folder of `NEVER_ENTERED`. */
export function isNeverEntered(path: string): boolean {
  return /\/(?:\.git|node_modules)\//.test(path);
}
