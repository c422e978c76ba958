import { parseCompactJws } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import type { PresentationRequest } from '@daricheh/shared/presentation';
import { type FormDefinition, hashMandate, presentMandate, readSubmissionRequest, type SignedMandate } from '@daricheh/shared/submission';
import { takeCredential } from '../credentials/usable-credentials.ts';
import { sha256 } from '../credentials/wallet-crypto.ts';
import { type MandatePorts, requireMandate } from './held-mandates.ts';

/**
 * The mandate that a manifest speaks of, bound by its own key to the request that the form is signed for, and marked as shown.
 * @throws AppError as `requireMandate`; `mandate_mismatch` when the copy at hand is another than was reviewed
 */
export async function showMandate(
  signed: SignedMandate,
  { definition, request }: { readonly definition: FormDefinition; readonly request: PresentationRequest },
  ports: MandatePorts,
): Promise<string> {
  const credentialId = await requireMandate(signed, definition, ports);
  const { credential, sign } = await takeCredential(ports.records, credentialId, ports.nowMs());
  if ((await hashMandate(credential, sha256)) !== signed.hash) throw new AppError('mandate_mismatch');
  const { payload } = parseCompactJws(request.requestObject ?? '', { code: 'signing_request_mismatch' });
  return presentMandate({ credential, request: readSubmissionRequest(payload), at: new Date(ports.nowMs()), sign }, { sha256 });
}
