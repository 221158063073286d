/** Waits for a condition that nothing reports. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string,
  seconds = 15,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not so within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Does something that VS Code may undo now and then, such as giving something the focus, up to three times. */
export async function insist(attempt: () => Promise<void>): Promise<void> {
  await attempt().catch(attempt).catch(attempt);
}
