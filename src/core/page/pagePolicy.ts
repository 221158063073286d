/** What a page's policy has to allow. */
export interface PolicyOptions {
  /** SHA-256 of each script that may run, in base64. */
  readonly scriptHashes: readonly string[];
  /** Whether pictures, videos and sound are loaded from where the deck names them, not from the page. */
  readonly linked: boolean;
  /** The origins of the pages that the deck's frames show: `https://host`. */
  readonly embedded: readonly string[];
}

/**
 * What an exported page may do. The second line of defense after the renderer's allow-list: only our scripts
 * run, and nothing is fetched from elsewhere but embedded pages that the author wants live. The other frames
 * are those of the speaker view, which shows the page itself.
 */
export function pagePolicy({ scriptHashes, linked, embedded }: PolicyOptions): string {
  const elsewhere = linked ? " 'self' file: https: http:" : '';
  return [
    "default-src 'none'",
    `script-src ${scriptHashes.map((hash) => `'sha256-${hash}'`).join(' ')}`,
    "style-src 'unsafe-inline'",
    `img-src data:${elsewhere}`,
    `media-src data: blob:${elsewhere}`,
    `font-src data:${elsewhere}`,
    ["frame-src 'self' file:", ...embedded].join(' '),
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}
