import { createPrivateKey } from 'node:crypto';
import { AppError } from '@daricheh/shared/errors';
import type { FetchText } from '@daricheh/shared/presentation';
import { createPresentationWorld, issueTestIdentity, type PresentationWorld, testTime, testVct } from '@daricheh/shared/testing';
import { createMemoryItems } from '../../records/testing/memory-items.ts';
import { createRecords, type WalletRecords } from '../../records/wallet-records.ts';
import type { PresentPorts } from '../present.ts';
import type { CredentialStanding } from '../stored-credential.ts';
import { storeCredential } from './stored.ts';

/** A document to put into the wallet. Its claims are those of the test identity, these apart. */
export type HeldDocument = {
  readonly id?: string;
  readonly vct?: string;
  readonly claims?: Parameters<typeof issueTestIdentity>[2];
  /** Its issuer's certificates; the usual where absent. */
  readonly x5c?: readonly string[];
  readonly standing?: CredentialStanding['state'] | null;
  readonly receivedAtMs?: number;
};

/** An agency that asks, and a wallet that holds what tests put into it. */
export type PresentingWorld = PresentationWorld & {
  readonly records: WalletRecords;
  readonly ports: PresentPorts;
  /** Answers of the network, by address; others cannot be reached. */
  readonly network: Map<string, string>;
  /** Puts a document into the wallet, or another in the place of one of that id. */
  hold(document?: HeldDocument): Promise<void>;
};

export async function createPresentingWorld(): Promise<PresentingWorld> {
  const world = await createPresentationWorld();
  const records = createRecords(createMemoryItems());
  const network = new Map<string, string>();
  const fetchText: FetchText = async ({ url }) => {
    const text = network.get(url);
    if (text === undefined) throw new AppError('unavailable');
    return { status: 200, contentType: 'application/oauth-authz-req+jwt', text };
  };
  const trust = async () => ({ list: world.trust, verifyChain: world.readPorts.verifyChain });
  return {
    ...world,
    records,
    network,
    ports: { records, trust, fetchText, refill: async () => false, nowMs: () => testTime.getTime() },
    hold: (document) => hold(world, records, document),
  };
}

async function hold(world: PresentationWorld, records: WalletRecords, document: HeldDocument = {}): Promise<void> {
  const { id = 'c1', vct = testVct, claims = {}, x5c = world.issuer.x5c, standing = null, receivedAtMs = 1 } = document;
  const pkcs8 = createPrivateKey({ key: { ...world.holder.privateJwk }, format: 'jwk' }).export({ type: 'pkcs8', format: 'der' });
  const stored = storeCredential({
    ...{ id, vct, receivedAtMs },
    issuer: { id: world.issuer.origin, name: { fa: 'ثبت', en: 'Registry' } },
    instances: [
      { credential: await issueTestIdentity({ ...world.issuer, x5c }, world.holder, { vct, ...claims }), keyId: 'k1', usedAtMs: null },
    ],
    standing: standing && { state: standing, checkedAtMs: 1 },
  });
  const key = { id: 'k1', privateKey: pkcs8.toString('base64url'), createdAtMs: 1 };
  await records.commit([records.credentials.put(stored), records.keys.put(key)]);
}
