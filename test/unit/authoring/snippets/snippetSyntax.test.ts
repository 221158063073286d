// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how tab stops are written.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  escapeSnippet,
  joinSnippets,
  plainSnippet,
  propose,
  settle,
} from '../../../../src/core/authoring/snippets/snippetSyntax';

const plain = (body: string) => plainSnippet(body).text;

describe('A snippet as it is inserted', () => {
  it('has what its tab stops propose, even if they are mirrored', () => {
    assert.equal(plain('<a href="x/${1:todo}">@$1</a> ${1} $0'), '<a href="x/todo">@todo</a> todo ');
    assert.equal(plain('$1 ${1:late}'), 'late late');
  });

  it('has the first text of each choice', () => {
    assert.equal(plain('# ${1|Team A,B\\, C|} - $1'), '# Team A - Team A');
    assert.equal(plain('${1|B\\, \\| C,D|}'), 'B, | C');
  });

  it('has tab stops within tab stops', () => {
    assert.equal(plain('${1:a ${2:b} c} $2 $1'), 'a b c b a b c');
  });

  it('keeps what is escaped, and what is not syntax, unchanged', () => {
    assert.equal(plain('\\$1 {} \\} $ ${ ${1 5$'), '$1 {} } $ ${ ${1 5$');
    assert.equal(plain('${1:open'), '${1:open');
  });

  it('leaves variables to the editor', () => {
    assert.equal(
      plain('$CURRENT_YEAR ${TM_FILENAME/a/b/} ${X:y}'),
      '$CURRENT_YEAR ${TM_FILENAME/a/b/} ${X:y}',
    );
  });

  it('says where its tab stops are, in order', () => {
    const { stops } = plainSnippet('a $0 b ${2:two} ${1:one} $2');
    assert.deepEqual(stops, [
      [{ start: 9, end: 12 }],
      [
        { start: 5, end: 8 },
        { start: 13, end: 16 },
      ],
      [{ start: 2, end: 2 }],
    ]);
  });
});

describe('Tab stops', () => {
  it('can propose other texts, several of them as a choice', () => {
    const body = '# ${1|A|} ${2:b} $1';
    assert.equal(propose(body, { 1: ['X, Y', 'Z|'], 2: ['$'] }), '# ${1|X\\, Y,Z\\||} ${2:\\$} ${1}');
    assert.equal(propose(body, { 1: ['X'] }), '# ${1:X} ${2:b} ${1}');
    assert.equal(plain(propose(body, { 1: [] })), plain(body));
  });

  it('can be fixed for good, mirrors included', () => {
    assert.equal(settle('# ${1|A|} - $1 ${2:x}', { 1: 'IaaS $}' }), '# IaaS \\$\\} - IaaS \\$\\} ${2:x}');
  });
});

describe('Any text', () => {
  it('is inserted unchanged once it is escaped', () => {
    const text = fc.array(fc.constantFrom('$', '{', '}', '\\', '1', ':', '|', ',', 'a', '\n', '${1:x}'));
    fc.assert(
      fc.property(text, (pieces) => {
        const written = pieces.join('');
        assert.equal(plain(escapeSnippet(written)), written);
        assert.equal(plain(propose('${1:x}', { 1: [written] })), written);
        assert.equal(plain(settle('$1', { 1: written })), written);
      }),
    );
  });
});

describe('A hostile template', () => {
  it('is read in time that grows with its length', () => {
    for (const piece of ['${1:', '${1|', '${a:', '${1:x}', '}', '\\', '$', '${1:${2:']) {
      const body = piece.repeat(100_000);
      assert.ok(plain(body).length <= 2 * body.length, piece);
    }
  });
});

describe('Snippets that are joined', () => {
  it('lead from one to the next, mirrors, nested tab stops and ends included', () => {
    const joined = joinSnippets(['$1 ${2:b ${3:c}} $1 $0', 'x', '${1|d,e|} ${1}'], ' $ ');
    assert.equal(plain(joined), ' b c   $ x $ d d');
    const { text, stops } = plainSnippet(joined);
    const visited = stops.map((places) => places.map(({ start, end }) => text.slice(start, end)).join('|'));
    assert.deepEqual(visited, ['|', 'b c', '', 'd|d']);
  });
});
