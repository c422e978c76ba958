import type {
  Bytes,
  CheckStatus,
  CredentialStatus,
  RegisteredIssuer,
  Sha256,
  StatusReference,
  VerifiedCredential,
  VerifyP256,
} from '../../credential/index.ts';
import { AppError } from '../../errors/index.ts';
import type { VerifyChain } from '../../x509/index.ts';
import type { HashedForm } from '../form-jws.ts';
import type { Manifest } from '../manifest.ts';
import type { SigningClaims } from '../signing-claims.ts';
import type { SubmissionEnvelope } from '../submission.ts';
import type { SubmissionHeader } from '../submission-header.ts';
import type { SubmissionRequest } from '../submission-request.ts';
import type { AssertionExpectations, VerifyRs256 } from '../verify-passkey-assertion.ts';

export type SubmissionPorts = {
  readonly sha256: Sha256;
  readonly verifyP256: VerifyP256;
  readonly verifyRs256: VerifyRs256;
  readonly verifyChain: VerifyChain;
  readonly checkStatus: CheckStatus;
};

/** What the agency holds a submission to. It comes from the agency's own records, never from what was sent. */
export type SubmissionExpectations = {
  readonly receivedAt: Date;
  readonly agency: {
    readonly id: string;
    readonly origin: string /** SHA-256 of its certificate, base64url. */;
    readonly certificateHash: string;
  };
  /** The form of that id as it stands now; undefined when the agency has none. */
  readonly findForm: (id: string) => HashedForm | undefined;
  /** True while a request with this nonce was made by this agency and not yet answered. */
  readonly isRequestOpen: (nonce: string) => Promise<boolean>;
  /** Who may issue signing credentials. */
  readonly issuers: readonly RegisteredIssuer[];
  /** Who may issue mandates. */
  readonly mandateIssuers: readonly RegisteredIssuer[];
  readonly wallets: AssertionExpectations['wallets'];
};

/** Where the status of a credential stands, with whom, and what was found there. */
export type CheckedStatus = CredentialStatus & { readonly reference: StatusReference; readonly issuer: string };

/** What the steps look at. Nothing that was sent is believed before the steps say so. */
export type SubmissionContext = {
  readonly envelope: SubmissionEnvelope;
  readonly bytes: Bytes;
  readonly manifest: Manifest;
  readonly manifestHash: string;
  readonly header: SubmissionHeader;
  readonly expected: SubmissionExpectations;
  readonly ports: SubmissionPorts;
  /** Set by the step `form`. */
  form?: HashedForm;
  /** Set by the step `request`. */
  request?: SubmissionRequest;
  /** Set by the step `status`. */
  status?: CheckedStatus;
  /** Set by the step `credential`. */
  credential?: VerifiedCredential & { readonly signing: SigningClaims };
  /** Set by the step `mandate` where it is signed under one. */
  mandate?: VerifiedCredential;
  /** Set by the step `mandate-status` where it is signed under one. */
  mandateStatus?: CheckedStatus;
};

/** One rule of the list that an auditor reads: it returns when the rule holds and throws AppError when it does not. */
export type SubmissionStep = {
  readonly name: string;
  readonly check: (context: SubmissionContext) => void | Promise<void>;
  /** Whether there is anything to tell of it; always when absent. */
  readonly isAbout?: (manifest: Manifest) => boolean;
};

/** What an earlier step of the list has set. @throws TypeError when the list is out of order */
export function given<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('The steps of a submission’s verification are out of order.');
  return value;
}

/** The error of a rule that does not hold; `what` names the part. */
export function invalidSignature(what: string): AppError {
  return new AppError('signature_invalid', { what });
}
