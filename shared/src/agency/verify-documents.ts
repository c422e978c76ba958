import type { CheckStatus, CredentialStatus, StatusReference } from '../credential/index.ts';
import type { Json } from '../encoding/index.ts';
import { type ExpectedResponse, type VerifyVpTokenPorts, verifyVpToken } from '../presentation/index.ts';
import { describeShownDocument, type ShownDocument } from './shown-document.ts';

export type VerifyDocumentsPorts = Omit<VerifyVpTokenPorts, 'checkStatus'> & { readonly checkStatus: CheckStatus };

/**
 * Every document of a vp_token, verified as `verifyVpToken` does and told by the ids of the vocabulary. A status that
 * cannot be had counts as a refusal.
 * @throws AppError what `verifyVpToken` throws; of several documents the first that fails rejects all
 */
export async function verifyDocuments(
  vpToken: Json,
  expected: ExpectedResponse,
  { checkStatus, ...ports }: VerifyDocumentsPorts,
): Promise<readonly ShownDocument[]> {
  const statuses = new Map<string, CredentialStatus>();
  const presentations = await verifyVpToken(vpToken, expected, {
    ...ports,
    checkStatus: async (reference, issuer) => {
      statuses.set(nameStatus(reference), await checkStatus(reference, { issuer, whenUnreachable: 'refuse' }));
    },
  });
  return presentations.map((presentation) => {
    const { status } = presentation.credential;
    const asOf = status === null ? null : (statuses.get(nameStatus(status))?.asOf ?? null);
    return describeShownDocument(presentation, expected.query, asOf);
  });
}

function nameStatus({ uri, index }: StatusReference): string {
  return `${index} ${uri}`;
}
