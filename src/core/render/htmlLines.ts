/**
 * Splits colored code into its lines. A color that extends over several lines is closed and opened again on
 * each of them. An empty line gets a space, which gives it its height. The HTML must have no elements but
 * `<span>`.
 */
export function htmlLines(html: string): string[] {
  const open: string[] = [];
  return html.split('\n').map((line) => {
    const before = open.join('');
    for (const [tag] of line.matchAll(/<\/?span[^>]*>/g)) {
      if (tag.startsWith('</')) open.pop();
      else open.push(tag);
    }
    const filled = /^(?:<[^>]*>)*$/.test(line) ? `${line} ` : line;
    return before + filled + '</span>'.repeat(open.length);
  });
}
