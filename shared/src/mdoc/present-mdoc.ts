import { CborTag, cborTags, makeCborMap, writeCbor } from '../cbor/index.ts';
import type { SignP256 } from '../credential/index.ts';
import { encodeBase64Url } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { signCoseSign1 } from './cose-sign1.ts';
import { emptyDeviceNamespaces, makeDeviceAuthentication } from './device-authentication.ts';
import { type IssuerSignedItem, writeIssuerSigned } from './issuer-signed.ts';
import { readIssuedMdoc } from './open-mdoc.ts';
import type { SessionTranscript } from './session-transcript.ts';

/** An element by its namespace and its name: the path of a claim in a query. @see OpenID4VP 1.0, section 7.2 */
export type ElementPath = readonly [namespace: string, element: string];

export type MdocPresentation = {
  /** The mdoc as it was issued. */
  readonly mdoc: string;
  /** The elements to show; no other is. */
  readonly elements: readonly ElementPath[];
  readonly transcript: SessionTranscript;
  /** Signs with the key that the mdoc is bound to. */
  readonly sign: SignP256;
};

/**
 * A response that shows exactly these elements, signed by the device for this exchange: base64url of a DeviceResponse
 * with one document.
 * @throws AppError `mdoc_invalid`, `claim_missing`
 * @see ISO 18013-5:2021, section 8.3.2.1.2.2; OpenID4VP 1.0, appendix B.2
 */
export async function presentMdoc({ mdoc, elements, transcript, sign }: MdocPresentation): Promise<string> {
  const { items, issuerAuthPart, securityObject } = readIssuedMdoc(mdoc);
  const { docType } = securityObject;
  const shown = selectItems(items, elements);
  const payload = makeDeviceAuthentication(docType, transcript);
  const deviceSigned = makeCborMap({
    nameSpaces: new CborTag(cborTags.embedded, emptyDeviceNamespaces),
    deviceAuth: makeCborMap({ deviceSignature: await signCoseSign1({ payload, isDetached: true }, sign) }),
  });
  const document = makeCborMap({ docType, issuerSigned: writeIssuerSigned(shown, issuerAuthPart), deviceSigned });
  return encodeBase64Url(writeCbor(makeCborMap({ version: '1.0', documents: [document], status: 0 })));
}

function selectItems(items: readonly IssuerSignedItem[], elements: readonly ElementPath[]): readonly IssuerSignedItem[] {
  const isAsked = (item: IssuerSignedItem, [namespace, element]: ElementPath) => item.namespace === namespace && item.element === element;
  if (!elements.every((path) => items.some((item) => isAsked(item, path)))) throw new AppError('claim_missing');
  return items.filter((item) => elements.some((path) => isAsked(item, path)));
}
