import type { Agent } from 'node:http';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';
import { RemoteError } from '../core/files/remote';

/** What connects through the proxy that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name for an address. */
export function proxyFromEnvironment(url: URL): Agent | undefined {
  const proxy = getProxyForUrl(url.href);
  if (proxy === '') return undefined;
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol)) {
    throw new RemoteError('unreachable', url.href, 'The proxy of the environment has no http:// address.');
  }
  return url.protocol === 'https:' ? new HttpsProxyAgent(proxy) : new HttpProxyAgent(proxy);
}
