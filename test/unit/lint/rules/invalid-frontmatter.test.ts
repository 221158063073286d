import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/core/lint/rule';
import { faults, fixed, lint } from '../linting';

const rule = 'invalid-frontmatter';

const deck = (...lines: string[]) =>
  ['---', 'type: slide', 'title: A', ...lines, '---', '# A', ''].join('\n');

describe('invalid-frontmatter', () => {
  it('leaves alone what HedgeDoc understands', () => {
    const text = deck(
      'tags: [a, b]',
      'author: me',
      'slideOptions:',
      '  theme: white',
      '  width: 1200',
      "  transition: 'fade'",
      '  slideNumber: c/t',
      '  parallaxBackgroundHorizontal:',
    );
    assert.deepEqual(faults(text, { rule }), []);
  });

  it('marks the place where YAML cannot be read', () => {
    const text = deck('tags: [a, b', 'lang: de');
    const [finding] = lint(text, { rule });
    assert.equal(lint(text, { rule }).length, 1);
    assert.match(finding!.message, /HedgeDoc ignores all of the frontmatter/);
    assert.ok(finding!.span.end > finding!.span.start);
  });

  /** The faulty characters, and what is said of them, without what follows for the deck. */
  const complaint = (yaml: string) => {
    const text = `---\ntype: slide\n${yaml}\n---\n# A\n`;
    const [finding] = lint(text, { rule });
    const { start, end } = finding!.span;
    return [text.slice(start, end), finding!.message.replace(/ Until this is corrected.*/, '')];
  };

  it('says in plain words what is wrong with YAML, and where', () => {
    const quotes = (mark: string) => `A value cannot begin with "${mark}". Put quotation marks around it.`;
    const aligned =
      'This line is not indented like the others of its level. Start all of them in the same column.';
    const noColon = 'This line is not a key with a value. Write it as "key: value", or remove it.';
    const conflict = 'This is left over from a merge conflict. Keep what is right, and remove the markers.';
    for (const [yaml, ...expected] of [
      [
        'title: SCS: A call',
        'SCS: A call',
        'This value contains a colon before a space. Put quotation marks around it.',
      ],
      ['title: "A', '"', 'The quotation mark " is never closed. Write another one after the value.'],
      ["tags: ['a', 'b]", "'", "The quotation mark ' is never closed. Write another one after the value."],
      ["title: 'it's'", "s'", "The value ends at ', but text follows. Put quotation marks around all of it."],
      ['title: [a] b', 'b', 'The value ends at ], but text follows. Put quotation marks around all of it.'],
      ['title: @A', '@', quotes('@')],
      ['title: *A*', '*A*', quotes('*')],
      ['title: !A', '!A', quotes('!')],
      ['title: |A', '|', quotes('|')],
      ['title: - A', '-', quotes('-')],
      [
        'title: A]\ntags: ]',
        ']',
        'The bracket "]" closes nothing. Remove it, or put quotation marks around the value.',
      ],
      [
        'title: "C:\\path"',
        '\\p',
        '"\\p" means nothing between double quotation marks. Use single ones, or write the backslash twice.',
      ],
      [
        'tags: [a, b',
        '[',
        'The bracket "[" is not closed. Write "]" at its end, and indent all lines between them.',
      ],
      [
        'slideOptions: {theme: white',
        '{',
        'The bracket "{" is not closed. Write "}" at its end, and indent all lines between them.',
      ],
      [
        'slideOptions:\n\ttheme: white',
        '\ttheme: white',
        'YAML does not allow tabs here. Indent with spaces.',
      ],
      [
        'slideOptions: theme: white',
        'theme: white',
        'What "slideOptions" contains goes on lines of its own below it, indented.',
      ],
      ['slideOptions:\n theme: white\n  center: true', 'center: true', aligned],
      ['slideOptions:\n  theme: white\n center: true', 'center: true', aligned],
      ['title:A', 'title:', 'A space is missing after "title:". Insert one.'],
      ['title A', 'title A', noColon],
      ['title = A\nlang: de', 'title = A', noColon],
      ['<<<<<<< HEAD\ntitle: A\n>>>>>>> B', '<<<<<<< HEAD', conflict],
      ['// A\ntitle: A', '// A', 'This is not a comment in YAML. Begin comments with "#".'],
      ['title: A\n- b', '- b', 'A list cannot be here: it goes below a key that has no other value.'],
    ] as const)
      assert.deepEqual(complaint(yaml), expected, yaml);
  });

  it('mends YAML where only one thing can be meant', () => {
    for (const [before, after] of [
      ['tags: SCS: A call', 'tags: "SCS: A call"'],
      ['tags: @A "B"', 'tags: \'@A "B"\''],
      ['tags:A', 'tags: A'],
      ['slideOptions:\n\ttheme: white', 'slideOptions:\n  theme: white'],
      [
        'slideOptions:\n    theme: white\n\tcenter: true',
        'slideOptions:\n    theme: white\n    center: true',
      ],
    ])
      assert.equal(fixed(deck(before!), { rule }), deck(after!));
  });

  it('says what the tool of the deck makes of broken YAML', () => {
    const effects = (yaml: string) =>
      (['reveal-md', 'mkslides', 'vscode-reveal'] as const).map((dialect) => {
        const [{ severity, message }] = lint(`---\n${yaml}\n---\n# A\n`, { rule, dialect }) as [Finding];
        return [severity, /(?<=Until this is corrected, ).*/.exec(message)![0]];
      });
    const none = 'no option of the frontmatter has an effect.';
    const stops = (tool: string) => ['error', `${tool} stops with an error.`];
    const open = [stops('reveal-md'), stops('mkslides'), ['error', none]];
    assert.deepEqual(effects('title: "A'), open);
    assert.deepEqual(effects('title: A\ntitle: B'), [
      open[0],
      ['error', 'only the last one counts.'],
      open[2],
    ]);
    const unindented = ['warning', 'reveal-md reads this line as if it had no tabs.'];
    assert.deepEqual(effects('revealOptions:\n\tcontrols: true'), [unindented, ...open.slice(1)]);
    assert.deepEqual(effects(`title: "${'A'.repeat(70_000)}"`), Array(3).fill(['error', none]));
  });

  it('does not say what a tool does that is only a guess', () => {
    const [finding] = lint('---\ntitle: "A\n---\n# A\n', { rule, dialect: 'reveal-md', isGuess: true });
    assert.match(finding!.message, /corrected, no option of the frontmatter has an effect\.$/);
  });

  it('finds a duplicate key', () => {
    assert.deepEqual(faults(deck('title: B'), { rule }), ['title']);
  });

  it('finds frontmatter that is not closed', () => {
    assert.deepEqual(faults('---\ntype: slide\ntitle: A\n\n# A\n', { rule }), ['---']);
  });

  it('finds themes and transitions that do not exist, and offers the nearest', () => {
    assert.equal(
      fixed(deck('slideOptions:', '  theme: whit'), { rule }),
      deck('slideOptions:', '  theme: white'),
    );
    assert.deepEqual(faults(deck('slideOptions:', '  transition: swirl'), { rule }), ['swirl']);
  });

  it('only mentions a theme that a server may have', () => {
    const severities = ['whit', 'cern', '3'].map((theme) =>
      lint(deck('slideOptions:', `  theme: ${theme}`), { rule }).map(({ severity }) => severity),
    );
    assert.deepEqual(severities, [['warning'], ['info'], ['error']]);
  });

  it('finds values of another type', () => {
    assert.deepEqual(faults(deck('slideOptions:', '  controls: "no"', '  margin: 3'), { rule }), [
      '"no"',
      '3',
    ]);
    assert.deepEqual(faults(deck('slideOptions: white'), { rule }), ['white']);
  });

  it('knows the keys of reveal-md', () => {
    const text = '---\nrevealOptions:\n  transition: swirl\ntheme: ./my.css\n---\n# A\n';
    assert.deepEqual(faults(text, { rule, dialect: 'reveal-md', files: { 'my.css': '' } }), ['swirl']);
  });

  it('finds style sheets, scripts and templates that do not exist', () => {
    const text = (...lines: string[]) => ['---', ...lines, '---', '# A', ''].join('\n');
    const files = { 'css/ours.css': '', 'talks/own.css': '', 'page.html': '' };
    const linting = { rule, dialect: 'reveal-md', deck: 'talks/deck.md', files } as const;
    const wrong = text(
      'css: css/our.css, own.css',
      'scripts:',
      '  - x.js',
      'template: tmpl.html',
      'theme: a.css',
    );
    assert.deepEqual(
      lint(wrong, linting).map(({ message, severity }) => [severity, message]),
      [
        [
          'warning',
          '"css/our.css" does not exist, so reveal-md shows the deck without it. Did you mean "css/ours.css"?',
        ],
        [
          'warning',
          '"x.js" does not exist, so reveal-md shows the deck without it. Put the file there or correct the path.',
        ],
        [
          'error',
          '"tmpl.html" does not exist, so reveal-md cannot show the deck. Put the file there or correct the path.',
        ],
        [
          'warning',
          '"a.css" does not exist, so reveal-md shows the deck without it. Put the file there or correct the path.',
        ],
      ],
    );
    assert.equal(fixed(text('css: css/our.css'), linting), text('css: css/ours.css'));
    const right = text(
      'css: [css/ours.css, own.css, https://example.org/a.css, node_modules/a/a.css]',
      'template: page.html',
      'theme: white',
    );
    assert.deepEqual(faults(right, linting), []);
    assert.deepEqual(faults(text('css: a.css'), { ...linting, dialect: 'hedgedoc' }), []);
    assert.deepEqual(faults(text('css: a.css'), { ...linting, isGuess: true }), []);
  });

  it('finds separators that are not patterns, and escapes what is meant as text', () => {
    const text = (separator: string) => `---\nseparator: ${separator}\n---\n# A\n`;
    const dialect = 'reveal-md';
    assert.equal(fixed(text('+++'), { rule, dialect }), text('\\+\\+\\+'));
    const [finding] = lint(text("'^\\n(---$'"), { rule, dialect });
    assert.match(finding!.message, /"separator" is not a valid regular expression, so reveal.js shows no/);
    assert.deepEqual([finding!.severity, finding!.fixes], ['error', []]);
    for (const pattern of ['<!--s-->', "'^\\n---\\n'", '---', '\\+\\+\\+'])
      assert.deepEqual(faults(text(pattern), { rule, dialect }), [], pattern);
    assert.deepEqual(faults(text('+++'), { rule, dialect: 'hedgedoc' }), []);
  });

  it('says of a pattern that only Deckwright cannot use no more than that', () => {
    const [finding] = lint("---\nseparator: '(?=---)'\n---\n# A\n", { rule, dialect: 'reveal-md' });
    assert.equal(finding!.severity, 'info');
    assert.match(finding!.message, /^Deckwright cannot use the pattern in "separator"/);
  });

  it('closes frontmatter that swallowed the first slide', () => {
    for (const first of ['# A', 'Words', '<style>\nh1 { color: red }\n</style>', '* one']) {
      const rest = `\n\n${first}\n\n---\n\n# B\n`;
      const deck = '---\ntitle: A\ntype: slide';
      assert.equal(fixed(deck + rest, { rule }), `${deck}\n---${rest}`);
    }
  });

  it('leaves alone comments and empty lines in frontmatter', () => {
    const text = '---\ntitle: A\n\n# a comment\ntype: slide\n\n---\n\n# B\n';
    assert.deepEqual(faults(text, { rule }), []);
  });

  it('finds aliases that expand to far too much', () => {
    const nested = ['b', 'c', 'd', 'e', 'f'].map((name, index) => {
      const nine = Array(9).fill(`*${'abcde'[index]}`).join(',');
      return `${name}: &${name} [${nine}]`;
    });
    const text = ['---', 'type: slide', 'a: &a [x,x,x,x,x,x,x,x,x]', ...nested, '---', '# A', ''].join('\n');
    assert.match(lint(text, { rule })[0]!.message, /too often/);
  });

  it('finds tags that HedgeDoc does not know', () => {
    assert.equal(lint('---\ntype: slide\ntitle: !mine A\n---\n# A\n', { rule }).length, 1);
  });

  it('reads frontmatter whose lines end with CR alone', () => {
    assert.deepEqual(faults('---\rtitle: A\rtype: slide\r---\r\r# A\r', { rule }), []);
  });
});
