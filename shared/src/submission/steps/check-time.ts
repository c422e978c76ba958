import { invalidSignature, type SubmissionContext } from './step.ts';

/** How far the wallet's clock may be from the agency's. */
export const maxSkewSeconds = 300;

/** It was signed within five minutes of now, and reviewed no later than that. @throws AppError `signature_invalid` */
export function checkTime({ header, manifest, expected }: SubmissionContext): void {
  const nowSeconds = expected.receivedAt.getTime() / 1000;
  if (Math.abs(header.iat - nowSeconds) > maxSkewSeconds) throw invalidSignature('iat');
  if (Date.parse(manifest.createdAt) / 1000 > header.iat + maxSkewSeconds) throw invalidSignature('created_at');
}
