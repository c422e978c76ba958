import { AppError } from '@daricheh/shared/errors';
import { type Cbor, issueMdoc, writeElement } from '@daricheh/shared/mdoc';
import { selectClaims } from '@daricheh/shared/presentation';
import { type DocumentTypeId, listDocumentClaims, type MdocType } from '@daricheh/shared/vocabulary';
import { decodeX5c } from '@daricheh/shared/x509';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { findIssuer } from './configurations.ts';
import { type Subject, selectSubjectClaims } from './subject.ts';
import type { CredentialOrder } from './write-sd-jwt.ts';

/** Signs that tell countries' vehicles apart, where this server's agencies are. @see ISO/IEC 18013-1:2018, annex F */
const distinguishingSigns: Readonly<Record<string, string>> = { IR: 'IR' };

/**
 * The credential as an mdoc, under the agency's document signer. It lasts as an SD-JWT VC of its type does.
 * @throws AppError `not_found` for an agency without a document signer
 * @see ISO/IEC 18013-5:2021, sections 7.2 and 9.1.2; OpenID4VCI 1.0, appendix A.2
 */
export async function writeMdoc(
  deps: Pick<Deps, 'sha256' | 'randomBytes'>,
  agency: Agency,
  { document, mdoc, subject, key, at, expiresAt, status }: MdocOrder,
): Promise<string> {
  const { documentSigner } = findIssuer(agency);
  if (!documentSigner) throw new AppError('not_found');
  return issueMdoc(
    {
      docType: mdoc.docType,
      namespaces: { [mdoc.namespace]: stateElements(subject, document, mdoc) },
      x5chain: decodeX5c([documentSigner.certificate]),
      deviceKey: key,
      validity: { signedAt: at, validFrom: at, validUntil: expiresAt },
      status,
    },
    { ...deps, sign: documentSigner.sign },
  );
}

export type MdocOrder = Omit<CredentialOrder, 'configuration' | 'passkeys'> & {
  readonly document: DocumentTypeId;
  readonly mdoc: MdocType;
};

function stateElements(subject: Subject, document: DocumentTypeId, { elements }: MdocType): Record<string, Cbor> {
  const claims = selectSubjectClaims(subject, document);
  const stated: Record<string, Cbor> = {};
  for (const { datum, path } of listDocumentClaims(document)) {
    const [found] = selectClaims(claims, path);
    const element = elements[datum];
    if (found && element !== undefined) stated[element] = writeElement(datum, found.value);
  }
  const sign = distinguishingSigns[String(stated['issuing_country'])];
  return sign === undefined ? stated : { ...stated, un_distinguishing_sign: sign };
}
