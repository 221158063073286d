import type { RevealOptions } from '../options/slideOptions';
import { lostInWords } from '../render/notices';
import type { RenderOptions } from '../render/rendered';

/** The address of the picture that moves behind all slides, as in the frontmatter; empty if there is none. */
export function parallaxPicture({ parallaxBackgroundImage }: RevealOptions): string {
  return typeof parallaxBackgroundImage === 'string' ? parallaxBackgroundImage.trim() : '';
}

/** The options with the picture's address resolved, and what is wrong with it in words, if anything is. */
export function withParallax(
  options: RevealOptions,
  resolve: RenderOptions['resolve'],
): { readonly options: RevealOptions; readonly lost: string } {
  const url = parallaxPicture(options);
  if (url === '') return { options, lost: '' };
  const resolved = resolve(url, 'background');
  const isLost = typeof resolved !== 'string';
  return {
    options: { ...options, parallaxBackgroundImage: isLost ? '' : resolved },
    lost: isLost ? lostInWords(resolved) : '',
  };
}
