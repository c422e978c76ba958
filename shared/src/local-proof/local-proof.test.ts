import { describe, expect, it } from 'vitest';
import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import {
  createTestProofWorld,
  createTimeStampPorts,
  describeTestProof,
  sha256,
  type TestProofChanges,
  testTime,
  verifyP256,
} from '../testing/index.ts';
import { createChainVerifier } from '../x509/index.ts';
import { localProofFile, verifyLocalProof } from './index.ts';

async function createFile(changes: TestProofChanges = {}, at = testTime) {
  const { root, makeFile } = await createTestProofWorld();
  return {
    file: await makeFile(changes, { at }),
    ports: {
      sha256,
      verifyP256,
      verifyChain: createChainVerifier({ anchors: [root.der], verifyP256 }),
      ...createTimeStampPorts([root.der]),
    },
  };
}

const flip = (text: string): string => {
  const bytes = decodeBase64Url(text);
  return encodeBase64Url(bytes.with(5, (bytes[5] ?? 0) ^ 1));
};

describe('a record of what was sent', () => {
  it('says what was sent where, and when it existed for certain', async () => {
    const { file, ports } = await createFile();
    expect(await verifyLocalProof(localProofFile.parse(file), ports)).toEqual({ proof: await describeTestProof(), stampedAt: testTime });
  });

  it('holds without a time stamp, and then says no time', async () => {
    const { file, ports } = await createFile();
    const { header: _header, ...bare } = file;
    expect((await verifyLocalProof(bare, ports)).stampedAt).toBeNull();
  });

  it.each(['payload', 'signature'] as const)('is refused with its %s changed', async (member) => {
    const { file, ports } = await createFile();
    const changed = { ...file, jws: { ...file.jws, [member]: flip(file.jws[member]) } };
    await expect(verifyLocalProof(changed, ports)).rejects.toMatchObject({
      code: expect.stringMatching(/^(signature|time_stamp)_invalid$/),
    });
  });

  it('is refused with another picture, without the one it names, and with one that it does not', async () => {
    const { file, ports } = await createFile();
    const bare = await createFile({ picture: null });
    const refusal = { code: 'signature_invalid', facts: { what: 'picture' } };
    await expect(verifyLocalProof({ ...file, picture: encodeBase64Url(encodeUtf8('another')) }, ports)).rejects.toMatchObject(refusal);
    await expect(verifyLocalProof({ ...file, picture: null }, ports)).rejects.toMatchObject(refusal);
    await expect(verifyLocalProof({ ...bare.file, picture: file.picture }, bare.ports)).rejects.toMatchObject(refusal);
  });

  it('is refused under a root that is not ours', async () => {
    const { file } = await createFile();
    const { ports } = await createFile();
    await expect(verifyLocalProof(file, ports)).rejects.toMatchObject({ code: 'time_stamp_invalid' });
  });

  it('is refused where it claims to be signed after its stamp', async () => {
    const { file, ports } = await createFile({}, new Date(testTime.getTime() + 301_000));
    await expect(verifyLocalProof(file, ports)).rejects.toMatchObject({ code: 'time_stamp_invalid', facts: { what: 'iat' } });
  });

  it('is never taken for a submission, nor a submission for it', async () => {
    const { file, ports } = await createFile();
    const header = JSON.parse(new TextDecoder().decode(decodeBase64Url(file.jws.protected)));
    const renamed = encodeBase64Url(encodeUtf8(JSON.stringify({ ...header, typ: 'daricheh-submission+jws' })));
    await expect(verifyLocalProof({ ...file, jws: { ...file.jws, protected: renamed } }, ports)).rejects.toMatchObject({
      code: 'signature_invalid',
      facts: { what: 'typ' },
    });
  });
});
