import assert from 'node:assert/strict';

/** Waits until assertions hold that are not true yet; if they never are, it fails as the last attempt did. */
export async function eventually(assertions: () => void | Promise<void>, seconds = 30): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await assertions();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits for a condition that nothing reports. */
export function until(holds: () => boolean | Promise<boolean>, what: string, seconds = 30): Promise<void> {
  return eventually(async () => assert.ok(await holds(), `Not so within ${seconds} s: ${what}`), seconds);
}

/** Does something that VS Code may undo now and then, such as giving something the focus, up to three times. */
export async function insist(attempt: () => Promise<void>): Promise<void> {
  await attempt().catch(attempt).catch(attempt);
}
