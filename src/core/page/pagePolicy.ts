/** What a page's policy has to allow. */
export interface PolicyOptions {
  /** SHA-256 of each script that may run, in base64. */
  readonly scriptHashes: readonly string[];
  /**
   * Where pictures, videos and sound are loaded from: only the page, also the site that it is part of, or wherever the
   * deck names them. On a site the scripts load others, and there are style sheets.
   */
  readonly loads: 'page' | 'site' | 'anywhere';
  /** The origins of the pages that the deck's frames show: `https://host`. */
  readonly embedded: readonly string[];
}

/**
 * What an exported page may do. The second line of defense after the renderer's allow-list: only our scripts
 * run, and nothing is fetched from elsewhere but embedded pages that the author wants live. The other frames
 * are those of the speaker view, which shows the page itself.
 */
export function pagePolicy({ scriptHashes, loads, embedded }: PolicyOptions): string {
  const elsewhere = { page: '', site: " 'self' file:", anywhere: " 'self' file: https: http:" }[loads];
  const isOnSite = loads === 'site';
  return [
    "default-src 'none'",
    `script-src ${scriptHashes.map((hash) => `'sha256-${hash}'`).join(' ')}${isOnSite ? " 'strict-dynamic'" : ''}`,
    `style-src 'unsafe-inline'${isOnSite ? " 'self' file:" : ''}`,
    `img-src data:${elsewhere}`,
    `media-src data: blob:${elsewhere}`,
    `font-src data:${elsewhere}`,
    ["frame-src 'self' file:", ...embedded].join(' '),
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}
