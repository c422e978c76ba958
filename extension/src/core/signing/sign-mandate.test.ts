import { decodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { buildPasskeyChallenge, decodeManifest } from '@daricheh/shared/submission';
import { sha256, testChildIds, testWalletOrigin } from '@daricheh/shared/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { fetchEvidence } from '../cases/fetch-evidence.ts';
import { describeCase } from '../cases/list-cases.ts';
import { saveCase } from '../cases/save-case.ts';
import { settleCase } from '../cases/send-case.ts';
import { verifyP256 } from '../credentials/wallet-crypto.ts';
import { findSigner } from './find-signer.ts';
import { makeWaitingForm } from './keep-waiting.ts';
import { prepareWithdrawal } from './prepare-withdrawal.ts';
import { fetchSigningRequest, openSigningRequest } from './request-signature.ts';
import { type ReviewedForm, reviewForm, type SoughtControls } from './review-form.ts';
import { describeBatchGesture, prepareBatch, signBatch } from './sign-batch.ts';
import { describeSigningGesture, signForm } from './sign-form.ts';
import { holdMandate } from './testing/hold-mandate.ts';
import { agencyOrigin, createSigningWorld, type SigningWorld } from './testing/signing-world.ts';

type Ready = Extract<ReviewedForm, { kind: 'ready' }>;
const formUri = '/daricheh/forms/yearly-return';
const wallet = { origin: testWalletOrigin, rpId: testWalletOrigin };
let world: SigningWorld;

beforeEach(async () => {
  world = await createSigningWorld({ takesMandates: true });
  world.controls = world.controls.map((control) => (control.name === 'national-id' ? { ...control, value: testChildIds.elder } : control));
});

const ports = () => ({
  ...world,
  crypto: { sha256, verifyP256 },
  readControls: async ({ fields }: SoughtControls) => world.controls.filter(({ name }) => fields.some(({ control }) => control === name)),
});

function review(mandateId: string | null = null): Promise<ReviewedForm> {
  const seed = { formUri, origin: agencyOrigin, locale: 'fa', createdAtMs: world.nowMs(), mandateId } as const;
  return reviewForm({ ...seed, nonce: 'A'.repeat(22), salt: 'B'.repeat(22) }, ports());
}

async function reviewReady(): Promise<Ready> {
  const reviewed = await review();
  return reviewed.kind === 'ready' ? reviewed : expect.fail(reviewed.kind);
}

/** What the passkey answers to a gesture. */
async function assert({ tag, context, nonce }: Awaited<ReturnType<typeof describeSigningGesture>>) {
  return world.citizen.passkey.assert(await buildPasskeyChallenge({ tag, context, nonce: encodeUtf8(nonce) }, sha256));
}

async function sign(reviewed: Ready) {
  const request = await openSigningRequest(await fetchSigningRequest(reviewed, ports()), reviewed, ports());
  const assertion = await assert(await describeSigningGesture(reviewed, request));
  return signForm({ reviewed, request, signer: await findSigner(world.records, world.nowMs()), assertion, wallet }, ports());
}

/** Signs and sends; the received case. */
async function send() {
  const { pending } = await sign(await reviewReady());
  const { record } = await settleCase(pending, ports());
  return record ?? expect.fail('not received');
}

describe('a form for somebody else', () => {
  it('is not signed without a mandate, and nothing is sent for it but the question for the form', async () => {
    expect(await review()).toMatchObject({ kind: 'unmandated', problem: 'mandate_required' });
    expect(world.sent.map(({ method }) => method)).toEqual(['GET']);
  });

  it('is asked as what it is signed, where that is open, and then signed as that', async () => {
    await holdMandate(world);
    await holdMandate(world, { id: 'm2', claims: { relation: 'guardian' } });
    expect(await review()).toMatchObject({ kind: 'open' });
    expect(await review('m2')).toMatchObject({ kind: 'ready', isMandateChosen: true, manifest: { mandate: { relation: 'guardian' } } });
  });

  it('is not held against what the wallet holds of its own holder', async () => {
    await holdMandate(world);
    expect(await reviewReady()).toMatchObject({ differences: [], manifest: { mandate: { relation: 'parent' } } });
  });

  it('reaches the agency with the mandate, which the agency takes; case and ledger say on whose behalf', async () => {
    await holdMandate(world);
    const { pending, release } = await sign(await reviewReady());
    const actsFor = { name: 'مینا نمونه', relation: 'parent' };
    expect([pending.actsFor, release.actsFor]).toEqual([actsFor, actsFor]);
    const shown = release.items.flatMap(({ datum, source }) =>
      source.kind === 'credential' && source.vct.includes('mandate') ? [datum] : [],
    );
    expect(shown).toEqual([
      ...['national-id', 'mandate-relation', 'mandate-since', 'mandate-until'],
      ...['principal-national-id', 'principal-given-name', 'principal-family-name'],
    ]);
    // The birth date is in the document, and nobody’s business.
    expect(JSON.stringify(pending.envelope)).not.toContain(Buffer.from('2016-02-03').toString('base64url').slice(0, 12));
    const { record } = await settleCase(pending, ports());
    expect(record && describeCase(record, world.nowMs()).actsFor).toEqual(actsFor);
  });

  it('marks the mandate as shown', async () => {
    await holdMandate(world);
    await sign(await reviewReady());
    expect((await world.records.credentials.find('m1'))?.instances.map(({ usedAtMs }) => usedAtMs)).toEqual([world.nowMs()]);
  });

  it('is not signed under a mandate that was replaced since it was reviewed', async () => {
    await holdMandate(world);
    const reviewed = await reviewReady();
    await holdMandate(world);
    await expect(sign(reviewed)).rejects.toThrow(expect.objectContaining({ code: 'answer_outdated' }));
  });

  it('is saved with the mandate, and with what shows that it counted', async () => {
    await holdMandate(world);
    const record = await fetchEvidence(await send(), ports());
    const { text } = saveCase(record, { tokens: [], roots: [] });
    expect(record.mandateStatusToken).toBeDefined();
    expect(JSON.parse(text)).toMatchObject({
      ...{ envelope: { mandate: record.envelope.mandate }, mandateStatusToken: record.mandateStatusToken },
    });
  });

  it('is saved without a list that says nothing of the mandate', async () => {
    await holdMandate(world);
    const record = await send();
    const { statusToken } = await fetchEvidence(record, ports());
    world.interfere = ({ url }) => (url.endsWith('/evidence') ? { header: null, statusToken, mandateStatusToken: statusToken } : undefined);
    expect((await fetchEvidence(record, ports())).mandateStatusToken).toBeUndefined();
  });
});

describe('a form for somebody else that waits', () => {
  async function keep() {
    const waiting = makeWaitingForm(await reviewReady(), { pageUri: `${agencyOrigin}/return`, draft: formUri, keptAtMs: world.nowMs() });
    await world.records.commit([world.records.waiting.put(waiting)]);
    return { id: waiting.id, manifestHash: (await reviewReady()).manifestHash };
  }

  it('is signed with the others, under its mandate', async () => {
    await holdMandate(world);
    const { batch } = await prepareBatch([await keep()], ports());
    if (!batch) return expect.fail('nothing to sign');
    const assertion = await assert(describeBatchGesture(batch));
    const signer = await findSigner(world.records, world.nowMs());
    const [signed] = await signBatch(batch, { signer, assertion, wallet }, ports());
    expect(signed && (await settleCase(signed.pending, ports())).outcome.kind).toBe('received');
  });

  it('is left out once its mandate does not count, or is gone', async () => {
    await holdMandate(world);
    const shown = await keep();
    const leftOut = async () => (await prepareBatch([shown], ports())).leftOut.map(({ code }) => code);
    expect(await leftOut()).toEqual([]);
    await world.records.credentials.revise('m1', (found) => ({ ...found, standing: { state: 'revoked', checkedAtMs: 1 } }));
    expect(await leftOut()).toEqual(['mandate_revoked']);
    await world.records.commit([world.records.credentials.remove('m1')]);
    expect(await leftOut()).toEqual(['answer_outdated']);
  });
});

describe('the withdrawal of a form for somebody else', () => {
  const mandateOf = ({ manifest }: { readonly manifest: string }) => decodeManifest(decodeBase64Url(manifest)).mandate;

  it('is on behalf of the same person, as before where that is held still', async () => {
    await holdMandate(world);
    const record = await send();
    await holdMandate(world, { id: 'm2', claims: { relation: 'guardian' }, receivedAtMs: 9 });
    expect(mandateOf(await prepareWithdrawal(record, 'fa', ports()))).toEqual(mandateOf(record));
    await world.records.commit([world.records.credentials.remove('m1')]);
    expect(mandateOf(await prepareWithdrawal(record, 'fa', ports()))).toMatchObject({ relation: 'guardian' });
  });

  it('is not made ready once nothing lets the citizen sign for that person', async () => {
    await holdMandate(world);
    const record = await send();
    await world.records.commit([world.records.credentials.remove('m1')]);
    await expect(prepareWithdrawal(record, 'fa', ports())).rejects.toThrow(expect.objectContaining({ code: 'mandate_required' }));
  });
});
