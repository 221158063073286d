/** Decks of any length, made of slides as people write them: ten lines each. */

const LINES_PER_SLIDE = 10;

const FRONT_MATTER = ['---', 'title: A deck', 'type: slide', 'slideOptions:', '  theme: white', '---', ''];

/** The deck's text, and the offset of a place in the middle of it where somebody types. */
export function makeDeck(slideCount: number): { text: string; cursor: number } {
  const lines = [...FRONT_MATTER];
  for (let number = 1; number <= slideCount; number++) {
    if (number > 1) lines.push(number % 7 === 0 ? '----' : '---', '');
    lines.push(
      `## Slide ${number}`,
      '',
      `- **Point** one of slide ${number}, with \`code\` and a [link](https://example.org/${number})`,
      '- Point two <!-- .element: class="fragment" -->',
      '- Point three, :rocket: and ~~struck~~ words',
      '',
      `Some words below the list of slide ${number}.`,
      '',
    );
  }
  const text = `${lines.join('\n')}\n`;
  const typed = `words below the list of slide ${Math.ceil(slideCount / 2)}`;
  return { text, cursor: text.indexOf(typed) };
}

export function makeDeckOfLines(lineCount: number): { text: string; cursor: number } {
  return makeDeck(Math.round((lineCount - FRONT_MATTER.length) / LINES_PER_SLIDE));
}

const TEAMS = ['Networking', 'Storage', 'Compute', 'Identity', 'Docs', 'Testing', 'Release', 'Community'];

/** What a team writes for a call: headings, nested lists, mentions, links, and now and then something else. */
function report(team: string, call: number): string[] {
  const even = (call + team.length) % 2 === 0;
  return [
    `## Team ${team}`,
    '',
    `Report by @${team.toLowerCase()}-lead`,
    '',
    '* **Done**',
    `  * [Pull request ${call}](https://github.com/example/${team.toLowerCase()}/pull/${call}) was merged, thanks to @someone`,
    `  * Version 1.${call}.0 of the \`${team.toLowerCase()}\` service is *released*`,
    '* Next: see https://example.org/roadmap for what is planned until the end of the quarter',
    '',
    ...(even
      ? ['| Task | State |', '|---|---|', '| Upgrade | done :rocket: |', '| Migration | open |', '']
      : []),
    ...(even ? [] : ['```sh', `kubectl get pods --namespace ${team.toLowerCase()}`, '```', '']),
    '----',
    '',
    `### ${team}: what it looks like`,
    '',
    `![The ${team} dashboard](./img/${team.toLowerCase()}.svg =600x)`,
    '',
    '- One thing that is in the picture <!-- .element: class="fragment" -->',
    '- Another, which is “much better” than before – if you ask us',
    '',
    'Note: Say how it came about.',
    '',
  ];
}

/** The deck of a call of a community, to which each team adds its part, with the pictures that it shows. */
export function makeCallDeck(call: number): string {
  const day = new Date(Date.UTC(2024, 0, 4 + 7 * call)).toISOString().slice(0, 10);
  const head = [...FRONT_MATTER, `# Community Call ${day}`, '', `Call ${call} of the community`, ''];
  return `${[...head, ...TEAMS.flatMap((team) => ['---', '', ...report(team, call)])].join('\n')}\n`;
}

/** The pictures of such decks, by path. */
export function callPictures(): Map<string, string> {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400"/>';
  return new Map(TEAMS.map((team) => [`img/${team.toLowerCase()}.svg`, svg]));
}
