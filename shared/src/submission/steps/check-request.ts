import { AppError } from '../../errors/index.ts';
import { openSealedJws } from '../../seal/index.ts';
import { readSubmissionRequest, requestJwsType, type SubmissionRequest } from '../submission-request.ts';
import { given, invalidSignature, type SubmissionContext } from './step.ts';

/**
 * The request that the presentation answers is this agency's own, under its seal; it asked for a signature on this very
 * manifest of this form, and had not run out.
 * @throws AppError `signature_invalid`, `submission_request_unknown` (run out), `invalid_request`
 */
export async function checkRequest(context: SubmissionContext): Promise<void> {
  const { envelope, expected, ports, manifest, manifestHash } = context;
  const { origin, certificateHash } = expected.agency;
  const seal = { origin, certificateHashes: [certificateHash], at: expected.receivedAt };
  const payload = await openSealedJws(envelope.request, { ...seal, typ: requestJwsType, code: 'signature_invalid' }, ports);
  const request = readSubmissionRequest(payload);
  if (request.clientId !== `x509_hash:${certificateHash}`) throw invalidSignature('client_id');
  if (request.submissionsUri !== given(context.form).definition.submissionsUri) throw invalidSignature('response_uri');
  if (request.transaction.manifest_hash !== manifestHash) throw invalidSignature('manifest_hash');
  if (!isSameForm(request, manifest.form)) throw invalidSignature('form');
  if (request.expiresAtSeconds * 1000 <= expected.receivedAt.getTime()) throw new AppError('submission_request_unknown');
  context.request = request;
}

function isSameForm({ transaction: { form } }: SubmissionRequest, { id, version, hash }: SubmissionContext['manifest']['form']): boolean {
  return form.id === id && form.version === version && form.hash === hash;
}
