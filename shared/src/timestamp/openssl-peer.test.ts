import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../encoding/index.ts';
import {
  createTestRoot,
  createTestTimeStampCertificate,
  createTimeStampPorts,
  describeTestAuthority,
  issueTestTimeStamp,
  openssl,
  randomBytes,
  runOpenssl,
  sha256,
  testPolicy,
  toPem,
} from '../testing/index.ts';
import { buildTimeStampRequest, grantTimeStamp, nameNonce, parseTimeStampResponse, verifyTimeStamp } from './index.ts';

const at = new Date('2026-11-28T12:00:00.250Z');
const stamped = encodeUtf8('a signature');

const authorityConfig = `
[tsa]
default_tsa = clock
[clock]
serial = serial
signer_cert = clock.pem
signer_key = clock.key
signer_digest = sha256
default_policy = ${testPolicy}
digests = sha256
accuracy = secs:1, millisecs:500
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

describe.skipIf(openssl === undefined)('time stamps and openssl ts', async () => {
  const root = await createTestRoot();
  const clock = await createTestTimeStampCertificate(root);
  const imprint = await sha256(stamped);
  const ports = createTimeStampPorts([root.der]);

  /** A moment within the certificate's life: openssl judges at today's date unless it is told another. */
  const judge = (files: Readonly<Record<string, Uint8Array>>, input: readonly string[]) =>
    runOpenssl(
      ['ts', '-verify', ...input, '-CAfile', 'root.pem', '-attime', String(Math.trunc(at.getTime() / 1000))],
      { 'root.pem': toPem(root).certPem, data: stamped, ...files },
      ({ isOk, told }) => ({ isOk, told }),
    );

  it('openssl takes our token over the data', async () => {
    const token = await issueTestTimeStamp(describeTestAuthority(clock), { imprint, at });
    expect(judge({ token }, ['-data', 'data', '-token_in', '-in', 'token'])).toMatchObject({ isOk: true });
  });

  it('openssl takes our answer to our own query, nonce and all', async () => {
    const nonce = randomBytes(16);
    const token = await issueTestTimeStamp(describeTestAuthority(clock), { imprint, at, nonce: nameNonce(nonce) });
    const files = { answer: grantTimeStamp(token), query: buildTimeStampRequest(imprint, nonce) };
    expect(judge(files, ['-queryfile', 'query', '-in', 'answer'])).toMatchObject({ isOk: true });
  });

  it('openssl refuses it with one bit flipped, in the time or in the signature', async () => {
    const token = await issueTestTimeStamp(describeTestAuthority(clock), { imprint, at });
    for (const place of [Buffer.from(token).indexOf('20261128'), token.length - 1]) {
      const flipped = token.with(place, (token[place] ?? 0) ^ 1);
      expect(judge({ token: flipped }, ['-data', 'data', '-token_in', '-in', 'token'])).toMatchObject({ isOk: false });
    }
  });

  it('openssl as the authority: our query is answered, and the answer holds here', async () => {
    const { certPem, keyPem } = toPem(clock);
    const nonce = randomBytes(16);
    const answer = runOpenssl(
      ['ts', '-reply', '-config', 'config', '-queryfile', 'query', '-out', 'answer'],
      { config: authorityConfig, query: buildTimeStampRequest(imprint, nonce), 'clock.pem': certPem, 'clock.key': keyPem, serial: '0A\n' },
      ({ isOk, told, read }) => {
        expect(isOk ? '' : told).toBe('');
        return read('answer');
      },
    );
    const verified = await verifyTimeStamp(parseTimeStampResponse(answer), { imprint, nonce: nameNonce(nonce) }, ports);
    expect(verified).toMatchObject({ policy: testPolicy, accuracyMs: 1500, serialNumber: '0b' });
  });
});
