import { createPrivateKey, randomBytes, sign as signBytes, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonObject, type SignP256, signCompactJws } from '@daricheh/shared/credential';
import { encodeBase64Url, encodeUtf8, type Json } from '@daricheh/shared/encoding';
import { createDecryptionKey, makeX509HashClientId, publishEncryptionKey } from '@daricheh/shared/presentation';
import { sha256 } from '@daricheh/shared/testing';
import { encodeX5c } from '@daricheh/shared/x509';
import type { RunningWorld } from './demo.ts';

/** A certificate with its key, as a signer of requests has them. */
export type Signer = { readonly der: Uint8Array<ArrayBuffer>; readonly sign: SignP256 };

/** What replaces the members of a sound request; undefined leaves one out. */
export type RequestForgery = {
  readonly header?: Readonly<Record<string, Json | undefined>>;
  readonly payload?: Readonly<Record<string, Json | undefined>>;
  readonly signer?: Signer;
  /** Changes the finished token. */
  readonly bend?: (token: string) => string;
};

const identity = 'urn:daricheh:identity:1';

/** The tax administration's seal, as its own server uses it. */
export function readTaxSeal({ demo }: RunningWorld): Signer {
  const key = createPrivateKey(readFileSync(join(demo.folder, 'tax', 'seal.key.pem')));
  return { der: new Uint8Array(new X509Certificate(demo.agencies.tax.sealCertPem).raw), sign: createSigner(key) };
}

/** Signs with a P-256 key, as JWS wants it (RFC 7518, section 3.4). */
export function createSigner(key: ReturnType<typeof createPrivateKey>): SignP256 {
  return async (data) => new Uint8Array(signBytes('sha256', data, { key, dsaEncoding: 'ieee-p1363' }));
}

/** A request of the tax administration for a given name over the Digital Credentials API, sound but for the forgery. */
export async function forgeRequest(world: RunningWorld, { header, payload, signer, bend }: RequestForgery = {}): Promise<string> {
  const { der, sign } = signer ?? readTaxSeal(world);
  const seconds = Math.floor(Date.now() / 1000);
  const sound = {
    response_type: 'vp_token',
    client_id: await makeX509HashClientId(der, sha256),
    aud: 'https://self-issued.me/v2',
    nonce: encodeBase64Url(new Uint8Array(randomBytes(32))),
    dcql_query: {
      credentials: [{ id: 'identity', format: 'dc+sd-jwt', meta: { vct_values: [identity] }, claims: [{ path: ['given_name'] }] }],
    },
    response_mode: 'dc_api.jwt',
    expected_origins: [world.demo.agencies.tax.origin],
    client_metadata: {
      jwks: { keys: [{ ...publishEncryptionKey(await createDecryptionKey('k1')) }] },
      encrypted_response_enc_values_supported: ['A128GCM'],
      vp_formats_supported: { 'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256'] } },
    },
    iat: seconds,
    exp: seconds + 300,
  };
  const token = await signCompactJws(
    {
      header: drop({ typ: 'oauth-authz-req+jwt', x5c: encodeX5c([der]), ...header }),
      payload: encodeUtf8(JSON.stringify({ ...sound, ...payload })),
    },
    sign,
  );
  return bend ? bend(token) : token;
}

/** `token` with another header over the same signature: what `alg` says is then not what was signed with. */
export function replaceHeader(token: string, change: JsonObject): string {
  const [header = '', ...rest] = token.split('.');
  const members: object = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
  return [Buffer.from(JSON.stringify({ ...members, ...change })).toString('base64url'), ...rest].join('.');
}

function drop(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(members).filter((member): member is [string, Json] => member[1] !== undefined));
}
