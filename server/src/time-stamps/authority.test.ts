import type { Bytes } from '@daricheh/shared/credential';
import {
  createTestRoot,
  createTestSeal,
  createTestTimeStampCertificate,
  createTimeStampPorts,
  openssl,
  randomBytes,
  runOpenssl,
  sha256,
  testPolicy,
  toPem,
} from '@daricheh/shared/testing';
import {
  buildTimeStampRequest,
  nameNonce,
  parseTimeStampResponse,
  timeStampQueryType,
  timeStampReplyType,
  verifyTimeStamp,
} from '@daricheh/shared/timestamp';
import { describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { createTestApp, type DemoAgencyId, originOf, startOfTests } from '../testing/test-app.ts';
import { openTimeStampAuthority } from './open-authority.ts';
import { timeStampPath } from './routes.ts';

const data = new TextEncoder().encode('what is stamped');

async function createClock() {
  const { deps, authority } = await createTestApp();
  const app = createApp(deps);
  const ask = (body: Bytes, agency: DemoAgencyId = 'civil-registry', type: string = timeStampQueryType) => {
    const headers = { host: new URL(originOf(agency)).host, 'content-type': type, 'content-length': String(body.length) };
    return app.request(originOf(agency) + timeStampPath, { method: 'POST', headers, body });
  };
  const read = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());
  return { authority, ask, read };
}

describe('a tenant’s time-stamp authority', () => {
  it('stamps what it is asked to, at its own time', async () => {
    const { authority, ask, read } = await createClock();
    const [imprint, nonce] = [await sha256(data), randomBytes(8)];
    const answer = await ask(buildTimeStampRequest(imprint, nonce));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, timeStampReplyType]);
    const ports = createTimeStampPorts([authority.root.der]);
    const verified = await verifyTimeStamp(parseTimeStampResponse(await read(answer)), { imprint, nonce: nameNonce(nonce) }, ports);
    expect(verified).toMatchObject({ at: startOfTests, policy: testPolicy, accuracyMs: 1000 });
  });

  it('says why it does not, as an answer', async () => {
    const { ask, read } = await createClock();
    const answer = await ask(new Uint8Array([0x30, 0x00]));
    expect([answer.status, Buffer.from(await read(answer)).toString('hex')]).toEqual([200, '3009300702010203020204']);
  });

  it('is asked with a query, where there is one', async () => {
    const { ask } = await createClock();
    const query = buildTimeStampRequest(await sha256(data), randomBytes(8));
    expect((await ask(query, 'civil-registry', 'application/octet-stream')).status).toBe(415);
    expect((await ask(query, 'tax')).status).toBe(404);
  });

  it.skipIf(openssl === undefined)('openssl ts asks it, and takes its answer', async () => {
    const { authority, ask, read } = await createClock();
    const query = runOpenssl(['ts', '-query', '-data', 'data', '-sha256', '-cert', '-out', 'query'], { data }, (run) => run.read('query'));
    const answer = await read(await ask(query));
    const files = { query, answer, 'root.pem': toPem(authority.root).certPem };
    const at = String(startOfTests.getTime() / 1000);
    const judge = ['ts', '-verify', '-queryfile', 'query', '-in', 'answer', '-CAfile', 'root.pem', '-attime', at];
    expect(runOpenssl(judge, files, ({ isOk, told }) => (isOk ? '' : told))).toBe('');
  });

  it.skipIf(openssl === undefined)('openssl ts is told that another policy or hash is not to be had', async () => {
    const { ask, read } = await createClock();
    const queries = [['-sha256', '-tspolicy', '1.2.3.4'], ['-sha512']].map((options) =>
      runOpenssl(['ts', '-query', '-data', 'data', ...options, '-out', 'query'], { data }, (run) => run.read('query')),
    );
    const answers = await Promise.all(queries.map(async (query) => Buffer.from(await read(await ask(query))).toString('hex')));
    // unacceptedPolicy is bit 15, badAlg bit 0.
    expect(answers).toEqual(['300a30080201020303000001', '3009300702010203020780']);
  });
});

describe('a time-stamp authority starts', () => {
  it('with a certificate for time stamps and its key, and with no other', async () => {
    const root = await createTestRoot();
    const clock = toPem(await createTestTimeStampCertificate(root));
    const seal = toPem(await createTestSeal(root, 'https://tax.example'));
    const source = { ...clock, policy: testPolicy, accuracySeconds: 1 };
    expect(openTimeStampAuthority(source)).toMatchObject({ policy: testPolicy, accuracySeconds: 1 });
    expect(() => openTimeStampAuthority({ ...source, keyPem: seal.keyPem })).toThrow(/does not belong/);
    expect(() => openTimeStampAuthority({ ...source, ...seal })).toThrow(/not for time stamps alone/);
  });
});
