import { createPrivateKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signCompactJws } from '@daricheh/shared/credential';
import { encodeUtf8 } from '@daricheh/shared/encoding';
import { type TrustList, trustList, trustListType } from '@daricheh/shared/trust';
import { decodePemCertificates, encodeX5c } from '@daricheh/shared/x509';
import type { RunningWorld } from './demo.ts';
import { createSigner } from './forged-requests.ts';

/** The trust list of the running demo, where wallets look for a newer one. */
export type PublishedList = {
  /** The edition that the demo came with. */
  readonly first: TrustList;
  /** Publishes the first edition with other parts, signed by the demo's office. */
  publish(parts: Partial<TrustList>): Promise<void>;
  /** Puts the first edition back: other tests share the demo. */
  restore(): void;
};

export function openPublishedList({ demo }: RunningWorld): PublishedList {
  const place = join(demo.folder, 'trust-list.jwt');
  const before = readFileSync(place, 'utf8');
  const payload = Buffer.from(before.split('.')[1] ?? '', 'base64url').toString('utf8');
  const first = trustList.parse(JSON.parse(payload));
  const read = (name: string) => readFileSync(join(demo.folder, 'trust-list', name), 'utf8');
  return {
    first,
    publish: async (parts) => {
      const sign = createSigner(createPrivateKey(read('signer.key.pem')));
      const header = { typ: trustListType, x5c: encodeX5c(decodePemCertificates(read('signer.cert.pem'))) };
      const content = encodeUtf8(JSON.stringify({ ...first, ...parts }));
      writeFileSync(place, `${await signCompactJws({ header, payload: content }, sign)}\n`);
    },
    restore: () => writeFileSync(place, before),
  };
}
