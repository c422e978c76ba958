import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLongTermWorld, findProgram } from '../testing/index.ts';
import type { UnsignedHeader } from './index.ts';

const faketime = findProgram('faketime');

/** What somebody runs who has the file and the root, and no clock but the machine's. */
const program = `
import { readFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import { createCryptoPorts } from '${import.meta.resolve('../agency/web-crypto.ts')}';
import { inflateZlib } from '${import.meta.resolve('../credential/index.ts')}';
import { verifyLongTerm } from '${import.meta.resolve('./index.ts')}';
import { createChainVerifier, createWideChainVerifier, createWidePorts } from '${import.meta.resolve('../x509/index.ts')}';

const { root, ...evidence } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const anchors = [new Uint8Array(Buffer.from(root, 'base64'))];
const { verifyP256 } = createCryptoPorts(webcrypto);
const wide = createWidePorts(webcrypto.subtle);
const chains = {
  verifyChain: createChainVerifier({ anchors, verifyP256 }),
  verifyTimeStampChain: createWideChainVerifier({ anchors, verifySignature: wide.verifySignature }),
};
const proof = await verifyLongTerm(evidence, { ...wide, ...chains, verifyP256, inflate: inflateZlib }, new Date());
console.log(JSON.stringify({ year: new Date().getFullYear(), kind: proof.kind, at: proof.at, link: proof.link, place: proof.place }));
`;

describe.skipIf(faketime === undefined)('ten years on, by the clock of the machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daricheh-ten-years-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let judge: (header: UnsignedHeader, date: string) => unknown;
  let headers: { readonly once: UnsignedHeader; readonly renewed: UnsignedHeader };

  beforeAll(async () => {
    const world = await createLongTermWorld();
    const statusToken = await world.issueStatus();
    const once = await world.stampSignature();
    let renewed = once;
    for (const years of [3, 6, 9]) renewed = await world.renew(renewed, world.after(years), statusToken);
    headers = { once, renewed };
    const [script, file] = [join(folder, 'check.mjs'), join(folder, 'evidence.json')];
    writeFileSync(script, program);
    judge = (header, date) => {
      writeFileSync(
        file,
        JSON.stringify({ root: Buffer.from(world.root.der).toString('base64'), envelope: world.envelope, header, statusToken }),
      );
      const { stdout, stderr } = spawnSync(faketime ?? '', [date, process.execPath, '--no-warnings', script, file], { encoding: 'utf8' });
      return stdout === '' ? stderr : JSON.parse(stdout);
    };
  });

  it('a signature that nobody renewed cannot be proven, and it once could', () => {
    expect(judge(headers.once, '2027-06-01 12:00:00')).toMatchObject({ year: 2027, kind: 'proven', at: '2026-06-01T12:00:00.000Z' });
    expect(judge(headers.once, '2036-06-02 12:00:00')).toEqual({ year: 2036, kind: 'cannot-be-proven', link: 'time-stamp', place: 0 });
  });

  it('one that was renewed in the years 3, 6 and 9 is proven as of the day on which it was signed', () => {
    expect(judge(headers.renewed, '2036-06-02 12:00:00')).toEqual({ year: 2036, kind: 'proven', at: '2026-06-01T12:00:00.000Z' });
  });
});
