import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { buildWithdrawal, decodeManifest, encodeManifest, hashManifest } from '@daricheh/shared/submission';
import type { ReceivedCase } from '../cases/case-record.ts';
import { randomBytes, sha256 } from '../credentials/wallet-crypto.ts';
import { findSameMandate } from './held-mandates.ts';
import { makeWaitingForm } from './keep-waiting.ts';
import { fetchForm, findAgency, type ReviewPorts } from './review-form.ts';
import type { WaitingForm } from './waiting-form.ts';

/**
 * The withdrawal of a case, to be reviewed and signed like any form that waits: under the terms of the form as its agency publishes it now, and
 * naming the case by its number and by the hash of what was signed then. Nothing is stored here.
 * Of a case that was signed for somebody else it is so too, under what is held now.
 * @throws AppError `case_unknown` where it is not known at which address the form stands; those of `findAgency` and `fetchForm`; why nothing that is
 * held lets the citizen sign for that person any more: `mandate_required`, `mandate_revoked` and others
 */
export async function prepareWithdrawal(
  { agency: { origin }, caseNumber, filled, manifest: signed }: ReceivedCase,
  locale: 'fa' | 'en',
  ports: Pick<ReviewPorts, 'records' | 'trust' | 'send' | 'nowMs'>,
): Promise<WaitingForm> {
  if (!filled) throw new AppError('case_unknown');
  const agency = await findAgency(origin, ports);
  const { definition, hash, jws } = await fetchForm({ formUri: filled.formUri, origin }, agency, ports);
  const mandate = await findSameMandate(decodeManifest(decodeBase64Url(signed)), definition, ports);
  const manifest = buildWithdrawal({
    ...{ definition, formHash: hash, origin, locale, createdAt: new Date(ports.nowMs()) },
    ...{ nonce: encodeBase64Url(randomBytes(16)), salt: encodeBase64Url(randomBytes(16)) },
    withdraws: { caseNumber, manifestHash: await hashManifest(decodeBase64Url(signed), sha256) },
    ...(mandate && { mandate }),
  });
  return makeWaitingForm(
    { agency, manifest, bytes: encodeManifest(manifest), formJws: jws },
    {
      pageUri: filled.uri,
      keptAtMs: ports.nowMs(),
    },
  );
}
