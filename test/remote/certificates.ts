import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What a server on 127.0.0.1 identifies itself with, and the certificate of the authority that issued it. All PEM. */
export interface Certified {
  readonly key: string;
  readonly cert: string;
  readonly authority: string;
}

/** A server's certificate from an authority of its own, which nobody knows. */
export function certified(authorityName: string): Certified {
  const authority = { name: authorityName, key: newKey() };
  const server = { name: '127.0.0.1', key: newKey() };
  return {
    key: pem(server.key),
    cert: certificate(server, authority, extension(SUBJECT_ALT_NAME, sequence(der(0x87, [127, 0, 0, 1])))),
    authority: certificate(authority, authority, extension(BASIC_CONSTRAINTS, sequence(der(0x01, [0xff])))),
  };
}

interface Party {
  readonly name: string;
  readonly key: KeyObject;
}

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }) as string;

// As RFC 5280 has it: Node can read certificates, but can't make them.

function certificate(subject: Party, issuer: Party, ...extensions: Buffer[]): string {
  const signed = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [1], randomBytes(8)),
    ECDSA_WITH_SHA256,
    nameOf(issuer),
    sequence(der(0x18, Buffer.from('20200101000000Z')), der(0x18, Buffer.from('29990101000000Z'))),
    nameOf(subject),
    createPublicKey(subject.key).export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = der(0x03, [0], sign('sha256', signed, issuer.key));
  const text = sequence(signed, ECDSA_WITH_SHA256, signature).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${text.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

function nameOf({ name }: Party): Buffer {
  return sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(name)))));
}

/** A critical one. */
function extension(id: Buffer, value: Buffer): Buffer {
  return sequence(id, der(0x01, [0xff]), der(0x04, value));
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, ...parts);
}

function der(tag: number, ...parts: (Buffer | number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const ECDSA_WITH_SHA256 = sequence(der(0x06, [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]));
const COMMON_NAME = der(0x06, [0x55, 0x04, 0x03]);
const BASIC_CONSTRAINTS = der(0x06, [0x55, 0x1d, 0x13]);
const SUBJECT_ALT_NAME = der(0x06, [0x55, 0x1d, 0x11]);
