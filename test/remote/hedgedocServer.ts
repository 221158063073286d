import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { LOGIN_PAGE, redirect } from './answers';
import type { Certified } from './certificates';

/** A note on the server. */
export interface Note {
  readonly text: string;
  /** The address that its owner chose; `/ID` then redirects to it. */
  readonly alias?: string;
  /** As `/s/` and `/p/` name it. */
  readonly shortId?: string;
  /** Only who is logged in reads it, and nobody is. */
  readonly isPrivate?: boolean;
}

export interface HedgedocOptions {
  /** The path below which the server is, such as `/pad`. */
  readonly prefix?: string;
  /** Whether anybody may make a note. */
  readonly allowsAnonymous?: boolean;
  /** The longest note, in characters. */
  readonly maxLength?: number;
  /** What it identifies itself with: then its addresses begin with `https:`. */
  readonly certified?: Pick<Certified, 'key' | 'cert'>;
}

/** What one request asked. */
export interface Asked {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/**
 * A server on this computer that answers as HedgeDoc 1.12 does, over real sockets. What else it is to answer is set by
 * path; see `answers.ts`.
 */
export class HedgedocServer {
  readonly notes = new Map<string, Note>();
  readonly uploads = new Map<string, Uint8Array>();
  /** All requests so far, in their order. */
  readonly asked: Asked[] = [];
  readonly #answers = new Map<string, RequestListener>();
  readonly #server: Server;
  readonly #options: HedgedocOptions & Required<Omit<HedgedocOptions, 'certified'>>;

  private constructor(options: HedgedocOptions) {
    this.#options = { prefix: '', allowsAnonymous: true, maxLength: 100_000, ...options };
    const listener: RequestListener = (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part) => {
        body += part;
      });
      request.on('end', () => this.#answer(request, response, body));
    };
    const { certified } = options;
    this.#server = certified ? createSecureServer(certified, listener) : createServer(listener);
  }

  static async start(options: HedgedocOptions = {}): Promise<HedgedocServer> {
    const server = new HedgedocServer(options);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  /** Name and port: what a configuration allows and lists among `hedgedocHosts`. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The address of something on the server, below its prefix. */
  url(path = '/'): string {
    const scheme = this.#options.certified ? 'https' : 'http';
    return `${scheme}://${this.host}${this.#options.prefix}${path}`;
  }

  /** Answers a path of its own, without the prefix, in some other way. */
  answer(path: string, listener: RequestListener): void {
    this.#answers.set(path, listener);
  }

  /** How often a path was asked for, without its query. */
  count(path: string): number {
    return this.asked.filter((each) => each.path.replace(/\?.*$/, '') === path).length;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: Parameters<RequestListener>[1], body: string): void {
    const { url = '/', method = 'GET', headers } = request;
    this.asked.push({ method, path: url, headers, body });
    const { prefix } = this.#options;
    const path = url.startsWith(`${prefix}/`) ? url.slice(prefix.length).replace(/[?#].*$/, '') : null;
    const answer = path === null ? notFound : (this.#answers.get(path) ?? this.#route(method, path, body));
    answer(request, response as never);
  }

  #route(method: string, path: string, body: string): RequestListener {
    if (path === '/') return page(200, LOGIN_PAGE);
    const [, first = '', second, third] = path.split('/').map(decodeURIComponent);
    if (first === 'new') return method === 'POST' ? this.#create(body) : this.#forbidden();
    if (first === 'uploads') return this.#upload(second ?? '');
    if (first === 's' || first === 'p') return this.#published(first, second ?? '', third);
    const found = this.#find(first);
    if (!found) return notFound;
    const [id, note] = found;
    if (note.isPrivate) return this.#forbidden();
    const name = note.alias ?? id;
    if (second === 'download') return download(note);
    if (second === 'publish') return redirect(this.url(`/s/${note.shortId ?? name}`));
    if (second === 'slide') return redirect(this.url(`/p/${note.shortId ?? name}`));
    if (second !== undefined || first !== name) return redirect(this.url(`/${encodeURIComponent(name)}`));
    return page(200, '<!DOCTYPE html><title>HedgeDoc</title><div id="editor"></div>');
  }

  /** `/s/ID` and `/p/ID`, with `/download` and `/edit` below. */
  #published(kind: 's' | 'p', name: string, action: string | undefined): RequestListener {
    const found = this.#find(name);
    if (!found) return notFound;
    const [id, note] = found;
    if (note.isPrivate) return this.#forbidden();
    if (action === 'edit') return redirect(this.url(`/${encodeURIComponent(note.alias ?? id)}?both`));
    if (action === 'download' && kind === 's') return download(note);
    return page(200, '<!DOCTYPE html><title>HedgeDoc</title><div class="markdown-body"></div>');
  }

  #find(name: string): [id: string, note: Note] | undefined {
    return [...this.notes].find(([id, { alias, shortId }]) => [id, alias, shortId].includes(name));
  }

  #upload(name: string): RequestListener {
    const bytes = this.uploads.get(name);
    if (!bytes) return notFound;
    return (_request, response) => {
      const types: Record<string, string> = { png: 'image/png', svg: 'image/svg+xml', mp4: 'video/mp4' };
      const type = types[name.replace(/^.*\./, '')] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
    };
  }

  #create(body: string): RequestListener {
    if (!this.#options.allowsAnonymous) return this.#forbidden();
    if (body.length > this.#options.maxLength) return page(413, '<h1>413 Payload Too Large</h1>');
    const id = randomBytes(16).toString('base64url');
    this.notes.set(id, { text: body.replaceAll('\r', '') });
    return redirect(this.url(`/${id}`));
  }

  /** To the page where people log in. */
  #forbidden(): RequestListener {
    return redirect(this.url('/'));
  }
}

function download({ text }: Note): RequestListener {
  const title = /^#+ +(.*)$/m.exec(text)?.[1] ?? 'Untitled';
  const headers = {
    'content-type': 'text/markdown; charset=UTF-8',
    'content-disposition': `attachment; filename=${encodeURIComponent(title)}.md`,
    'access-control-allow-origin': '*',
  };
  return (_request, response) => response.writeHead(200, headers).end(text);
}

function page(status: number, html: string): RequestListener {
  return (_request, response) =>
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}

const notFound = page(404, '<!DOCTYPE html><title>404 Not Found</title><h1>404 Not Found</h1>');
