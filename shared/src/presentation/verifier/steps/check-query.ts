import { given } from '../../../credential/steps/step.ts';
import { listAuthorityKeyIds } from '../../../x509/index.ts';
import { selectAskedClaims } from '../../dcql-answer.ts';
import type { QueriedCredential } from '../../dcql-match.ts';
import type { PresentationContext, VerifiedDocument, VpTokenContext } from './context.ts';

/**
 * V25. The query holds over what was disclosed, values, sets and authorities included; what goes beyond it is dropped.
 * @throws AppError `query_not_satisfied` @see OpenID4VP 1.0, section 8.6
 */
export function checkQuery(context: VpTokenContext): void {
  const shown = new Map<string, QueriedCredential[]>();
  for (const { asked, document } of context.verified)
    shown.set(asked.id, [...(shown.get(asked.id) ?? []), describe(given(document), asked)]);
  context.claims = selectAskedClaims(context.expected.query, shown);
}

function describe({ format, credential }: VerifiedDocument, asked: PresentationContext['asked']): QueriedCredential {
  const certified = asked.trusted_authorities === undefined ? {} : { authorityKeyIds: listAuthorityKeyIds(credential.issuerPath) };
  if (format === 'mso_mdoc') return { format, docType: credential.docType, claims: credential.claims, ...certified };
  return { format, vct: credential.vct, claims: credential.claims, isHolderBound: credential.holderKey !== null, ...certified };
}
