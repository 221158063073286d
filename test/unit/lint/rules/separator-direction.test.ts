import assert from 'node:assert/strict';
import { fixed, lint } from '../linting';

const rule = 'separator-direction';

const deck = (...slides: string[]) => `# Call\n\n---\n\n${slides.join('\n\n')}\n`;

describe('separator-direction', () => {
  it('finds a team that continues in a new column', () => {
    const text = deck('# Team IaaS', '---', '# Team IaaS\n\n* a', '---', '# Team Ops');
    assert.equal(
      fixed(text, { rule, dialect: 'hedgedoc' }),
      deck('# Team IaaS', '----', '# Team IaaS\n\n* a', '---', '# Team Ops'),
    );
  });

  it('says what to write', () => {
    const message = (text: string) => lint(text, { rule, dialect: 'hedgedoc' })[0]!.message;
    assert.equal(
      message(deck('# Team IaaS', '---', '# Team IaaS\n\n* a', '---', '# Team Ops')),
      `"Team IaaS" continues in a new column. Use \`----\` to keep a team's slides in one stack.`,
    );
    assert.equal(
      message(deck('# Team IaaS', '----', '* a', '----', '# Team Ops')),
      '"Team Ops" begins in the column of another team. Use `---` to start a new column for each team.',
    );
  });

  it('finds a team that begins below another', () => {
    const text = deck('# Team IaaS', '----', '* a', '----', '# Team Ops');
    assert.equal(
      fixed(text, { rule, dialect: 'hedgedoc' }),
      deck('# Team IaaS', '----', '* a', '---', '# Team Ops'),
    );
  });

  it('leaves alone teams in columns, and teams below a divider', () => {
    for (const text of [
      deck('# Team IaaS', '----', '## Team IaaS - topic', '---', '# Team Ops', '----', '# Team Ops'),
      deck(
        '# Updates from the Teams',
        '----',
        '# Team IaaS',
        '----',
        '# Team Ops',
        '---',
        '# Team Container',
      ),
      deck('# Team IaaS', '---', '# Something else', '---', '# More'),
    ]) {
      assert.deepEqual(lint(text, { rule, dialect: 'hedgedoc' }), [], text);
    }
  });
});
