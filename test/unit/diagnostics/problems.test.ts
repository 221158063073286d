import assert from 'node:assert/strict';
import {
  countProblems,
  filterProblems,
  groupProblems,
  isFiltering,
  NO_FILTER,
  type Problem,
  type ProblemNode,
} from '../../../src/diagnostics/problems';

function problem(path: string, line: number, rule: string, severity: Problem['severity'] = 'error'): Problem {
  const start = { line, character: 0 };
  const [uri, range] = [{ toString: () => `file:///${path}` }, { start, end: start }];
  return { path, rule, severity, message: `Found by ${rule}`, uri, range } as unknown as Problem;
}

/** Each entry in a line, indented by its level. */
function outline(nodes: readonly ProblemNode[], indent = ''): string[] {
  return nodes.flatMap((node) => {
    if ('problem' in node) return [`${indent}${node.problem.range.start.line} ${node.problem.rule}`];
    const { rule, path } = node.problems[0]!;
    const name = `${indent}${node.grouping === 'rule' ? rule : path} (${node.problems.length})`;
    return [name, ...outline(node.children, `${indent}  `)];
  });
}

const PROBLEMS = [
  problem('b.md', 9, 'missing-alt', 'note'),
  problem('a.md', 7, 'hedgedoc-image', 'warning'),
  problem('a.md', 3, 'hedgedoc-image', 'warning'),
  problem('b.md', 1, 'broken-image'),
  problem('b.md', 5, 'broken-link'),
  problem('a.md', 2, 'broken-link'),
];

describe('Problems of all decks', () => {
  it('are grouped by rule, the worst and the most first, then by deck and place', () => {
    assert.deepEqual(outline(groupProblems(PROBLEMS, 'rule')), [
      'broken-link (2)',
      '  a.md (1)',
      '    2 broken-link',
      '  b.md (1)',
      '    5 broken-link',
      'broken-image (1)',
      '  b.md (1)',
      '    1 broken-image',
      'hedgedoc-image (2)',
      '  a.md (2)',
      '    3 hedgedoc-image',
      '    7 hedgedoc-image',
      'missing-alt (1)',
      '  b.md (1)',
      '    9 missing-alt',
    ]);
  });

  it('are grouped by deck, in the order of the paths', () => {
    assert.deepEqual(outline(groupProblems(PROBLEMS, 'deck')), [
      'a.md (3)',
      '  2 broken-link',
      '  3 hedgedoc-image',
      '  7 hedgedoc-image',
      'b.md (3)',
      '  1 broken-image',
      '  5 broken-link',
      '  9 missing-alt',
    ]);
  });

  it('keep their ids while lines move, each its own', () => {
    const ids = (problems: readonly Problem[]) => {
      const all = (nodes: readonly ProblemNode[]): string[] =>
        nodes.flatMap((node) => [node.id, ...('children' in node ? all(node.children) : [])]);
      return all(groupProblems(problems, 'rule'));
    };
    const before = ids(PROBLEMS);
    assert.equal(new Set(before).size, before.length);
    const moved = PROBLEMS.map(({ path, rule, severity, range }) =>
      problem(path, range.start.line + 10, rule, severity),
    );
    assert.deepEqual(ids(moved), before);
  });

  it('are counted by severity', () => {
    assert.deepEqual(countProblems(PROBLEMS), { error: 3, warning: 2, note: 1 });
  });

  it('are filtered by all words, in rule, message or path, and by severity', () => {
    const found = (text: string, severities = NO_FILTER.severities) =>
      filterProblems(PROBLEMS, { text, severities }).map(({ path, rule }) => `${path} ${rule}`);
    assert.deepEqual(found('IMAGE'), ['a.md hedgedoc-image', 'a.md hedgedoc-image', 'b.md broken-image']);
    assert.deepEqual(found(' b.md  link '), ['b.md broken-link']);
    assert.deepEqual(found('found by missing'), ['b.md missing-alt']);
    assert.deepEqual(found('image', ['error', 'note']), ['b.md broken-image']);
    assert.equal(filterProblems(PROBLEMS, NO_FILTER).length, PROBLEMS.length);
  });

  it('are filtered only by what leaves some out', () => {
    assert.equal(isFiltering(NO_FILTER), false);
    assert.equal(isFiltering({ ...NO_FILTER, text: ' ' }), false);
    assert.equal(isFiltering({ ...NO_FILTER, text: 'a' }), true);
    assert.equal(isFiltering({ ...NO_FILTER, severities: ['error'] }), true);
  });
});
