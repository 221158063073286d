import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DEFAULT_CONFIG, deckEntry, isIgnored } from '../../../src/core/config/config';
import { readConfig } from '../../../src/core/config/readConfig';
import { RULES } from '../../../src/core/lint/rules';

/** Each problem as the text at its place, and its message. */
function problems(text: string): [string, string][] {
  return readConfig(text).problems.map(({ span, message }) => [text.slice(span.start, span.end), message]);
}

function places(text: string): string[] {
  return problems(text).map(([place]) => place);
}

describe('A configuration', () => {
  it('uses the defaults for what it does not name', () => {
    for (const text of ['', '{}', '// nothing yet\n', '\ufeff{}']) {
      assert.deepEqual(readConfig(text), { config: DEFAULT_CONFIG, problems: [] });
    }
    assert.deepEqual(DEFAULT_CONFIG.hedgedocHosts, ['input.scs.community']);
    assert.ok(DEFAULT_CONFIG.teams.some(({ name }) => name === 'SIG Standardization & Certification'));
  });

  it('may have comments, commas at the end and a byte order mark', () => {
    const { config, problems } = readConfig(
      '\ufeff{ // hosts\n "hedgedocHosts": ["Pad.Example.org",], /* */ }\r\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(config.hedgedocHosts, ['pad.example.org']);
  });

  it('sets the severity of rules', () => {
    const { config } = readConfig('{"rules": {"broken-image": "warning", "missing-alt": "off"}}');
    assert.equal(config.rules['broken-image'], 'warning');
    assert.equal(config.rules['missing-alt'], 'off');
    assert.equal(config.rules['broken-link'], undefined);
    assert.equal(config.rules.toString, undefined);
  });

  it('says what files are: the last matching glob wins', () => {
    const { config } = readConfig(
      '{"decks": {"**/*.md": "auto", "talks/": "reveal-md", "README.md": "none"}}',
    );
    assert.equal(deckEntry(config, 'talks/x/a.md')?.dialect, 'reveal-md');
    assert.equal(deckEntry(config, 'README.md')?.dialect, 'none');
    assert.equal(deckEntry(config, 'a.txt'), undefined);
  });

  it('names hosts that need no question, and none by default', () => {
    const { config, problems } = readConfig('{"remote": {"allow": ["127.0.0.1:*", "*.example.org"]}}');
    assert.deepEqual(problems, []);
    assert.deepEqual(config.remote.allow, ['127.0.0.1:*', '*.example.org']);
    assert.deepEqual(readConfig('{"remote": {}}').config.remote.allow, []);
    assert.deepEqual(DEFAULT_CONFIG.remote.allow, []);
  });

  it('names files that are not linted', () => {
    const { config } = readConfig('{"ignore": ["drafts/", "*.tmp.md"]}');
    assert.deepEqual(
      ['drafts/a.md', 'a.tmp.md', 'a.md'].map((path) => isIgnored(config, path)),
      [true, true, false],
    );
  });

  it('names teams, with or without their reporters', () => {
    const { config } = readConfig(
      '{"teams": ["Team A", {"name": "Team B", "reporters": ["@ada", "bob-1"]}]}',
    );
    assert.deepEqual(config.teams, [
      { name: 'Team A', reporters: [] },
      { name: 'Team B', reporters: ['ada', 'bob-1'] },
    ]);
  });

  it('names templates and the folder of pictures', () => {
    const { config, problems } = readConfig(
      '{"pictureFolder": "../images", "templates": [{"name": "Call", "file": "templates/call..v2.md"}]}',
    );
    assert.deepEqual(problems, []);
    assert.equal(config.pictureFolder, '../images');
    assert.equal(config.templates[0]!.file, 'templates/call..v2.md');
  });
});

describe('The example in the README', () => {
  it('names every key and is right', () => {
    const example = /```jsonc\n(.+?)```/s.exec(readFileSync('README.md', 'utf8'))![1]!;
    const { config, problems } = readConfig(example);
    assert.deepEqual(problems, []);
    for (const key of Object.keys(DEFAULT_CONFIG)) assert.ok(example.includes(`"${key}"`), key);
    assert.deepEqual(config.teams[1], { name: 'Team IaaS', reporters: ['octocat'] });
  });
});

describe('What is wrong in a configuration', () => {
  it('is an unknown key, with what was meant', () => {
    assert.deepEqual(problems('{"rule": {}}'), [['"rule"', 'Unknown key "rule". Did you mean "rules"?']]);
    assert.deepEqual(problems('{"rules": {"boken-imgae": "off"}}'), [
      ['"boken-imgae"', 'Unknown key "boken-imgae". Did you mean "broken-image"?'],
    ]);
    assert.match(problems('{"xyz": 1}')[0]![1], /Use one of "rules", "decks", /);
  });

  it('is an unknown severity or dialect, with what was meant', () => {
    assert.deepEqual(problems('{"rules": {"broken-image": "eror"}}'), [
      ['"eror"', 'Unknown value "eror". Did you mean "error"?'],
    ]);
    assert.deepEqual(problems('{"decks": {"*.md": "beamer"}}'), [
      [
        '"beamer"',
        'Unknown value "beamer". Use one of "auto", "hedgedoc", "reveal-md", "reveal", "reveal-blank-lines", "mkslides", "vscode-reveal", "none".',
      ],
    ]);
  });

  it('is a value of the wrong type, at every depth', () => {
    assert.deepEqual(places('[]'), ['[]']);
    assert.deepEqual(places('{"teams": "A"}'), ['"A"']);
    assert.deepEqual(places('{"teams": [1, {"name": 2}]}'), ['1', '2']);
    assert.match(problems('{"teams": "A"}')[0]![1], /a list, \[/);
  });

  it('is what is missing', () => {
    const [[place, message]] = problems('{"templates": [{"file": "a.md"}]}') as [[string, string]];
    assert.equal(place, '{"file": "a.md"}');
    assert.match(message, /missing here: "name"/);
  });

  it('is an invalid host, handle or path', () => {
    for (const host of ['https://a.b', 'a.b/', 'a b', '']) {
      assert.deepEqual(places(JSON.stringify({ hedgedocHosts: [host] })), [JSON.stringify(host)]);
    }
    for (const host of ['https://a.b', '*', 'a.b/']) {
      assert.deepEqual(places(JSON.stringify({ remote: { allow: ['a.b', host] } })), [JSON.stringify(host)]);
    }
    assert.deepEqual(places('{"teams": [{"name": "A", "reporters": ["a/b"]}]}'), ['"a/b"']);
    for (const file of ['/etc/passwd', '../a.md', 'a/../../b', 'a\\\\b', 'file:x', '..']) {
      assert.equal(problems(`{"templates": [{"name": "x", "file": "${file}"}]}`).length, 1, file);
    }
    for (const folder of ['/x', 'c:', 'a\\\\b']) {
      assert.equal(problems(`{"pictureFolder": "${folder}"}`).length, 1, folder);
    }
  });

  it('is an invalid glob', () => {
    assert.deepEqual(places('{"decks": {"{a": "none"}, "ignore": ["[z-a]"]}'), ['"{a"', '"[z-a]"']);
  });

  it('is a mistake in an entry for decks, at its place, in a list and in a map', () => {
    const wrong: [entry: string, place: string, message: RegExp][] = [
      ['"dialect": "revel"', '"revel"', /^Unknown value "revel"\. Did you mean "reveal"\?$/],
      ['"seperator": "x"', '"seperator"', /^Unknown key "seperator"\. Did you mean "separator"\?$/],
      ['"separator": "(?=x)"', '"(?=x)"', /lookahead/],
      ['"notesSeparator": "("', '"("', /is not a pattern/],
      ['"css": "a.css"', '"a.css"', /^Expected here: a list/],
      ['"width": "wide"', '"wide"', /^Expected here: a number\.$/],
      ['"height": 0', '0', /^Expected here: a number above 0\.$/],
      ['"dialect": "hedgedoc", "theme": "black"', '"theme"', /^This does nothing: HedgeDoc /],
      ['"dialect": "none", "separator": "x"', '"separator"', /^This does nothing: these files/],
    ];
    for (const [entry, place, message] of wrong) {
      for (const decks of [`[{"files": "*.md", ${entry}}]`, `{"*.md": {${entry}}}`]) {
        const found = problems(`{"decks": ${decks}}`);
        assert.deepEqual(
          found.map(([text]) => text),
          [place],
          decks,
        );
        assert.match(found[0]![1], message);
      }
    }
    assert.match(problems('{"decks": [{"dialect": "reveal"}]}')[0]![1], /missing here: "files"/);
    assert.deepEqual(places('{"decks": [{"files": ["{a", 5]}]}'), ['"{a"', '5']);
    assert.match(problems('{"decks": {"*.md": {"files": "x"}}}')[0]![1], /Remove "files"/);
    assert.deepEqual(problems('{"decks": {"*.md": 5}}'), [
      ['5', 'Expected here: text in double quotes or keys and values, { … }.'],
    ]);
  });

  it('is not the rest of an entry for decks', () => {
    const { config } = readConfig(
      '{"decks": [{"files": ["{a", "b.md"], "separator": "(", "theme": "black"}, {"files": "["}]}',
    );
    assert.deepEqual(config.decks, [
      { files: ['b.md'], dialect: 'auto', theme: 'black' },
      { files: [], dialect: 'auto' },
    ]);
  });

  it('is a key that occurs twice', () => {
    assert.deepEqual(problems('{"ignore": [], "ignore": []}'), [
      ['"ignore"', '"ignore" appears more than once here: remove all but one.'],
    ]);
  });

  it('is what is not JSON, at its place', () => {
    assert.deepEqual(places('{"ignore": ["a" "b"]}'), ['"b"']);
    assert.deepEqual(places('{"ignore": [a]}'), ['a']);
    assert.deepEqual(places('{"ignore": []'), [']']);
    assert.deepEqual(places('{} x'), ['x']);
    assert.equal(problems('x')[0]![1], 'This is not a JSON value: put text in double quotes.');
  });

  it('leaves the valid rest in force', () => {
    const { config } = readConfig(`{
      "rules": {"broken-image": "off", "broken-link": "x"}, "colour": 1,
      "teams": ["A", 2, {"reporters": []}], "hedgedocHosts": ["https://a.b"], "ignore": ["{", "x"], "pictureFolder": 3,
      "decks": {"a.md": "none" "b.md": "none"`);
    assert.deepEqual({ ...config.rules }, { 'broken-image': 'off' });
    assert.deepEqual(config.teams, [{ name: 'A', reporters: [] }]);
    assert.deepEqual(config.hedgedocHosts, DEFAULT_CONFIG.hedgedocHosts);
    assert.deepEqual(config.ignore, ['x']);
    assert.equal(config.pictureFolder, '.');
    assert.deepEqual(config.decks, [
      { files: ['a.md'], dialect: 'none' },
      { files: ['b.md'], dialect: 'none' },
    ]);
    assert.ok(!Object.hasOwn(config, 'colour'));
  });
});

describe('A hostile configuration', function () {
  // Endless recursion or backtracking takes far longer, and what is only slow on a busy machine does not fail.
  this.timeout(20_000);
  const hostile: Record<string, string> = {
    'of 10 MB': `{"ignore": ["${'x'.repeat(1e7)}"]}`,
    'of lists in lists': '['.repeat(200_000),
    'of objects in objects': '{"a":'.repeat(50_000),
    'of nothing but quotes': '"'.repeat(200_000),
    'of NULs': '\0'.repeat(200_000),
    'with a hundred thousand mistakes': `{"ignore": [${'1,'.repeat(120_000)}]}`,
    'with twenty thousand keys': `{${Array.from({ length: 20_000 }, (_, index) => `"k${index}":1`)}}`,
    'with a key that is not Unicode': '{"\\ud800": 1}',
    'with the keys of every object': '{"__proto__": {"rules": 1}, "constructor": 1, "hasOwnProperty": 1}',
    'with a glob of braces': `{"decks": {"${'{a,'.repeat(160)}${'}'.repeat(161)}": "none"}}`,
  };
  for (const [what, text] of Object.entries(hostile)) {
    it(`${what} is reported, and the defaults are used`, () => {
      const { config, problems } = readConfig(text);
      assert.ok(problems.length > 0 && problems.length <= 100);
      assert.deepEqual(config, DEFAULT_CONFIG);
    });
  }
});

describe('The schema of the configuration', () => {
  const schema = JSON.parse(readFileSync('src/core/config/config.schema.json', 'utf8'));

  it('describes every key and every rule', () => {
    for (const key of Object.values(schema.properties))
      assert.ok((key as { description: string }).description);
    for (const rule of Object.values(schema.properties.rules.properties)) {
      assert.ok((rule as { description: string }).description);
    }
  });

  it('knows the id of every rule', () => {
    for (const { id } of RULES) assert.ok(Object.hasOwn(schema.properties.rules.properties, id), id);
  });

  it('allows its own defaults', () => {
    const defaults = Object.entries(schema.properties).map(([key, value]) => [
      key,
      (value as { default?: unknown }).default,
    ]);
    assert.deepEqual(readConfig(JSON.stringify(Object.fromEntries(defaults))).problems, []);
  });
});
