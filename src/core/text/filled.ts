/** A text with its values in the places of `{0}`, `{1}` …, as VS Code puts them into a translation. */
export function filled(template: string, values: readonly string[]): string {
  return template.replace(/\{(\d+)\}/g, (_, index: string) => values[Number(index)] ?? '');
}
