/**
 * The teams that a heading being typed may name: those that begin with its first word, which may be
 * incomplete if nothing follows it. All of them if nothing is written yet.
 */
export function teamsBeginning<Named extends { readonly name: string }>(
  written: string,
  teams: readonly Named[],
): Named[] {
  const [word = '', ...more] = written.trimStart().toLowerCase().split(/\s+/);
  return teams.filter(({ name }) => {
    const [first = ''] = name.toLowerCase().split(/\s+/);
    return more.length > 0 ? first === word : first.startsWith(word);
  });
}
