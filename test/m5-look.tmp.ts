import { writeFileSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, closeAll } from '/work/wt-m5/test/vscode/session';
const DECK = `---
title: Talk
type: slide
theme: black
slideOptions:
  transitoin: fade
---

# Talk

![](./lost-picture-with-a-rather-long-name.png) and text

Notes: what the audience sees

---

## Links

![a](img dir/my pic.png) [dead](./nope.md) **not bold **

[t][ref] [u][]

- [a](http://example.com)

-----

#Heading

-one

<div>
- item **bold**
</div>

---

Agenda
---

<!-- .slide: data-backgound="red" -->

![p](./a.png =300px)

| a | b |
| 1 | 2 |

Report by....
`;
async function main() {
  const theme = process.argv[2] ?? 'dark';
  const w = await openWorkbench({ viewport: { width: 1300, height: 900 }, settings: { 'workbench.colorTheme': theme === 'light' ? 'Default Light Modern' : 'Default Dark Modern', 'terminal.integrated.gpuAcceleration': 'off' },
    prepare: (f) => { writeFileSync(join(f, 'bad.md'), DECK); writeFileSync(join(f, '.deckwright.json'), '{\n  // Ours\n  "rules": {\n    "missing-alt": "warning", // keep\n  },\n}\n'); } });
  const shot = (n: string) => w.screenshot(`/tmp/m5/look-${theme}-${n}.png`);
  const say = (...a: unknown[]) => console.log(...a);
  await w.openFile('bad.md');
  await w.editor('bad.md').locator('.squiggly-error').first().waitFor();
  const rows = await w.problems();
  await rows.nth(8).waitFor();
  await w.page.waitForTimeout(1500);
  await shot('1-problems');
  say((await rows.allInnerTexts()).map((r) => r.replace(/\s+/g, ' ')).join('\n'));
  const places: [number, number][] = [[4, 2], [6, 5], [11, 8], [13, 3], [19, 8], [19, 45], [21, 3], [25, 3], [27, 2], [31, 3], [37, 2], [40, 18], [42, 15]];
  await w.page.keyboard.press('Control+j');
  if (theme === 'dark') for (const [l, c] of places) {
    await w.focusEditor('bad.md');
    await w.goTo(l, c);
    await w.command('Show or Focus Hover');
    const hover = w.page.locator('.monaco-hover:not(.hidden)').first();
    try { await hover.waitFor({ timeout: 5000 }); await w.page.waitForTimeout(400); await shot(`hover-${l}`); say(l, (await hover.innerText()).replace(/\s+/g, ' ')); } catch { say(l, 'no hover'); await shot(`hover-${l}`); }
    await w.page.keyboard.press('Escape');
  }
  await w.focusEditor('bad.md');
  await w.goTo(13, 3);
  await w.page.keyboard.press('Control+.');
  await w.page.locator('.action-widget .monaco-list-row').first().waitFor();
  await w.page.waitForTimeout(500);
  await shot('2-fixes');
  say((await w.page.locator('.action-widget .monaco-list-row').allInnerTexts()).join(' | '));
  await w.page.locator('.action-widget .monaco-list-row', { hasText: 'in this workspace' }).first().click();
  await w.page.waitForTimeout(3000);
  await shot('3-disabled');
  say(readFileSync(join(w.folder, '.deckwright.json'), 'utf8'));
  say('toolbar', await w.hasNotifications());
  await w.command('Notifications: Show Notifications'); await w.page.waitForTimeout(500); await shot('3b-note');
  say(await w.page.locator('.notification-list-item').allInnerTexts());
  await w.page.keyboard.press('Escape');
}
main().catch((e) => console.error(e)).finally(() => closeAll().then(() => process.exit()));
