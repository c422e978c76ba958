import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64Url, encodeCanonicalJson, encodeUtf8 } from '../encoding/index.ts';
import { proveConsistency, proveInclusion } from '../merkle/index.ts';
import { holdTree } from '../merkle/merkle-tree.ts';
import type { Seal, SealExpectations, SealPorts } from '../seal/index.ts';
import { openForm, publishForm } from '../submission/index.ts';
import { createTestRoot, createTestSeal, describeTestForm, sha256, type TestCertificate, testTime, verifyP256 } from '../testing/index.ts';
import { createChainVerifier, encodeX5c } from '../x509/index.ts';
import {
  checkConsistency,
  commitTo,
  encodeLogEntry,
  issueCheckpoint,
  type LogCheckpoint,
  type LogEntry,
  type LogProof,
  openCheckpoint,
  verifyReceiptInLog,
} from './index.ts';

const origin = 'https://tax.example';
const salt = new Uint8Array(32).fill(7);
const receipt = 'the.receipt.jws';
const sealOf = ({ der, key }: TestCertificate): Seal => ({ x5c: encodeX5c([der]), sign: key.sign });

let root: TestCertificate;
let seal: Seal;
let ports: SealPorts;
let expected: SealExpectations;
let entries: LogEntry[];

beforeAll(async () => {
  root = await createTestRoot();
  const certificate = await createTestSeal(root, origin);
  seal = sealOf(certificate);
  ports = { verifyChain: createChainVerifier({ anchors: [root.der], verifyP256 }), verifyP256, sha256 };
  expected = { origin, certificateHashes: [encodeBase64Url(await sha256(certificate.der))], at: testTime };
  const commitment = await commitTo(encodeUtf8(receipt), salt, sha256);
  entries = Array.from({ length: 9 }, (_, at) => ({ kind: at === 4 ? 'receipt' : 'act', at, commitment }) as const);
});

const hold = (of = entries) => holdTree(of.map(encodeLogEntry), sha256);

async function describeCheckpoint(size: number, changes: Partial<LogCheckpoint> = {}): Promise<LogCheckpoint> {
  const { root: hash } = await hold(entries.slice(0, size));
  return {
    type: 'daricheh.log-checkpoint.v1',
    ...{ origin, size, root: encodeBase64Url(hash), issuedAt: testTime.toISOString() },
    ...changes,
  };
}

/** That the receipt is entry 4 of a log of nine. */
async function proveReceipt(by: Seal = seal): Promise<LogProof> {
  const path = await proveInclusion({ index: 4, size: 9 }, (await hold()).readTile, sha256);
  const entry = entries[4];
  if (entry === undefined) throw new Error('nine');
  return {
    ...{ entry, salt: encodeBase64Url(salt), index: 4, path: path.map(encodeBase64Url) },
    checkpoint: await issueCheckpoint(await describeCheckpoint(9), by),
  };
}

describe('a receipt', () => {
  it('E13: is proven in the log by what its holder keeps', async () => {
    expect(await verifyReceiptInLog(receipt, await proveReceipt(), expected, ports)).toEqual(await describeCheckpoint(9));
  });

  it('E13: is not in the log by the word of another server', async () => {
    const stranger = sealOf(await createTestSeal(root, origin));
    await expect(verifyReceiptInLog(receipt, await proveReceipt(stranger), expected, ports)).rejects.toMatchObject({
      code: 'log_checkpoint_invalid',
      facts: { what: 'certificate' },
    });
  });

  it('E13: is not in the log when it is altered', async () => {
    await expect(verifyReceiptInLog('the.receipt.jwt', await proveReceipt(), expected, ports)).rejects.toMatchObject({
      code: 'log_proof_invalid',
      facts: { what: 'commitment' },
    });
  });

  it.each<[string, (proof: LogProof) => LogProof | Promise<LogProof>, string]>([
    [
      'the tree has another size',
      async (proof) => ({ ...proof, checkpoint: await issueCheckpoint(await describeCheckpoint(9, { size: 8 }), seal) }),
      'path',
    ],
    [
      'the tree is an older one',
      async (proof) => ({ ...proof, checkpoint: await issueCheckpoint(await describeCheckpoint(8), seal) }),
      'path',
    ],
    ['its index is another', (proof) => ({ ...proof, index: 5 }), 'path'],
    ['its time is another', (proof) => ({ ...proof, entry: { ...proof.entry, at: 5 } }), 'path'],
    ['its salt is another', (proof) => ({ ...proof, salt: encodeBase64Url(salt.with(0, 8)) }), 'commitment'],
    ['its salt is none', (proof) => ({ ...proof, salt: '' }), 'salt'],
    ['it was logged as something else', (proof) => ({ ...proof, entry: { ...proof.entry, kind: 'act' } }), 'kind'],
    ['a hash is missing', (proof) => ({ ...proof, path: proof.path.slice(1) }), 'path'],
  ])('E13: is not in the log when %s', async (_what, change, what) => {
    const proof = await change(await proveReceipt());
    await expect(verifyReceiptInLog(receipt, proof, expected, ports)).rejects.toMatchObject({ code: 'log_proof_invalid', facts: { what } });
  });
});

it('an entry is encoded in the one canonical way', () => {
  const entry = { kind: 'act', at: 5, commitment: 'A'.repeat(43) } as const;
  expect(encodeLogEntry(entry)).toEqual(encodeCanonicalJson({ type: 'daricheh.log-entry.v1', ...entry }));
});

describe('a checkpoint', () => {
  it('is opened by whoever knows the agency', async () => {
    const content = await describeCheckpoint(3);
    expect(await openCheckpoint(await issueCheckpoint(content, seal), expected, ports)).toEqual(content);
  });

  it('is not one when it is another document of the agency, nor another document when it is one', async () => {
    const { jws } = await publishForm(describeTestForm(origin), seal, { sha256 });
    const typ = { facts: { what: 'typ' } };
    await expect(openCheckpoint(jws, expected, ports)).rejects.toMatchObject({ code: 'log_checkpoint_invalid', ...typ });
    const checkpoint = await issueCheckpoint(await describeCheckpoint(3), seal);
    await expect(openForm(checkpoint, expected, ports)).rejects.toMatchObject({ code: 'form_not_trusted', ...typ });
  });

  it('is refused when it speaks of another log', async () => {
    const jws = await issueCheckpoint(await describeCheckpoint(3, { origin: 'https://passport.example' }), seal);
    await expect(openCheckpoint(jws, expected, ports)).rejects.toMatchObject({ code: 'log_checkpoint_invalid', facts: { what: 'origin' } });
  });

  it('continues an earlier one', async () => {
    const path = (await proveConsistency({ from: 3, to: 9 }, (await hold()).readTile, sha256)).map(encodeBase64Url);
    const [from, to] = [await describeCheckpoint(3), await describeCheckpoint(9)];
    await expect(checkConsistency({ from, to, path }, sha256)).resolves.toBeUndefined();
    await expect(checkConsistency({ from, to: from, path: [] }, sha256)).resolves.toBeUndefined();
  });

  it.each<[string, Partial<LogCheckpoint>, Partial<LogCheckpoint>, string]>([
    ['E12: two of one size say different things', {}, { size: 3, root: 'A'.repeat(43) }, 'split'],
    ['E11: the log has become shorter', {}, { size: 2 }, 'shrunk'],
    ['E11: the log was written anew', { root: 'A'.repeat(43) }, {}, 'path'],
    ['it is of another log', {}, { origin: 'https://passport.example' }, 'origin'],
  ])('does not continue an earlier one: %s', async (_what, earlier, later, what) => {
    const path = (await proveConsistency({ from: 3, to: 9 }, (await hold()).readTile, sha256)).map(encodeBase64Url);
    const [from, to] = [await describeCheckpoint(3, earlier), await describeCheckpoint(9, later)];
    await expect(checkConsistency({ from, to, path }, sha256)).rejects.toMatchObject({ code: 'log_inconsistent', facts: { what } });
  });
});
