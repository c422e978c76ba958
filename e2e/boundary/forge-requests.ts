import { createHash, createPrivateKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentTypes } from '@daricheh/shared/vocabulary';
import type { RunningWorld } from '../demo.ts';

type Members = Readonly<Record<string, unknown>>;

/** Seals requests with the key of the tax administration, also such as no agency would send. */
export type Forger = {
  readonly origin: string;
  readonly clientId: string;
  /** A sound request over the Digital Credentials API (compact JWS) with members changed; `undefined` leaves one out. */
  forge(payload?: Members, header?: Members): string;
  /** The same as members of a JWS in JSON serialisation. */
  forgePart(header?: Members): { readonly payload: string; readonly protected: string; readonly signature: string };
};

/** What asks for the given claims of the identity document. */
export function askFor(claims: readonly (readonly string[])[] | undefined, vct: string = documentTypes.identity.vct): object {
  return { credentials: [{ id: 'identity', format: 'dc+sd-jwt', meta: { vct_values: [vct] }, claims: claims?.map((path) => ({ path })) }] };
}

/** What a page without a server asks, with a nonce of its own. */
export function askUnsigned(): { readonly protocol: string; readonly data: { readonly nonce: string } } {
  const data = { response_type: 'vp_token', response_mode: 'dc_api', nonce: makeNonce(), dcql_query: askFor([['given_name']]) };
  return { protocol: 'openid4vp-v1-unsigned', data };
}

/** A signed request (compact JWS) as a page hands it to the Digital Credentials API. */
export function signedCall(request: string): { readonly protocol: string; readonly data: { readonly request: string } } {
  return { protocol: 'openid4vp-v1-signed', data: { request } };
}

export function createForger({ demo }: RunningWorld): Forger {
  const { origin, sealCertPem } = demo.agencies.tax;
  const key = createPrivateKey(readFileSync(join(demo.folder, 'tax', 'seal.key.pem')));
  const x5c = [...sealCertPem.matchAll(/-----BEGIN CERTIFICATE-----([\s\S]+?)-----END/g)].map(([, body = '']) => body.replace(/\s/g, ''));
  const clientId = `x509_hash:${createHash('sha256')
    .update(Buffer.from(x5c[0] ?? '', 'base64'))
    .digest('base64url')}`;
  const seconds = Math.floor(Date.now() / 1000);
  const sound = {
    ...{
      response_type: 'vp_token',
      response_mode: 'dc_api',
      client_id: clientId,
      expected_origins: [origin],
      aud: 'https://self-issued.me/v2',
    },
    ...{ iat: seconds, exp: seconds + 600, dcql_query: askFor([['given_name']]) },
  };
  const seal = (header: object, payload: object) => sealJws({ typ: 'oauth-authz-req+jwt', x5c, ...header }, payload, key);
  return {
    origin,
    clientId,
    forge: (payload = {}, header = {}) => seal(header, { ...sound, nonce: makeNonce(), ...payload }).join('.'),
    forgePart: (header = {}) => {
      const [head, payload, signature] = seal({ client_id: clientId, ...header }, { ...sound, nonce: makeNonce(), client_id: undefined });
      return { payload, protected: head, signature };
    },
  };
}

/** The three parts of a JWS under ES256, unless `header` says another algorithm. */
export function sealJws(header: object, payload: object, key: KeyObject): readonly [string, string, string] {
  const parts = [encode({ alg: 'ES256', ...header }), encode(payload)] as const;
  const signature = sign('sha256', Buffer.from(parts.join('.')), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  return [...parts, signature];
}

function makeNonce(): string {
  return randomBytes(32).toString('base64url');
}

function encode(members: object): string {
  return Buffer.from(JSON.stringify(members)).toString('base64url');
}
