import assert from 'node:assert/strict';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import type { Workbench } from './workbench';

const HOOK = '.git/hooks/pre-commit';
const CONFIG = '.pre-commit-config.yaml';
const CONFIGURED = '# Ours\nrepos:\n  - repo: local\n    hooks: []\n';
const DONE = /^Deckwright is set up to check the decks in .* before each commit\./;
const REFUSED = /^Nothing was changed in /;

describe('Check Decks before Each Commit', () => {
  let workbench: Workbench;
  const pathOf = (name: string) => join(workbench.folder, name);
  const write = (name: string, text: string) => writeFileSync(pathOf(name), text);

  before(async () => {
    // On a canvas nothing could be read.
    workbench = await openWorkbench({ settings: { 'terminal.integrated.gpuAcceleration': 'off' } });
  });
  afterEach(() => {
    rmSync(pathOf(HOOK), { force: true });
    rmSync(pathOf(CONFIG), { force: true });
  });
  after(() => workbench.close());

  async function answer(button: string): Promise<void> {
    await workbench.command('Deckwright: Check Decks before Each Commit');
    const dialog = workbench.dialog('before each commit?');
    await dialog.locator('.monaco-button', { hasText: button }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Has decks checked, and waits for what VS Code and the command line say of it. */
  async function check(result: RegExp, details: RegExp): Promise<void> {
    await answer('Check Decks');
    await workbench.notification(result);
    await workbench.command('Notifications: Clear All Notifications');
    await workbench.terminalSays(details);
  }

  it('writes a git hook, once, and only if the user agrees', async () => {
    await answer('Cancel');
    await check(DONE, /pre-commit\s*was\s*written/);
    const written = workbench.savedText(HOOK);
    assert.match(written, /^#!\/bin\/sh\n# Written by Deckwright/);
    await check(DONE, /checks\s*decks\s*already/);
    assert.equal(workbench.savedText(HOOK), written);
  });

  it('leaves a git hook alone that exists', async () => {
    write(HOOK, '#!/bin/sh\nexit 0\n');
    await check(REFUSED, /deckwright\s*lint\s*--staged/);
    assert.equal(workbench.savedText(HOOK), '#!/bin/sh\nexit 0\n');
  });

  it('adds a hook to the configuration of pre-commit where there is one', async () => {
    write(CONFIG, CONFIGURED);
    await check(DONE, /now\s*has\s*the\s*hook/);
    const added = workbench.savedText(CONFIG);
    assert.ok(added.startsWith(CONFIGURED), added);
    assert.match(added, /- id: deckwright-lint\n/);
    assert.ok(!existsSync(pathOf(HOOK)));
  });

  it('says so where there is no repository', async () => {
    renameSync(pathOf('.git'), pathOf('not-git'));
    await check(REFUSED, /is\s*not\s*in\s*a\s*git\s*repository/);
    renameSync(pathOf('not-git'), pathOf('.git'));
  });
});
