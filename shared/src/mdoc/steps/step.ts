import type { CredentialPorts, RegisteredIssuer } from '../../credential/index.ts';
import type { VerifiedChain } from '../../x509/index.ts';
import type { DeviceSigned } from '../device-response.ts';
import type { IssuerSigned } from '../issuer-signed.ts';
import type { SessionTranscript } from '../session-transcript.ts';

/** What the verifier asks of an mdoc. It comes from the query and the verifier's trust, never from what was presented. */
export type MdocExpectations = {
  readonly docTypes: readonly string[];
  /** Who may issue what. */
  readonly issuers: readonly RegisteredIssuer[];
  readonly at: Date;
};

/** What the steps look at. Nothing in `issuerSigned` is believed before the steps say so. */
export type MdocContext = {
  /** The type that the document says it is of. */
  readonly docType: string;
  readonly issuerSigned: IssuerSigned;
  readonly expected: MdocExpectations;
  readonly ports: CredentialPorts;
  /** Set by the step of the issuer's signature. */
  chain?: VerifiedChain;
  issuer?: string;
};

/** The same, of an mdoc that is presented. */
export type DeviceContext = MdocContext & { readonly deviceSigned: DeviceSigned; readonly transcript: SessionTranscript };
