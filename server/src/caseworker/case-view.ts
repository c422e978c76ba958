import { decodeBase64Url, parseStrictJson } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import {
  cleanText,
  decodeManifest,
  openReceipt,
  type Receipt,
  renderView,
  signedEnvelope,
  splitSignatures,
  type ViewSection,
} from '@daricheh/shared/submission';
import type { Agency } from '../agencies/agency.ts';
import { sha256 } from '../crypto/node-crypto.ts';
import type { Deps } from '../deps.ts';
import type { SubmissionRecord } from '../storage/store.ts';
import { readSigner } from '../submissions/read-signer.ts';
import { plainBody } from '../submissions/receive-plain.ts';
import type { Trust } from '../trust/trust.ts';
import type { Language } from './text.ts';

/** One submission as a caseworker reads it. */
export type SubmissionView =
  | {
      readonly kind: 'signed';
      /** What the manifest shows, rendered again in the caseworker's language. */
      readonly sections: readonly ViewSection[];
      /** National id of whoever signed; of both, where two people did. */
      readonly signer: string;
      /** Name of whom they signed for; null where they signed for themselves. */
      readonly principal: string | null;
      /** The receipt that was given; null when its seal does not hold. */
      readonly receipt: Receipt | null;
    }
  | { readonly kind: 'plain'; readonly answers: readonly { readonly label: string; readonly value: string }[] };

/** Reads a stored submission. Its evidence was verified when it came; only the receipt's seal is checked again. */
export async function viewSubmission(
  { agency, language }: { agency: Agency; language: Language },
  submission: SubmissionRecord,
  ports: Pick<Deps, 'verifyP256'> & Pick<Trust, 'verifyChain'>,
): Promise<SubmissionView> {
  const body = parseStrictJson(submission.body);
  const { manifestHash, receipt, receivedAt } = submission;
  if (manifestHash === null || receipt === null) {
    const { answers } = plainBody.parse(body);
    return { kind: 'plain', answers: answers.map(({ label, value }) => ({ label: label[language], value })) };
  }
  const envelope = signedEnvelope.parse(body);
  const manifest = decodeManifest(decodeBase64Url(envelope.jws.payload));
  const expected = { origin: agency.origin, certificateHashes: null, at: receivedAt, manifestHash };
  return {
    kind: 'signed',
    sections: renderView({ ...manifest, locale: language }).sections,
    signer: splitSignatures(envelope)
      .map((part) => readSigner(part.envelope.presentation))
      .join(' · '),
    principal: manifest.mandate === undefined ? null : cleanText(manifest.mandate.principal.name),
    receipt: await openReceipt(receipt, expected, { ...ports, sha256 }).catch(forgiveSeal),
  };
}

function forgiveSeal(error: unknown): null {
  if (error instanceof AppError && error.code === 'receipt_invalid') return null;
  throw error;
}
