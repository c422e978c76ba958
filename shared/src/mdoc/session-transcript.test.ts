import { describe, expect, it } from 'vitest';
import { sha256 } from '../testing/index.ts';
import { buildApiTranscript, buildPostTranscript } from './index.ts';

// The examples of OpenID4VP 1.0, appendices B.2.6.1 and B.2.6.2.
const nonce = 'exc7gBkxjx1rdc9udRrveKvSsJIq80avlXeLHhGwqtA';
const encryptionKey = {
  kty: 'EC',
  crv: 'P-256',
  use: 'enc',
  alg: 'ECDH-ES',
  kid: '1',
  x: 'DxiH5Q4Yx3UrukE2lWCErq8N8bqC9CHLLrAwLz5BmE0',
  y: 'XtLM4-3h5o3HUH0MHVJV0kyq0iBlrBwlh8qEDMZ4-Pc',
} as const;
const posted = { clientId: 'x509_san_dns:example.com', nonce, encryptionKey, responseUri: 'https://example.com/response' };
const hex = async (bytes: Promise<Uint8Array>) => Buffer.from(await bytes).toString('hex');

describe('a session transcript', () => {
  it('of a request that is answered by post is that of the standard', async () => {
    expect(await hex(buildPostTranscript(posted, sha256))).toBe(
      '83f6f682714f70656e494434565048616e646f7665725820048bc053c00442af9b8eed494cefdd9d95240d254b046b11b68013722aad38ac',
    );
  });

  it('W14: over the Digital Credentials API is that of the standard, with the bare origin', async () => {
    expect(await hex(buildApiTranscript({ origin: 'https://example.com', nonce, encryptionKey }, sha256))).toBe(
      '83f6f682764f70656e4944345650444341504948616e646f7665725820fbece366f4212f9762c74cfdbf83b8c69e371d5d68cea09cb4c48ca6daab761a',
    );
  });

  it('is another one for each thing that differs', async () => {
    const transcripts = await Promise.all([
      hex(buildPostTranscript(posted, sha256)),
      hex(buildPostTranscript({ ...posted, clientId: 'x509_san_dns:example.org' }, sha256)),
      hex(buildPostTranscript({ ...posted, nonce: 'another' }, sha256)),
      hex(buildPostTranscript({ ...posted, encryptionKey: null }, sha256)),
      hex(buildPostTranscript({ ...posted, responseUri: 'https://example.com/elsewhere' }, sha256)),
      hex(buildApiTranscript({ origin: 'https://example.com', nonce, encryptionKey: null }, sha256)),
      hex(buildApiTranscript({ origin: 'origin:https://example.com', nonce, encryptionKey: null }, sha256)),
    ]);
    expect(new Set(transcripts).size).toBe(transcripts.length);
  });
});
