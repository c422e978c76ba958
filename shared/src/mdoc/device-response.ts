import type { Cbor } from '../cbor/index.ts';
import { readAuthorityKeyIds } from '../x509/index.ts';
import { readDocument, takeArray, takeEmbedded, takeMap, takeMembers, takeText } from './cbor-parts.ts';
import { type CoseSign1, parseCoseSign1 } from './cose-sign1.ts';
import { gatherClaims, type IssuerSigned, parseIssuerSigned } from './issuer-signed.ts';
import { invalidMdoc } from './mdoc-error.ts';
import { decodeMdoc, type OpenedMdoc } from './open-mdoc.ts';

/** What a device signed over an exchange. */
export type DeviceSigned = { readonly namespaceCount: number; readonly signature: CoseSign1 };

/** The one document of a response, decoded and not yet believed. */
export type PresentedMdoc = { readonly docType: string; readonly issuerSigned: IssuerSigned; readonly deviceSigned: DeviceSigned };

/**
 * The document of a DeviceResponse in base64url. It holds exactly one: each mdoc that is presented travels in a response
 * of its own. A response that tells of errors is no answer. @throws AppError `mdoc_invalid`
 * @see ISO 18013-5:2021, section 8.3.2.1.2.2; OpenID4VC HAIP 1.0, section 5.3.1
 */
export function parseDeviceResponse(text: string): PresentedMdoc {
  const response = takeMembers(readDocument(decodeMdoc(text), 'response'), ['version', 'documents', 'status'], 'response');
  if (response.get('version') !== '1.0' || response.get('status') !== 0) throw invalidMdoc('response');
  const [document, ...others] = takeArray(response.get('documents'), 'documents');
  if (others.length > 0) throw invalidMdoc('documents');
  const parts = takeMembers(document, ['docType', 'issuerSigned', 'deviceSigned'], 'document');
  return {
    docType: takeText(parts.get('docType'), 'doc_type'),
    issuerSigned: parseIssuerSigned(parts.get('issuerSigned')),
    deviceSigned: parseDeviceSigned(parts.get('deviceSigned')),
  };
}

/** What a response says, for whoever is about to send it. Nothing is verified. @throws AppError `mdoc_invalid`, `certificate_malformed` */
export function openDeviceResponse(text: string): Pick<OpenedMdoc, 'docType' | 'claims' | 'authorityKeyIds'> {
  const { docType, issuerSigned } = parseDeviceResponse(text);
  const authorityKeyIds = readAuthorityKeyIds(issuerSigned.issuerAuth.x5chain);
  return { docType, claims: gatherClaims(issuerSigned.items), authorityKeyIds };
}

/** A device that proves itself by a MAC needs a secret shared with its reader, which OpenID4VP has none of. */
function parseDeviceSigned(value: Cbor | undefined): DeviceSigned {
  const parts = takeMembers(value, ['nameSpaces', 'deviceAuth'], 'device_signed');
  const namespaces = readDocument(takeEmbedded(parts.get('nameSpaces'), 'device_name_spaces'), 'device_name_spaces');
  const proofs = takeMembers(parts.get('deviceAuth'), ['deviceSignature'], 'device_auth');
  const signature = parseCoseSign1(proofs.get('deviceSignature'), 'device_auth');
  return { namespaceCount: takeMap(namespaces, 'device_name_spaces').size, signature };
}
