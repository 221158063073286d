import type { RemoteAnswer } from '../../files/remote';
import { parseUrl } from './linkRecord';

/** Services whose short addresses are meant to be written. */
const SHORTENERS =
  /^(?:aka\.ms|bit\.ly|buff\.ly|git\.io|is\.gd|ogy\.de|t\.co|t\.ly|tinyurl\.com|w\.wiki|youtu\.be)$/;

/** Pages that ask who the reader is. */
const LOGIN =
  /(?:^|[./_-])(?:login|logon|signin|sign[_-]in|sso|saml2?|oauth2?|openid|auth|cas|accounts?|idp)(?:[./?_-]|$)/i;

/**
 * Where an address has moved for good; undefined if it has not, or if only a slash at its end is added or removed. What
 * follows a temporary redirect is not for good.
 */
export function permanentMove(address: string, { redirects, status }: RemoteAnswer): string | undefined {
  let to: string | undefined;
  for (const redirect of redirects) {
    if (redirect.status !== 301 && redirect.status !== 308) break;
    to = redirect.to;
  }
  const [from, target] = [parseUrl(address), to === undefined ? null : parseUrl(to)];
  if (status >= 300 || !from || !target || SHORTENERS.test(from.hostname)) return undefined;
  if (LOGIN.test(target.hostname + target.pathname) || isSame(from, target)) return undefined;
  return target.href;
}

function isSame(one: URL, other: URL): boolean {
  const plain = ({ origin, pathname, search }: URL) => origin + pathname.replace(/\/$/, '') + search;
  return plain(one) === plain(other);
}
