/**
 * What a page in a frame may do: run in its own origin, be used, play, fill the screen, open its links in new
 * tabs. It may not leave its frame, and of the deck it learns only on which site it is shown: players refuse to
 * play for pages that hide that.
 */
export const FRAME_RIGHTS = {
  sandbox:
    'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-presentation',
  allow: 'autoplay; encrypted-media; picture-in-picture',
  referrerpolicy: 'strict-origin',
  allowfullscreen: '',
} as const;
