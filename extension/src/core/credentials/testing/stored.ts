import type { StoredCredential } from '../stored-credential.ts';

/** A document as the wallet keeps it, for tests: one copy under the key `k1`, by the registry, unless told otherwise. */
export function storeCredential(told: Partial<StoredCredential> = {}): StoredCredential {
  return {
    version: 2,
    id: 'c1',
    format: 'dc+sd-jwt',
    vct: 'urn:daricheh:identity:1',
    issuer: { id: 'https://registry.example', name: { fa: 'ثبت', en: 'Registry' } },
    configurationId: 'identity',
    instances: [{ credential: 'x', keyId: 'k1', usedAtMs: null }],
    isSingleUse: false,
    receivedAtMs: 1,
    renewedAtMs: null,
    standing: null,
    checkFailedAtMs: null,
    display: null,
    grantId: null,
    identifier: null,
    renewal: null,
    reusedAtMs: null,
    notificationIds: [],
    stopped: null,
    ...told,
  };
}
