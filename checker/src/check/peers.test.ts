import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createTestApp, createTestSigner, originOf, type TestApp, timeStampsOfRegistry } from '@daricheh/server/testing';
import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { logProof } from '@daricheh/shared/log';
import {
  readComponents,
  type SingleSubmissionFile,
  submissionAnswer,
  submissionEvidence,
  writeSubmissionFile,
} from '@daricheh/shared/submission';
import { findProgram, openssl, pythonWithJwcrypto, runJwcrypto, runOpenssl, toPem } from '@daricheh/shared/testing';
import { encodeX5c, parseCertificate } from '@daricheh/shared/x509';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const jose = findProgram('jose');
const faketime = findProgram('faketime');

let app: TestApp;
let folder: string;
/** As a citizen has it from a running server: submitted, stamped, logged. */
let file: SingleSubmissionFile;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daricheh-peers-'));
  app = await createTestApp({ timeStampsFrom: timeStampsOfRegistry });
  file = await submit();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function submit(): Promise<SingleSubmissionFile> {
  const signer = await createTestSigner(app);
  const envelope = await signer.sign();
  const { receipt, caseToken, caseUri } = submissionAnswer.parse(await (await signer.submit(envelope)).json());
  const ask = async (path: string) => app.send('tax', path, { headers: { authorization: `Bearer ${caseToken}` } });
  const { pathname } = new URL(caseUri);
  const { header, statusToken } = submissionEvidence.parse(await (await ask(`${pathname}/evidence`)).json());
  const proof = logProof.parse(await (await ask(`${pathname}/log-proof`)).json());
  if (header === null || statusToken === null) throw new Error('no evidence');
  return {
    type: 'daricheh.submission-file.v2',
    agency: { id: 'tax', origin: originOf('tax') },
    ...{ envelope, receipt, header, statusToken },
    form: await (await app.send('tax', '/daricheh/forms/yearly-return')).text(),
    log: { proof, checkpoint: proof.checkpoint },
    trustList: [app.authority.trustList],
    roots: encodeX5c([app.authority.root.der]),
  };
}

/** The base64url of the bytes with one bit flipped. */
const flip = (text: string): string => {
  const bytes = decodeBase64Url(text);
  return encodeBase64Url(bytes.with(bytes.length - 9, (bytes.at(-9) ?? 0) ^ 1));
};

/** A JWS of the file in flattened form, with the key of its own certificate. */
function readSigned(which: 'envelope' | 'receipt') {
  const [protectedText = '', payload = '', signature = ''] =
    which === 'receipt' ? file.receipt.split('.') : [file.envelope.jws.protected, file.envelope.jws.payload, file.envelope.jws.signature];
  const { x5c } = JSON.parse(Buffer.from(protectedText, 'base64url').toString()) as { x5c: [string] };
  const key = parseCertificate(Uint8Array.from(Buffer.from(x5c[0], 'base64'))).publicKey;
  return { jws: { protected: protectedText, payload, signature }, key };
}

/** The command itself, in a process of its own. */
function run(program: string, args: readonly string[]) {
  const form = join(folder, 'form.json');
  writeFileSync(form, writeSubmissionFile(file));
  writeFileSync(join(folder, 'root.pem'), toPem(app.authority.root).certPem);
  const command = ['check', form, '--root', join(folder, 'root.pem'), '--lang', 'en'];
  const { status, stdout } = spawnSync(program, [...args, join(import.meta.dirname, '../main.ts'), ...command], { encoding: 'utf8' });
  return { exit: status, told: stdout };
}

describe.each(['envelope', 'receipt'] as const)('what a citizen holds from a server: the %s', (which) => {
  const parts = [['payload'], ['protected'], ['signature']] as const;

  describe.skipIf(jose === undefined)('and the jose command', () => {
    const verify = (jws: object, key: object): boolean => {
      writeFileSync(join(folder, 'jws'), JSON.stringify(jws));
      writeFileSync(join(folder, 'key'), JSON.stringify(key));
      return spawnSync(jose ?? '', ['jws', 'ver', '-i', './jws', '-k', './key'], { cwd: folder }).status === 0;
    };

    it('is verified', () => {
      const { jws, key } = readSigned(which);
      expect(verify(jws, key)).toBe(true);
    });

    it.each(parts)('is refused with one bit of its %s flipped', (part) => {
      const { jws, key } = readSigned(which);
      expect(verify({ ...jws, [part]: flip(jws[part]) }, key)).toBe(false);
    });
  });

  describe.skipIf(pythonWithJwcrypto === undefined)('and python3-jwcrypto', () => {
    const program = `
token = jws.JWS()
try:
    token.deserialize(json.dumps(data['jws']), jwk.JWK(**data['key']))
    print(json.dumps('verified'))
except (jws.InvalidJWSObject, jws.InvalidJWSSignature):
    print(json.dumps('refused'))
`;

    it('is verified', () => {
      expect(runJwcrypto(program, readSigned(which))).toBe('verified');
    });

    it.each(parts)('is refused with one bit of its %s flipped', (part) => {
      const { jws, key } = readSigned(which);
      expect(runJwcrypto(program, { jws: { ...jws, [part]: flip(jws[part]) }, key })).toBe('refused');
    });
  });
});

it.skipIf(openssl === undefined)('openssl ts finds its time stamp to be over the signature, and not with one bit flipped', () => {
  const [{ component }] = readComponents(file.header ?? { etsiU: [] });
  const token = Buffer.from('sigTst' in component ? (component.sigTst.tstTokens[0]?.val ?? '') : '', 'base64');
  const at = String(Math.floor(app.clock.now.getTime() / 1000));
  const judge = (files: { readonly data: string; readonly token: Uint8Array }): boolean =>
    runOpenssl(
      ['ts', '-verify', '-data', 'data', '-token_in', '-in', 'token', '-CAfile', 'root.pem', '-attime', at],
      { ...files, 'root.pem': toPem(app.authority.root).certPem },
      ({ isOk }) => isOk,
    );
  const data = file.envelope.jws.signature;
  const bent = Uint8Array.from(token).with(token.length - 3, (token.at(-3) ?? 0) ^ 1);
  expect([judge({ data, token }), judge({ data: flip(data), token }), judge({ data, token: bent })]).toEqual([true, false, false]);
});

describe.skipIf(faketime === undefined)('the command at another time', () => {
  const at = (time: Date) => run(faketime ?? '', [time.toISOString().replace('T', ' ').slice(0, 19), process.execPath]);

  it('finds it valid while its time stamp can be judged', () => {
    const { exit, told } = at(new Date(app.clock.now.getTime() + 86_400_000));
    expect([exit, told]).toEqual([0, expect.stringContaining('✔ Valid')]);
  });

  it('says ten years later that it cannot be proven, and never that it is valid', () => {
    const { exit, told } = at(new Date('2036-06-01T12:00:00Z'));
    expect([exit, told]).toEqual([3, expect.stringContaining('? Cannot be proven')]);
    expect(told).not.toContain('✔ Valid');
    expect(told).toMatch(/\? Time stamp: cannot be proven/);
  });
});
