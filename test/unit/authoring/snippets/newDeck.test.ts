// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how tab stops are written.
import assert from 'node:assert/strict';
import {
  type CallPlan,
  fileNameFor,
  writeCall,
  writeDeck,
} from '../../../../src/core/authoring/snippets/newDeck';
import { plainSnippet } from '../../../../src/core/authoring/snippets/snippetSyntax';
import { fileNameOf, nextThursdays, readDay } from '../../../../src/core/community/callDays';
import { isoDate } from '../../../../src/core/community/dates';
import { handleOf } from '../../../../src/core/community/handleOf';
import { recognizeDeck } from '../../../../src/core/deck/dialects';
import { parseFrontMatter } from '../../../../src/core/deck/frontMatter';
import { parseDeck } from '../../../../src/core/deck/parseDeck';
import { slideTitle } from '../../../../src/core/summary/titles';
import { lint } from '../../lint/linting';
import { ownSnippets } from './ownSnippets';

const snippets = ownSnippets();
const DAY = { year: 2026, month: 1, day: 15 };
const PLAN: CallPlan = {
  kind: 'Community Call',
  day: DAY,
  presenter: 'somebody',
  teams: [
    { team: 'Team IaaS', reporter: 'one' },
    { team: 'Team Ops', reporter: '' },
  ],
  background: 'hills.png',
  events: ['* 2026-02-01: Event, Berlin\n    * Come'],
};

const written = (plan: CallPlan) => plainSnippet(writeCall(plan, snippets));
/** The stops of the `Tab` key in order, each with all its places. */
const stopsOf = (plan: CallPlan) => {
  const { text, stops } = written(plan);
  return stops.map((places) => places.map(({ start, end }) => text.slice(start, end)).join());
};

describe('The deck of a community call', () => {
  it('has a title slide, a section for each team, and events', () => {
    const deck = parseDeck(written(PLAN).text);
    const titles = deck.slides.map(({ h, v, content }) => {
      const title = slideTitle(content);
      return `${h}.${v} ${title.kind === 'heading' ? title.text : title.kind}`;
    });
    assert.deepEqual(titles, [
      '0.0 Sovereign Cloud Stack',
      '1.0 Team IaaS',
      '1.1 Team IaaS - A new topic',
      '2.0 Team Ops',
      '2.1 Team Ops - A new topic',
      '3.0 Events',
    ]);
  });

  it('says what was answered', () => {
    const { text } = written(PLAN);
    assert.match(text, /^---\ntitle: SCS Community Call\ntype: slide\n/);
    assert.match(text, /data-background="\.\/hills\.png"/);
    assert.match(text, />Community Call 2026-01-15<\/font>/);
    assert.match(text, /Presented by <a href="https:\/\/github\.com\/somebody">@somebody<\/a>/);
    assert.match(text, /Report by <a href="https:\/\/github\.com\/one">@one<\/a>/);
    assert.match(text, /\n# Events\n\n\* 2026-02-01: Event, Berlin\n {4}\* Come\n$/);
  });

  it('gives the linter nothing to find but placeholders', () => {
    const { text } = written(PLAN);
    const findings = lint(text, { deck: '20260115.md', files: { 'hills.png': PIXEL } });
    assert.deepEqual([...new Set(findings.map(({ rule }) => rule))], ['placeholder']);
    // One for each slide on which something has to be filled in.
    assert.equal(findings.length, 3);
    assert.ok(findings.every(({ severity }) => severity === 'warning'));
  });

  it('leads through all reporters and topics in turn, with a handle in link and text as one', () => {
    const topic = ['A new topic', 'Subtopic 1', 'First aspect', 'Second aspect'];
    assert.deepEqual(stopsOf(PLAN), ['one,one', ...topic, 'todo,todo', ...topic]);
    assert.equal(stopsOf({ ...PLAN, presenter: '' })[0], 'todo,todo');
  });

  it('has no background if there is no picture', () => {
    const { text } = written({ ...PLAN, background: null });
    assert.doesNotMatch(text, /data-background/);
    assert.match(text, /<\/style>\n\n# <font/);
  });

  it('names a picture in another folder by the shortest path', () => {
    const { text } = written({ ...PLAN, background: '../2025/hills.png' });
    assert.match(text, /data-background="\.\.\/2025\/hills\.png"/);
  });

  it('has an empty section for events if they are reported, but none are carried over', () => {
    const teams = [{ team: 'Events', reporter: '' }];
    assert.match(written({ ...PLAN, teams, events: [] }).text, /\n# Events\n\n\* 202X-XX-XX: /);
    assert.doesNotMatch(written({ ...PLAN, events: [] }).text, /# Events/);
  });
});

describe('Other new decks', () => {
  it('are in the dialect they are meant for, under their title', () => {
    for (const prefix of ['deck-hedgedoc', 'deck-reveal-md', 'deck-reveal']) {
      const snippet = snippets.find((candidate) => candidate.prefix === prefix)!;
      const { text, stops } = plainSnippet(writeDeck(snippet, 'C# & "all": ${1:x}'));
      const frontMatter = parseFrontMatter(text);
      assert.deepEqual([recognizeDeck(text, frontMatter).dialect], snippet.dialects);
      if (frontMatter) assert.equal(frontMatter.values.title, 'C# & "all": ${1:x}');
      assert.match(text, /^# C# & "all": \$\{1:x\}$/m);
      assert.equal(text.slice(stops[0]![0]!.start, stops[0]![0]!.end), 'Your name');
    }
  });

  it('have file names made of their titles', () => {
    assert.equal(fileNameFor('Über uns: 2026!'), 'über-uns-2026.md');
    assert.equal(fileNameFor('../..'), 'deck.md');
  });
});

describe('Days of calls', () => {
  it('are Thursdays, the day itself included', () => {
    const dates = (day: number) => nextThursdays({ year: 2026, month: 12, day }, 2).map(isoDate);
    assert.deepEqual(dates(24), ['2026-12-24', '2026-12-31']);
    assert.deepEqual(dates(25), ['2026-12-31', '2027-01-07']);
  });

  it('name the file', () => {
    assert.equal(fileNameOf(DAY), '20260115.md');
  });

  it('can be typed', () => {
    assert.deepEqual(readDay(' 2026-1-15 '), DAY);
    assert.deepEqual(readDay('20260115'), DAY);
    assert.equal(readDay('2026-02-30'), null);
    assert.equal(readDay('Thursday'), null);
  });
});

describe('A handle in the configuration of git', () => {
  it('is what is set as such, else the one in a GitHub address, else a name that looks like one', () => {
    assert.equal(handleOf('one', '2+two@users.noreply.github.com', 'three'), 'one');
    assert.equal(handleOf('', '2+two@users.noreply.github.com', 'three'), 'two');
    assert.equal(handleOf('', 'somebody@example.org', 'three-4'), 'three-4');
    assert.equal(handleOf('', 'somebody@example.org', 'Some Body'), undefined);
    assert.equal(handleOf('', '', 'Maria'), undefined);
  });
});

const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);
