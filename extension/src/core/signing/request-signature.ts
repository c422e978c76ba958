import { AppError } from '@daricheh/shared/errors';
import type { PresentationRequest } from '@daricheh/shared/presentation';
import { readRequest } from '../credentials/present.ts';
import { readJson } from '../http/http.ts';
import type { ReviewedForm, ReviewPorts } from './review-form.ts';

type Ready = Extract<ReviewedForm, { kind: 'ready' }>;

type RequestPorts = Pick<ReviewPorts, 'trust' | 'send' | 'nowMs'>;

/**
 * The agency's signed request for exactly this manifest: only its hash is sent.
 * @throws AppError `signing_request_mismatch` when the answer is a request for anything else, or by anyone else
 */
export async function fetchSigningRequest(reviewed: Ready, ports: RequestPorts): Promise<string> {
  const form = { id: reviewed.definition.id, version: reviewed.definition.version, hash: reviewed.formHash };
  const answer = await ports.send({
    url: reviewed.definition.requestsUri,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ form, manifestHash: reviewed.manifestHash }),
  });
  const document = readJson(answer);
  const request = typeof document === 'object' && document !== null && 'request' in document ? document.request : undefined;
  if (typeof request !== 'string') throw new AppError('signing_request_mismatch', { what: 'shape' });
  await openSigningRequest(request, reviewed, ports);
  return request;
}

/**
 * The request, once it is the page's own agency's and its transaction data names this form and this manifest.
 * @throws AppError `signing_request_mismatch`; `request_expired`
 */
export async function openSigningRequest(
  requestObject: string,
  reviewed: Ready,
  ports: Omit<RequestPorts, 'send'>,
): Promise<PresentationRequest> {
  const form = { id: reviewed.definition.id, version: reviewed.definition.version, hash: reviewed.formHash };
  const expected = { manifestHash: reviewed.manifestHash, form };
  const source = { kind: 'submission', requestObject, origin: reviewed.manifest.agency.origin, expected } as const;
  try {
    const request = await readRequest(source, { trust: ports.trust, nowMs: ports.nowMs, fetchText: refuseFetch });
    if (request.response.uri === reviewed.definition.submissionsUri) return request;
    throw new AppError('signing_request_mismatch', { what: 'response_uri' });
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code === 'request_expired' || cause.code === 'signing_request_mismatch') throw cause;
    throw new AppError('signing_request_mismatch', { what: cause.code }, { cause });
  }
}

/** A request to sign stands by value; whatever would be fetched for it is not one. */
function refuseFetch(): Promise<never> {
  return Promise.reject(new AppError('signing_request_mismatch', { what: 'by_reference' }));
}
