import assert from 'node:assert/strict';
import { inColor, plain } from '../../../src/core/lint/paint';
import type { ReportedFinding } from '../../../src/core/lint/report';
import { terminalReport } from '../../../src/core/lint/terminalReport';
import { cellsOf } from '../../../src/core/text/cells';

/** A finding about the part of a line between two bars. */
function finding(marked: string, more: Partial<ReportedFinding> = {}): ReportedFinding {
  const [before = '', faulty = '', after = ''] = marked.split('|');
  return {
    file: 'talk.md',
    line: 3,
    column: before.length + 1,
    endLine: more.line ?? 3,
    endColumn: before.length + faulty.length + 1,
    rule: 'broken-image',
    severity: 'error',
    message: 'It is missing.',
    fix: null,
    source: before + faulty + after,
    ...more,
  };
}

const report = (findings: ReportedFinding[], { width = 80, paint = plain } = {}) =>
  terminalReport({ findings, files: 1, hiddenHints: 0 }, { width, paint });

describe('the report in a terminal', () => {
  it('groups by file, shows the faulty lines, and ends with a table of the rules', () => {
    const findings = [
      finding('![](|a.png|)'),
      finding('# |Now|', { file: 'other.md', rule: 'odd', severity: 'warning', line: 9 }),
    ];
    assert.equal(
      report(findings),
      [
        'talk.md',
        '  3:5 error: It is missing. [broken-image]',
        '      ![](a.png)',
        '          ~~~~~',
        '',
        'other.md',
        '  9:3 warning: It is missing. [odd]',
        '      # Now',
        '        ~~~',
        '',
        '  1  broken-image  error',
        '  1  odd           warning',
        '',
        '1 deck: 1 error, 1 warning.',
        '',
      ].join('\n'),
    );
  });

  it('folds many findings of one rule into the first, with the lines of the others', () => {
    const many = [3, 5, 5, 8].map((line) => finding('![](|a.png|)', { line, endLine: line }));
    assert.match(report(many), /^talk\.md\n.*\n.*\n.*\n {4}3 more in lines 5, 8\n\n {2}4 {2}broken-image/);
    assert.doesNotMatch(report(many.slice(1)), /more in lines/);
  });

  it('underlines in color where there are colors, and lets rules recede', () => {
    assert.match(
      report([finding('![](|a.png|)')], { paint: inColor }),
      /\n {2}\u001b\[2m3:5\u001b\[0m \u001b\[31merror\u001b\[0m: It is missing\. \u001b\[2m\[broken-image\]\u001b\[0m\n {6}!\[\]\(\u001b\[31;4ma\.png\u001b\[0m\)\n\n/,
    );
  });

  it('underlines the right cells after tabs, emoji and wide characters', () => {
    assert.match(report([finding('-\t👩‍👧 世 |x| y')]), /\n {6}- 👩‍👧 世 x y\n {14}~\n/);
  });

  it('stays within the width, with what is faulty in view', () => {
    const long = `${'before '.repeat(40)}|faulty|${' after'.repeat(40)}`;
    const message = `It is ${'very '.repeat(40)}wrong.`;
    const lines = report([finding(long, { message })], { width: 60 }).split('\n');
    assert.ok(
      lines.every((line) => cellsOf(line) <= 60),
      lines.join('\n'),
    );
    assert.ok(
      lines.some((line) => /^ {6}….*before faulty after.*…$/.test(line)),
      lines.join('\n'),
    );
  });

  it('shows the first line of what goes over several', () => {
    const several = finding('|<div>', { endLine: 5, endColumn: 2, source: '<div>' });
    assert.match(report([several]), /\n {6}<div>\n {6}~{5}\n/);
  });

  it('shows no line for what is not in a text', () => {
    assert.match(report([finding('', { source: '' })]), /\[broken-image\]\n\n/);
  });

  it('escapes what a terminal would obey', () => {
    const bad = finding('a |b\u001b[31m| c\u202e', { file: 'x\u001b.md', message: 'm\u001b\nn' });
    assert.doesNotMatch(report([bad]), /[\u001b\u202e]/);
  });

  it('says that nothing was found', () => {
    assert.equal(report([]), '1 deck, nothing found.\n');
  });
});
