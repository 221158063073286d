/** What templates have in place of a handle. */
const PLACEHOLDERS = new Set(['todo', 'handle', 'name']);

/** GitHub handles in a deck, without `@`, each as often as it is mentioned. */
export function handlesIn(deckText: string): string[] {
  const withoutStyles = deckText.replace(/<style\b[^>]*>[^<]*/gi, '');
  return [...withoutStyles.matchAll(/(?<![\w/.@`-])@([a-z\d](?:-?[a-z\d]){0,38})(?![\w/@-])/gi)]
    .map(([, handle]) => handle!)
    .filter((handle) => !isPlaceholder(handle));
}

/** Whether a handle, without `@`, is a template's placeholder. */
export function isPlaceholder(handle: string): boolean {
  return PLACEHOLDERS.has(handle.toLowerCase());
}

/** Whether two handles, without `@`, are the same: GitHub ignores their case. */
export function isSameHandle(handle: string, other: string): boolean {
  return handle.toLowerCase() === other.toLowerCase();
}
