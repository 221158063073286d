import type { Load } from './finish';
import type { Kind } from './kinds';

/** Loads bundles as scripts of the page, for pages that do not have them in themselves. */
export function scriptLoader(urlOf: (kind: Kind) => string, nonce: string): Load {
  return (kind) =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.nonce = nonce;
      script.src = urlOf(kind);
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => {
        script.remove();
        reject(new Error(`What draws ${kind} could not be loaded.`));
      });
      document.head.append(script);
    });
}
