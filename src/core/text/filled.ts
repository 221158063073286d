/** A text with values in place of `{0}`, `{1}` …, as VS Code inserts them into a translation. */
export function filled(template: string, values: readonly string[]): string {
  return template.replace(/\{(\d+)\}/g, (_, index: string) => values[Number(index)] ?? '');
}
