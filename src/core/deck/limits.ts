/** In bytes of a file. No one writes a larger deck, and reading one would only keep the editor busy. */
export const MAX_DECK_SIZE = 32 * 1024 * 1024;

/**
 * Length of a slide's text in UTF-16 code units. No one can read a longer one: it is shown as text and not
 * analyzed.
 */
export const MAX_SLIDE_LENGTH = 200_000;
