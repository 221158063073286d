import assert from 'node:assert/strict';

/** Waits until something holds that no locator can wait for. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await holds())) {
    if (Date.now() > end) assert.fail(`Not so in time: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
