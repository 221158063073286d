import assert from 'node:assert/strict';
import { faults } from '../linting';

const rule = 'empty-section';

const deck = (...slides: string[]) => `# Call\n\n---\n\n${slides.join('\n\n')}\n`;

describe('empty-section', () => {
  it('finds a section with only a heading, a mission and a reporter', () => {
    const mission = 'We build the reference implementation of the IaaS parts of SCS.';
    const text = deck(
      `# Team IaaS\n\n${mission}\n\nReport by <a href="https://github.com/a">@a</a>`,
      '---',
      '# Team Ops\n\n* a',
    );
    assert.deepEqual(faults(text, { rule }), ['Team IaaS']);
  });

  it('leaves alone sections with content on any of their slides', () => {
    for (const content of [
      '* a',
      'Some words.',
      '![](./a.png)',
      '```\na\n```',
      '<!-- .slide: data-background="./a.png" -->',
    ]) {
      const text = deck(
        '# Team IaaS',
        '----',
        `## Team IaaS - topic\n\n${content}`,
        '---',
        '# Team Ops\n\n* b',
      );
      assert.deepEqual(faults(text, { rule }), [], content);
    }
  });

  it('leaves alone a divider followed by slides without a heading', () => {
    assert.deepEqual(faults(deck('# Events', '---', '![](./a.png)'), { rule }), []);
  });

  it('leaves alone headings that name no team', () => {
    assert.deepEqual(faults(deck('# Questions?', '---', '# Thank you'), { rule }), []);
  });
});
