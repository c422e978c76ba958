import type { Certificate, CertificatePath } from '../x509/index.ts';
import { type Awaitable, after } from './awaitable.ts';
import type { P256PublicJwk } from './crypto-ports.ts';
import { indexDisclosures } from './disclosure-index.ts';
import type { JsonObject } from './jws.ts';
import { malformedCredential, parseSdJwt } from './sd-jwt.ts';
import { readStatusReference, type StatusReference } from './status/status-reference.ts';
import { checkAlgorithm } from './steps/check-algorithm.ts';
import { checkBindingAudience } from './steps/check-binding-audience.ts';
import { checkBindingNonce } from './steps/check-binding-nonce.ts';
import { checkBindingSignature } from './steps/check-binding-signature.ts';
import { checkBindingTime } from './steps/check-binding-time.ts';
import { checkBindingType } from './steps/check-binding-type.ts';
import { checkClaimNames } from './steps/check-claim-names.ts';
import { checkCollisions } from './steps/check-collisions.ts';
import { checkDates } from './steps/check-dates.ts';
import { checkDigestAlgorithm } from './steps/check-digest-algorithm.ts';
import { checkDisclosureShape } from './steps/check-disclosure-shape.ts';
import { checkDuplicates } from './steps/check-duplicates.ts';
import { checkIssuerSignature } from './steps/check-issuer-signature.ts';
import { checkReservedClaims } from './steps/check-reserved-claims.ts';
import { checkSdHash } from './steps/check-sd-hash.ts';
import { checkTransactionData } from './steps/check-transaction-data.ts';
import { checkType } from './steps/check-type.ts';
import { checkUnreferenced } from './steps/check-unreferenced.ts';
import { checkVct } from './steps/check-vct.ts';
import { removeUnmatched } from './steps/remove-unmatched.ts';
import { readHolderKey, requireKeyBinding } from './steps/require-key-binding.ts';
import { runSteps } from './steps/run-steps.ts';
import { type CredentialContext, type CredentialExpectations, type CredentialPorts, given, type Step } from './steps/step.ts';

/** The rules of the credential itself, in the order in which they are checked. */
export const credentialSteps: readonly Step<CredentialContext>[] = [
  { rule: 'V1', name: 'algorithm', check: checkAlgorithm },
  { rule: 'V2', name: 'issuer_signature', check: checkIssuerSignature },
  { rule: 'V3', name: 'type', check: checkType },
  { rule: 'V4', name: 'vct', check: checkVct },
  { rule: 'V5', name: 'reserved_claims', check: checkReservedClaims },
  { rule: 'V6', name: 'digest_algorithm', check: checkDigestAlgorithm },
  { rule: 'V7', name: 'disclosure_shape', check: checkDisclosureShape },
  { rule: 'V8', name: 'claim_names', check: checkClaimNames },
  { rule: 'V9', name: 'collisions', check: checkCollisions },
  { rule: 'V10', name: 'duplicates', check: checkDuplicates },
  { rule: 'V11', name: 'unreferenced', check: checkUnreferenced },
  { rule: 'V12', name: 'unmatched', check: removeUnmatched },
  { rule: 'V13', name: 'dates', check: checkDates },
];

/** The rules of key binding, in their order. Whether they are run is not for the presentation to say (V14). */
export const keyBindingSteps: readonly Step<CredentialContext>[] = [
  { rule: 'V15', name: 'binding_present', check: requireKeyBinding },
  { rule: 'V16', name: 'binding_signature', check: checkBindingSignature },
  { rule: 'V17', name: 'binding_type', check: checkBindingType },
  { rule: 'V18', name: 'binding_time', check: checkBindingTime },
  { rule: 'V19', name: 'binding_nonce', check: checkBindingNonce },
  { rule: 'V20', name: 'binding_audience', check: checkBindingAudience },
  { rule: 'V21', name: 'sd_hash', check: checkSdHash },
  { rule: 'V22', name: 'transaction_data', check: checkTransactionData },
];

/** A credential that kept every rule. */
export type VerifiedCredential = {
  readonly issuer: string;
  readonly vct: string;
  /** All claims of the payload with the disclosed ones in place (V12). */
  readonly claims: JsonObject;
  /** The key in `cnf`; null where there is none. */
  readonly holderKey: P256PublicJwk | null;
  /** Where its status stands; null where the issuer keeps none. Not looked up here (V28). */
  readonly status: StatusReference | null;
  readonly issuerCertificate: Certificate;
  /** The issuer's certificate, those above it, and the anchor last. */
  readonly issuerPath: CertificatePath;
  /** Names of the steps that held, in their order. */
  readonly steps: readonly string[];
};

/**
 * The claims that an SD-JWT VC shows, once it keeps every rule of `credentialSteps` and, where `expected.keyBinding`
 * is not null, of `keyBindingSteps`. Not checked here: the status (V28), that the nonce was not used before (V27), and
 * whether what is shown answers the query (V25).
 * @throws AppError with the code of the first rule that does not hold; its facts name the `rule` and the `step`
 * @see RFC 9901, section 7; SD-JWT VC draft-19, section 2.4
 */
export async function verifyCredential(
  text: string,
  expected: CredentialExpectations,
  ports: CredentialPorts,
): Promise<VerifiedCredential> {
  const opening = openContext(text, expected, ports);
  const context = opening instanceof Promise ? await opening : opening;
  const steps = await runSteps(expected.keyBinding === null ? credentialSteps : boundCredentialSteps, context);
  return { ...summarize(context), steps };
}

const boundCredentialSteps = [...credentialSteps, ...keyBindingSteps];

function openContext(text: string, expected: CredentialExpectations, ports: CredentialPorts): Awaitable<CredentialContext> {
  const sdJwt = parseSdJwt(text);
  const holderKey = readHolderKey(sdJwt.payload['cnf']);
  return after(indexDisclosures(sdJwt, ports.sha256), (index) => ({ sdJwt, index, expected, ports, holderKey }));
}

function summarize({ sdJwt, chain, claims, holderKey }: CredentialContext): Omit<VerifiedCredential, 'steps'> {
  const { iss, vct, status } = sdJwt.payload;
  // The steps of signature and type have seen to these; the check is for the compiler.
  if (typeof iss !== 'string' || typeof vct !== 'string') throw malformedCredential('payload');
  const { leaf, path } = given(chain);
  return {
    issuer: iss,
    vct,
    claims: given(claims),
    holderKey,
    status: readStatusReference(status),
    issuerCertificate: leaf,
    issuerPath: path,
  };
}
