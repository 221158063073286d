/** Does something with each item, with a limit on how many at a time, while it is wanted. */
export async function atOnce<Item>(
  most: number,
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
  goesOn = () => true,
): Promise<void> {
  const left = [...items].values();
  const takeNext = async () => {
    for (const item of left) {
      if (!goesOn()) return;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: most }, takeNext));
}
