// What a server may answer for one path: see `answer` of HedgedocServer.
import type { OutgoingHttpHeaders, RequestListener } from 'node:http';
import { createGzip, gzipSync } from 'node:zlib';

export const LOGIN_PAGE =
  '<!DOCTYPE html><html><head><title>HedgeDoc</title></head><body><form action="/login">Sign in</form></body></html>';

export function redirect(location: string, status = 302): RequestListener {
  return (_request, response) => response.writeHead(status, { location }).end();
}

/** These bytes, with whatever headers. */
export function send(
  body: Uint8Array | string,
  headers: OutgoingHttpHeaders = {},
  status = 200,
): RequestListener {
  return (_request, response) => response.writeHead(status, headers).end(body);
}

/** A page where people log in, in place of what was asked for, and labeled as that. */
export function login(type = 'image/png'): RequestListener {
  return send(LOGIN_PAGE, { 'content-type': type });
}

export function gzipped(body: Uint8Array | string, type: string): RequestListener {
  return send(gzipSync(body), { 'content-type': type, 'content-encoding': 'gzip' });
}

/** A small answer that unpacks to this many megabytes. */
export function gzipBomb(megabytes: number): RequestListener {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-encoding': 'gzip' });
    const packed = createGzip({ level: 9 });
    packed.pipe(response);
    const zeros = Buffer.alloc(1024 * 1024);
    let left = megabytes;
    const write = () => {
      while (left-- > 0) if (!packed.write(zeros)) return packed.once('drain', write);
      return packed.end();
    };
    response.on('close', () => {
      left = 0;
    });
    write();
  };
}

/** Begins, and ends the connection before all is sent that was promised. */
export function cutOff(body: Uint8Array | string): RequestListener {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': body.length + 1000 });
    response.write(body, () => response.destroy());
  };
}

/** Never stops sending. */
export function endless(): RequestListener {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' });
    const part = Buffer.alloc(64 * 1024, 1);
    let isOpen = true;
    const write = () => {
      while (isOpen && response.write(part));
    };
    response.on('drain', write);
    response.on('close', () => {
      isOpen = false;
    });
    write();
  };
}

/** Never answers. */
export function silent(): RequestListener {
  return () => {};
}

/** Answers when the test wants it to: requests wait until `release` is called. */
export function held(answer: RequestListener): { readonly listener: RequestListener; release(): void } {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { listener: (request, response) => void released.then(() => answer(request, response)), release };
}

/** Begins to answer, and then sends nothing more. */
export function stalled(body: Uint8Array | string): RequestListener {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' });
    response.write(body);
  };
}
