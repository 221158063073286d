import type { Load } from './finish';
import type { Kind } from './kinds';

/** Loads bundles as scripts of the page, for pages that do not include them. */
export function scriptLoader(urlOf: (kind: Kind) => string, nonce: string): Load {
  return (kind) => loadScript(urlOf(kind), nonce, `The script that draws ${kind} could not be loaded.`);
}

/** Runs a script in the page; rejects with the message if it can't be loaded. */
export function loadScript(url: string, nonce: string, failure: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.nonce = nonce;
    script.src = url;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(failure));
    });
    document.head.append(script);
  });
}
