import { parseStrictJson } from '@daricheh/shared/encoding';
import {
  type CoSubmissionEnvelope,
  coSubmissionEvidence,
  joinSignatures,
  type SignedEnvelope,
  signedEnvelope,
  splitSignatures,
  unsignedHeader,
} from '@daricheh/shared/submission';
import type * as z from 'zod/mini';
import type { Deps } from '../deps.ts';
import type { CaseName } from '../storage/case-name.ts';
import type { SignatureEvidence } from '../storage/evidence.ts';

/** What proves a case's submission later: of one signature by itself, of two each at its place in the whole. Null where nobody signed it. */
export async function readEvidence(name: CaseName, { store }: Pick<Deps, 'store'>): Promise<z.infer<typeof coSubmissionEvidence> | null> {
  const kept = await store.evidence.list(name);
  const [only] = kept;
  if (only === undefined) return null;
  const { signature: _signature, ...single } = only;
  if (kept.length === 1) return coSubmissionEvidence.parse(single);
  const submission = (await store.cases.read(name))?.submissions.find(({ receipt }) => receipt !== null);
  if (submission === undefined) return null;
  const envelope = signedEnvelope.parse(parseStrictJson(submission.body));
  return { header: null, statusToken: null, coSigned: addEvidence(envelope, kept) };
}

/** The envelope with what was added to each of its signatures. */
export function addEvidence(envelope: SignedEnvelope, kept: readonly SignatureEvidence[]): CoSubmissionEnvelope {
  return joinSignatures(
    splitSignatures(envelope).map((part) => {
      const own = kept.find(({ signature }) => signature === part.envelope.jws.signature);
      const header = own === undefined || own.header === null ? null : unsignedHeader.parse(own.header);
      return { ...part, header, statusToken: own?.statusToken ?? null };
    }),
  );
}
