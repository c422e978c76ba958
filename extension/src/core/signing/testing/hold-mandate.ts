import { createPrivateKey } from 'node:crypto';
import { createTestMandate, type TestMandate, type TestRegistry } from '@daricheh/shared/testing';
import type { StoredCredential } from '../../credentials/stored-credential.ts';
import { storeCredential } from '../../credentials/testing/stored.ts';
import type { WalletRecords } from '../../records/wallet-records.ts';

type World = { readonly records: WalletRecords; readonly registry: TestRegistry; readonly nowMs: () => number };
type Told = Omit<Parameters<typeof createTestMandate>[1], 'at'> & Partial<Pick<StoredCredential, 'id' | 'standing' | 'receivedAtMs'>>;

/** Puts a mandate for the elder child into the wallet, with what is told of it instead. */
export async function holdMandate({ records, registry, nowMs }: World, told: Told = {}): Promise<TestMandate> {
  const { id = 'm1', standing = null, receivedAtMs = 2, ...content } = told;
  const mandate = await createTestMandate(registry, { at: new Date(nowMs()), ...content });
  const pkcs8 = createPrivateKey({ key: { ...mandate.key.privateJwk }, format: 'jwk' }).export({ type: 'pkcs8', format: 'der' });
  const stored = storeCredential({
    ...{ id, vct: 'urn:daricheh:mandate:1', configurationId: 'mandate', standing, receivedAtMs },
    instances: [{ credential: mandate.credential, keyId: id, usedAtMs: null }],
  });
  const key = { id, privateKey: pkcs8.toString('base64url'), createdAtMs: 1 };
  await records.commit([records.keys.put(key), records.credentials.put(stored)]);
  return mandate;
}
