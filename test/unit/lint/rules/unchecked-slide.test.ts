import assert from 'node:assert/strict';
import { faults, lint } from '../linting';

const rule = 'unchecked-slide';

describe('unchecked-slide', () => {
  it('says that a slide is too large to be checked', () => {
    const links = Array.from({ length: 10_000 }, (_, index) => `* [dead link](./${index}.md)`);
    const text = `# One\n\n---\n\n# Links\n\n${links.join('\n')}\n\n---\n\n[dead](./x.md)`;
    const found = lint(text, { dialect: 'hedgedoc' }).filter(
      ({ rule: id }) => id === rule || id === 'broken-link',
    );
    assert.deepEqual(
      found.map((finding) => [finding.rule, text.slice(finding.span.start, finding.span.end)]),
      [
        [rule, '# Links'],
        ['broken-link', './x.md'],
      ],
    );
    assert.match(found[0]!.message, /more than 200000/);
  });

  it('leaves alone slides that are only long, or empty', () => {
    assert.deepEqual(faults(`${'word '.repeat(39_000)}\n\n---\n\n`, { rule }), []);
  });
});
