import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'unknown-team';
const dialect = 'hedgedoc';

describe('unknown-team', () => {
  it('corrects a name in all headings that have it', () => {
    const text = (name: string) =>
      `# <font>${name}</font>\r\n\r\n----\r\n\r\n## ${name} - News\r\n\r\n---\r\n\r\n# Team Ops\r\n`;
    assert.equal(fixed(text('Tram IAM & Secuity'), { rule, dialect }), text('Team IAM & Security'));
    assert.equal(fixed(text('SIG Std/Cert'), { rule, dialect }), text('SIG Standardization & Certification'));
  });

  it('finds teams that are unlike any in the list', () => {
    const [finding] = lint('# SIG Networking\n', { rule, dialect });
    assert.deepEqual(finding!.fixes, []);
  });

  it('takes the list from the configuration', () => {
    const config = { teams: [{ name: 'Team Rocket', reporters: [] }] };
    assert.deepEqual(faults('# Team Rocket\n\n---\n\n# Team Ops\n', { rule, dialect, config }), ['Team Ops']);
  });

  it('leaves former teams alone', () => {
    const text = '# Team IAM\n\n----\n\n# Team IAM/Sec\n\n---\n\n# SIG Central API\n';
    assert.deepEqual(faults(text, { rule, dialect }), []);
  });

  it('leaves alone listed teams, other headings and text', () => {
    const text =
      '# Team IaaS\n\n----\n\n## Team IaaS / Networking (VP04)\n\n---\n\n# SIG Standardization/Certification\n\n---\n\n# SIG Community: news\n\n---\n\n# Updates from the Teams\n\nTeam Foo is great\n\n----\n\n## Team Building in Berlin\n\n---\n\n# Events - catch us if you can\n\n---\n\n# Visibility & adoption\n';
    assert.deepEqual(faults(text, { rule, dialect }), []);
  });
});
