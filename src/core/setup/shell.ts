/** One word, between white space: quoted parts, escaped characters and anything else in turn. */
const WORD = /"((?:\\[\s\S]|[^"\\])*)"|'([^']*)'|\\([\s\S])|([^\s"'\\;&|()<>]+)/y;

/**
 * The commands of a shell line, each as its words without quotes. Nothing is expanded: what a variable or another
 * command would insert stays as it is written.
 */
export function shellCommands(line: string): string[][] {
  const commands: string[][] = [[]];
  let word: string | null = null;
  const endWord = () => {
    if (word !== null) commands.at(-1)!.push(word);
    word = null;
  };
  for (let at = 0; at < line.length; ) {
    WORD.lastIndex = at;
    const match = WORD.exec(line);
    if (match) {
      const [whole, double, single, escaped, plain] = match;
      word = `${word ?? ''}${double?.replace(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? plain}`;
      at += whole.length;
      continue;
    }
    endWord();
    if (/[;&|()\n]/.test(line[at]!)) commands.push([]);
    at++;
  }
  endWord();
  return commands.filter((words) => words.length > 0);
}
