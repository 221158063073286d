import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../vscode/paths';

interface Step {
  id: string;
  title: string;
  description: string;
  media: { image: string; altText: string };
  completionEvents: string[];
}

describe('the walkthrough', () => {
  const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const { contributes } = read('package.json');
  const words: Record<string, string> = read('package.nls.json');
  const steps: Step[] = contributes.walkthroughs[0].steps;
  const commands = new Set(contributes.commands.map(({ command }: { command: string }) => command));
  /** VS Code's own. */
  commands.add('workbench.actions.view.problems');

  it('offers only commands that exist, and is completed by them', () => {
    for (const { id, description, completionEvents } of steps) {
      const links = [...words[description.slice(1, -1)]!.matchAll(/\(command:([\w.]+)\)/g)];
      assert.ok(links.length > 0, id);
      const named = links.map(([, command]) => command!);
      assert.deepEqual(
        named.filter((command) => !commands.has(command)),
        [],
      );
      assert.deepEqual(
        completionEvents,
        named.map((command) => `onCommand:${command}`),
      );
    }
  });

  it('shows a small picture with each step, which is packaged and described', () => {
    const packaged = readFileSync(join(root, '.vscodeignore'), 'utf8');
    assert.match(packaged, /^!media\/walkthrough\/\*\.png$/m);
    assert.equal(steps.length, 5);
    for (const { title, media } of steps) {
      assert.match(media.image, /^media\/walkthrough\/\w+\.png$/);
      assert.ok(statSync(join(root, media.image)).size < 100_000, media.image);
      for (const text of [title, media.altText]) assert.ok(words[text.slice(1, -1)], text);
    }
  });
});
