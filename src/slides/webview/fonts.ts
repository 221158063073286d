/** Milliseconds after which text is shown in another font. */
const MAX_WAIT = 1000;

/** Resolves when the fonts of all text that is laid out have arrived, have failed, or take too long. */
export async function fontsSettled(): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, MAX_WAIT);
  });
  await Promise.race([document.fonts.ready, late]);
  clearTimeout(timer);
}
