import assert from 'node:assert/strict';
import { callOf } from '../../../src/bundles/upkeep';
import { carriedEvents } from '../../../src/core/community/carriedEvents';
import { DEFAULT_CONFIG } from '../../../src/core/config/config';
import { parseDeck } from '../../../src/core/deck/parseDeck';

describe('An earlier call', () => {
  const read = (text: string) => callOf(parseDeck(text, { setup: 'hedgedoc' }), DEFAULT_CONFIG);

  it('gives the teams, spelled as in the list if it has them, and who reported', () => {
    const text =
      '# A\n\nPresented by <a href="https://github.com/boss">@boss</a>\n\n---\n\n# Team Iaas\n\nReport by @one\n\n----\n\n' +
      '## Team IaaS - x\n\n---\n\n# SIG Std/Cert\n\nReport by <a href="https://github.com/two">@two</a>\n\n---\n\n' +
      '# Team Other\n\n---\n\n# Else\n';
    assert.deepEqual(read(text).teams, [
      { team: 'Team IaaS', reporter: 'one' },
      { team: 'SIG Standardization & Certification', reporter: 'two' },
      { team: 'Team Other', reporter: '' },
    ]);
  });

  it('gives who presented, also from the second slide if the first is the community’s name', () => {
    assert.deepEqual(read('# A\n\nPresented by @boss\n\n---\n\n# Team Ops\n\nReport by @one').presenters, [
      'boss',
    ]);
    assert.deepEqual(read('# SCS\n\n---\n\n# Community Call\n\nby @boss\n\n---\n\n# B').presenters, ['boss']);
  });

  it('gives its pictures and where they are, uploads by their copies', () => {
    const text =
      '<!-- .slide: data-background="./blue%20sky.png" -->\n\n# A\n\n![](./a.png)\n\n---\n\n## Team Ops - x\n\n' +
      '![](https://input.scs.community/uploads/b.png)\n\n----\n\n![](c.png)\n\n[file](./d.png) ![](https://example.org/e.png)\n';
    assert.deepEqual(read(text).pictures, [
      { path: './blue sky.png', slide: null, isBackground: true },
      { path: './a.png', slide: null, isBackground: false },
      { path: 'b.png', slide: { title: 'Team Ops - x', number: '2.1' }, isBackground: false },
      { path: 'c.png', slide: { title: 'file', number: '2.2' }, isBackground: false },
    ]);
  });
});

describe('The events of an earlier call', () => {
  it('are those that are not over yet, with their last days', () => {
    const text =
      '# A\n\n* no event 2027-01-01\n\n---\n\n# Visibility & Adoption & Events\n\n* Over on 2026-01-14\n' +
      '* Today, 2026-01-15\n    * more\n* 3 February in Bonn\n* Long ago: 20 December\n* Undated\n\n----\n\n' +
      '* 5.3.2026 to 6.3.2026 Fair\n\n```\n* 2027-01-01 code\n```\n\n---\n\n# Other\n\n* 2027-01-01\n';
    const written = { year: 2025, month: 12, day: 18 };
    const today = { year: 2026, month: 1, day: 15 };
    assert.deepEqual(carriedEvents(parseDeck(text), written, today), [
      { text: '* Today, 2026-01-15\n    * more', day: today },
      { text: '* 3 February in Bonn', day: { year: 2026, month: 2, day: 3 } },
      { text: '* Undated', day: null },
      { text: '* 5.3.2026 to 6.3.2026 Fair', day: { year: 2026, month: 3, day: 6 } },
    ]);
  });
});
