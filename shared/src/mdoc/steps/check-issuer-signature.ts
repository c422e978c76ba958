import { checkIssuerRegistered, findRegisteredDocuments } from '../../credential/registered-issuer.ts';
import { AppError } from '../../errors/index.ts';
import { encodeX5c } from '../../x509/index.ts';
import { isCoseSignedBy } from '../cose-sign1.ts';
import { invalidMdoc } from '../mdoc-error.ts';
import type { MdocContext } from './step.ts';

/** Extended key usage of those who sign driving licences and other mdocs. @see ISO 18013-5:2021, annex B.1.4 */
export const documentSignerPurpose = '1.0.18013.5.1.2';

/**
 * V2. The chain in `x5chain` leads to an anchor, its leaf is a document signer whose key signed the object, and the
 * trust list names whoever that leaf belongs to as an issuer of this type, now and with a certificate of this chain.
 * @throws AppError `mdoc_invalid`, `issuer_not_trusted`, and those of the chain verifier
 * @see ISO 18013-5:2021, sections 9.1.2.4, 9.3.1 and 9.3.3
 */
export async function checkIssuerSignature(context: MdocContext): Promise<void> {
  const { docType, expected, ports } = context;
  const { payload, x5chain } = context.issuerSigned.issuerAuth;
  const chain = await ports.verifyChain(encodeX5c(x5chain), { at: expected.at, purpose: documentSignerPurpose });
  const isSigned = payload && (await isCoseSignedBy(context.issuerSigned.issuerAuth, payload, chain.leaf.publicKey, ports.verifyP256));
  if (!isSigned) throw invalidMdoc('issuer_signature');
  const type = { doctype: docType };
  const uris = chain.leaf.extensions.subjectAltName?.uris ?? [];
  const issuer = uris.find((uri) => findRegisteredDocuments(expected.issuers, { issuer: uri, type, at: expected.at }).length > 0);
  if (issuer === undefined) throw new AppError('issuer_not_trusted', { what: 'trust_list' });
  await checkIssuerRegistered(expected.issuers, { issuer, type, path: chain.path, at: expected.at }, ports.sha256);
  context.chain = chain;
  context.issuer = issuer;
}
