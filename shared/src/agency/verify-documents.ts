import type { Json } from '../encoding/index.ts';
import { type ExpectedResponse, type VerifyVpTokenPorts, verifyVpToken } from '../presentation/index.ts';
import { describeShownDocument, type ShownDocument } from './shown-document.ts';

/**
 * Every document of a vp_token, verified as `verifyVpToken` does and told by the ids of the vocabulary. A status that
 * cannot be had counts as a refusal.
 * @throws AppError what `verifyVpToken` throws; of several documents the first that fails rejects all
 */
export async function verifyDocuments(
  vpToken: Json,
  expected: ExpectedResponse,
  ports: VerifyVpTokenPorts,
): Promise<readonly ShownDocument[]> {
  const presentations = await verifyVpToken(vpToken, expected, ports);
  return presentations.map((presentation) => describeShownDocument(presentation, expected.query));
}
