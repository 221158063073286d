import assert from 'node:assert/strict';
import { reportsOf } from '../../../src/bundles/upkeep';
import { DEFAULT_CONFIG, toConfig } from '../../../src/core/config/config';
import { parseDeck } from '../../../src/core/deck/parseDeck';

const CALL = `---
type: slide
---

# Community Call

---

# Team IaaS

Report by <a href="https://github.com/matofeder">@matofeder</a> and @artificial-intelligence

----

## Team IaaS - Domain manager

- one

---

# Team Ops

Reported by: Jane Doe

---

# Team Container

----

## Team Container - Cluster stacks

---

# Thanks
`;

describe('the reports of teams', () => {
  const reports = (text: string, config = DEFAULT_CONFIG) => reportsOf(parseDeck(text), config);

  it('are each a team with its slides and reporters', () => {
    assert.deepEqual(
      reports(CALL).map(({ team, slides, reporter }) => [team, slides, reporter]),
      [
        ['Team IaaS', 2, '@matofeder, @artificial-intelligence'],
        ['Team Ops', 1, 'Jane Doe'],
        ['Team Container', 2, null],
      ],
    );
  });

  it('reach from their heading to the end of their last slide', () => {
    const [first] = reports(CALL);
    assert.match(CALL.slice(first!.heading.start), /^(?:# )?Team IaaS/);
    assert.match(CALL.slice(first!.span.start, first!.span.end), /^\s*# Team IaaS[\s\S]*- one\s*$/);
  });

  it('are those of the teams that the configuration names too', () => {
    const text = '# A\n\n---\n\n# Lean Coffee\n\nx\n';
    assert.deepEqual(reports(text), []);
    assert.equal(reports(text, toConfig({ teams: ['Lean Coffee'] }))[0]?.team, 'Lean Coffee');
  });

  it('show no link or tag of the deck, only words', () => {
    const text = '# Team Ops\n\nReport by <b>[*Jane*](https://example.org) $(bug)</b>\n';
    assert.equal(reports(text)[0]?.reporter, 'Jane $(bug)');
  });

  it('name nobody while a snippet’s placeholder is still there', () => {
    const text = '# Team Ops\n\nReport by <a href="https://github.com/todo">@todo</a>\n';
    assert.equal(reports(text)[0]?.reporter, null);
  });
});
