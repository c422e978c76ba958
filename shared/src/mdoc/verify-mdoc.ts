import type { CredentialPorts, JsonObject, P256PublicJwk, StatusReference } from '../credential/index.ts';
import { runSteps } from '../credential/steps/run-steps.ts';
import type { Step } from '../credential/steps/step.ts';
import type { Certificate, CertificatePath } from '../x509/index.ts';
import { parseDeviceResponse } from './device-response.ts';
import { gatherClaims } from './issuer-signed.ts';
import { invalidMdoc } from './mdoc-error.ts';
import { readIssuedMdoc } from './open-mdoc.ts';
import type { ValidityInfo } from './security-object.ts';
import type { SessionTranscript } from './session-transcript.ts';
import { checkAlgorithm } from './steps/check-algorithm.ts';
import { checkDeviceElements } from './steps/check-device-elements.ts';
import { checkDeviceSignature } from './steps/check-device-signature.ts';
import { checkDigestAlgorithm } from './steps/check-digest-algorithm.ts';
import { checkDigests } from './steps/check-digests.ts';
import { checkDocType } from './steps/check-doc-type.ts';
import { checkDuplicates } from './steps/check-duplicates.ts';
import { checkIssuerSignature } from './steps/check-issuer-signature.ts';
import { checkSignedDocType } from './steps/check-signed-doc-type.ts';
import { checkValidity } from './steps/check-validity.ts';
import type { DeviceContext, MdocContext, MdocExpectations } from './steps/step.ts';

/** The rules of what the issuer signed, in the order in which they are checked. */
export const issuerSteps: readonly Step<MdocContext>[] = [
  { rule: 'V4', name: 'doc_type', check: checkDocType },
  { rule: 'V1', name: 'algorithm', check: checkAlgorithm },
  { rule: 'V2', name: 'issuer_signature', check: checkIssuerSignature },
  { rule: 'V4', name: 'signed_doc_type', check: checkSignedDocType },
  { rule: 'V6', name: 'digest_algorithm', check: checkDigestAlgorithm },
  { rule: 'V10', name: 'duplicates', check: checkDuplicates },
  { rule: 'V11', name: 'digests', check: checkDigests },
  { rule: 'V13', name: 'validity', check: checkValidity },
];

/** The rules of what the device signed. */
export const deviceSteps: readonly Step<DeviceContext>[] = [
  { rule: 'V8', name: 'device_elements', check: checkDeviceElements },
  { rule: 'V16', name: 'device_signature', check: checkDeviceSignature },
];

/** An mdoc that kept every rule. */
export type VerifiedMdoc = {
  readonly issuer: string;
  readonly docType: string;
  /** Every element that was shown: by namespace, then by name. Bytes are base64url, dates `yyyy-mm-dd`. */
  readonly claims: { readonly [namespace: string]: JsonObject };
  /** The key of its device. */
  readonly holderKey: P256PublicJwk;
  readonly validity: ValidityInfo;
  /** Where its status stands; null where the issuer keeps none. Not looked up here (V28). */
  readonly status: StatusReference | null;
  readonly issuerCertificate: Certificate;
  /** The issuer's certificate, those above it, and the anchor last. */
  readonly issuerPath: CertificatePath;
  /** Names of the steps that held, in their order. */
  readonly steps: readonly string[];
};

/**
 * What an mdoc says that was just issued, once it keeps every rule of `issuerSteps`.
 * @throws AppError `mdoc_invalid`, `issuer_not_trusted`, and those of the chain verifier; facts name the `rule` and the `step`
 * @see OpenID4VCI 1.0, appendix A.2
 */
export async function verifyIssuedMdoc(text: string, expected: MdocExpectations, ports: CredentialPorts): Promise<VerifiedMdoc> {
  const issuerSigned = readIssuedMdoc(text);
  const context: MdocContext = { docType: issuerSigned.securityObject.docType, issuerSigned, expected, ports };
  const steps = await runSteps(issuerSteps, context);
  return { ...summarize(context), steps };
}

/**
 * The elements that a response shows, once it keeps every rule of `issuerSteps` and `deviceSteps` for this exchange.
 * Work is bounded: 64 KiB, 64 digests, two signatures and those of the chain. Not checked here: the status (V28), that
 * the nonce was not used before (V27), and whether what is shown answers the query (V25).
 * @param text a DeviceResponse in base64url, as a vp_token holds it
 * @throws AppError `mdoc_invalid`, `issuer_not_trusted`, and those of the chain verifier; facts name the `rule` and the `step`
 * @see ISO 18013-5:2021, section 9.3.1; OpenID4VP 1.0, appendix B.2
 */
export async function verifyDeviceResponse(
  text: string,
  expected: MdocExpectations & { readonly transcript: SessionTranscript },
  ports: CredentialPorts,
): Promise<VerifiedMdoc> {
  const { docType, issuerSigned, deviceSigned } = parseDeviceResponse(text);
  const context: DeviceContext = { docType, issuerSigned, deviceSigned, transcript: expected.transcript, expected, ports };
  const steps = [...(await runSteps(issuerSteps, context)), ...(await runSteps(deviceSteps, context))];
  return { ...summarize(context), steps };
}

function summarize({ docType, issuer, chain, issuerSigned }: MdocContext): Omit<VerifiedMdoc, 'steps'> {
  // The step of the signature has seen to these; the check is for the compiler.
  if (!chain || issuer === undefined) throw invalidMdoc('issuer_signature');
  const { deviceKey: holderKey, validity, status } = issuerSigned.securityObject;
  return {
    issuer,
    docType,
    claims: gatherClaims(issuerSigned.items),
    holderKey,
    validity,
    status,
    issuerCertificate: chain.leaf,
    issuerPath: chain.path,
  };
}
