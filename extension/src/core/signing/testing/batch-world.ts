import { AppError } from '@daricheh/shared/errors';
import type { TestCitizen } from '@daricheh/shared/testing';
import type { SendHttp } from '../../http/http.ts';
import type { WalletRecords } from '../../records/wallet-records.ts';
import type { TimeTrust } from '../../trust/wallet-trust.ts';
import { makeWaitingForm } from '../keep-waiting.ts';
import { reviewForm } from '../review-form.ts';
import type { WaitingForm } from '../waiting-form.ts';
import { createGround, createSigningWorld, type Ground, type SigningWorld } from './signing-world.ts';

/** Several agencies, each at an origin of its own and with a form, and one wallet; the wire between them goes by origin. */
export type BatchWorld = {
  readonly agencies: readonly SigningWorld[];
  readonly citizen: TestCitizen;
  readonly records: WalletRecords;
  readonly registry: Ground['registry'];
  readonly trust: () => Promise<TimeTrust>;
  readonly send: SendHttp;
  readonly nowMs: () => number;
  /** Reviews the form of an agency as its page stands, and keeps it waiting. */
  keep(agency: SigningWorld): Promise<WaitingForm>;
};

export async function createBatchWorld(
  origins: readonly string[],
  { takesMandates = false }: { readonly takesMandates?: boolean } = {},
): Promise<BatchWorld> {
  const ground = await createGround();
  const agencies: SigningWorld[] = [];
  for (const origin of origins) agencies.push(await createSigningWorld({ origin, ground, takesMandates }));
  const [first] = agencies;
  if (!first) throw new Error('no agency');
  const lists = await Promise.all(agencies.map(async ({ trust }) => (await trust()).list));
  const { list, ...verifiers } = await first.trust();
  const trust = async () => ({ list: { ...list, agencies: lists.flatMap((each) => each.agencies) }, ...verifiers });
  let kept = 0;
  return {
    ...{ agencies, trust, ...ground, nowMs: first.nowMs },
    send: async (request) => {
      const agency = agencies.find(({ form }) => form.definition.agency.origin === new URL(request.url).origin);
      if (!agency) throw new AppError('unavailable');
      return agency.send(request);
    },
    keep: async (agency) => {
      const { origin } = agency.form.definition.agency;
      const draw = () => crypto.randomUUID().replaceAll('-', '').slice(0, 22);
      const formUri = '/daricheh/forms/yearly-return';
      const seed = { origin, formUri, locale: 'fa', createdAtMs: first.nowMs(), nonce: draw(), salt: draw() } as const;
      const readControls = async () => agency.controls;
      const reviewed = await reviewForm(seed, { ...agency, trust, readControls });
      if (reviewed.kind !== 'ready') throw new Error(reviewed.kind);
      kept += 1;
      const waiting = makeWaitingForm(reviewed, { pageUri: `${origin}/return`, draft: formUri, keptAtMs: first.nowMs() + kept });
      await ground.records.commit([ground.records.waiting.put(waiting)]);
      return waiting;
    },
  };
}
