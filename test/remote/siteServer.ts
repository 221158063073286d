// A site with everything that web servers do to those who check links.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const PAGE = '<!doctype html><title>Page</title><h1 id="intro">Intro</h1><h2><a name="usage"></a>Usage</h2>';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export class SiteServer {
  /** Such as `HEAD /page`, in the order they came. */
  readonly requests: string[] = [];
  /** How often `/busy` answers that it is busy. */
  timesBusy = 1;
  readonly #server = createServer((request, response) => this.#answer(request, response));

  private constructor() {}

  static async start(): Promise<SiteServer> {
    const site = new SiteServer();
    await new Promise<void>((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The address of a path. */
  at(path: string): string {
    return `http://${this.host}${path}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  readonly #pages: Readonly<Record<string, Answer>> = {
    '/': html(PAGE),
    '/page': html(PAGE),
    '/app': html('<!doctype html><div id="root"></div><script src="app.js"></script>'),
    '/picture.png': (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
    '/gone': status(410),
    '/old': redirect(301, '/page'),
    '/older': redirect(308, '/old'),
    '/old/slash': redirect(301, '/old/slash/'),
    '/old/slash/': html(PAGE),
    '/old/home': redirect(301, '/'),
    '/old/gone': redirect(301, '/nothing'),
    '/old/login': redirect(301, '/users/sign_in'),
    '/users/sign_in': html('<form></form>'),
    '/temporary': redirect(302, '/page'),
    '/old/temporary': redirect(301, '/temporary'),
    '/circle': redirect(301, '/circle'),
    '/inside': redirect(302, 'http://169.254.169.254/latest/meta-data/'),
    '/private': status(403),
    '/robot': status(999),
    '/broken': status(500),
    '/no-head': ({ method }, response) =>
      (method === 'HEAD' ? status(405) : html(PAGE))({} as never, response),
    '/head-lies': ({ method }, response) =>
      (method === 'HEAD' ? status(404) : html(PAGE))({} as never, response),
    '/busy': (request, response) => {
      if (this.timesBusy-- > 0) response.writeHead(429, { 'retry-after': '0' }).end();
      else html(PAGE)(request, response);
    },
    '/busy/until-tomorrow': (_, response) => response.writeHead(503, { 'retry-after': '86400' }).end(),
    '/endless': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const sending = setInterval(() => response.write(' '), 500);
      response.once('close', () => clearInterval(sending));
    },
    '/broken-off': (_, response) => response.destroy(),
  };

  /** What begins with `/slow` is never answered. */
  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '' } = request;
    this.requests.push(`${method} ${url}`);
    if (url.startsWith('/slow')) return;
    const answer = Object.hasOwn(this.#pages, url) ? this.#pages[url]! : status(404);
    answer(request, response);
  }
}

function html(text: string): Answer {
  return (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);
}

function status(code: number): Answer {
  return (_, response) => response.writeHead(code, { 'content-type': 'text/html' }).end('<h1 id="x">No</h1>');
}

function redirect(code: number, location: string): Answer {
  return (_, response) => response.writeHead(code, { location }).end();
}
