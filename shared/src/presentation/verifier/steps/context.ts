import type {
  CheckStatus,
  CredentialPorts,
  CredentialStatus,
  JsonObject,
  KeyBindingExpectations,
  RegisteredIssuer,
  VerifiedCredential,
} from '../../../credential/index.ts';
import type { Json } from '../../../encoding/index.ts';
import type { VerifiedMdoc } from '../../../mdoc/index.ts';
import type { AnswerWay } from '../../answer-way.ts';
import type { Members } from '../../claim-path.ts';
import type { CredentialQuery, DcqlRequest } from '../../dcql.ts';
import type { DecryptionKey } from '../../response-encryption.ts';
import type { OpenedResponse } from '../open-response.ts';

/** What was asked, as the verifier kept it. Nothing here is taken from the answer. */
export type ExpectedResponse = {
  readonly query: DcqlRequest;
  readonly nonce: string;
  /** V20: the whole client id; over the Digital Credentials API `makeOriginAudience` of the page's origin. */
  readonly audience: string;
  /** How the answer came: what the device of an mdoc must have signed. Without it no mdoc is taken. */
  readonly way?: AnswerWay;
  readonly transactionData: readonly string[];
  /** Who may issue what: the issuers of the trust list. */
  readonly issuers: readonly RegisteredIssuer[];
};

/** The same, for a whole response. */
export type ExpectedAnswer = ExpectedResponse & {
  /** V26: the fresh key of this one request; null where no encryption was asked for. */
  readonly decryptionKey: DecryptionKey | null;
  /** V27: the state that went with the request; null over the Digital Credentials API, which has none. */
  readonly state: string | null;
};

export type VerifyVpTokenPorts = CredentialPorts & {
  readonly now: () => Date;
  /** V28: see `createStatusChecker`. */
  readonly checkStatus: CheckStatus;
};

export type VerifyResponsePorts = VerifyVpTokenPorts & {
  /** V27: takes the request away from whatever keeps it. Trusted to let one caller through, and to throw `session_reused` for all others. */
  readonly closeRequest: () => Promise<void>;
};

/** A credential that kept every rule of its format. */
export type VerifiedDocument =
  | { readonly format: 'dc+sd-jwt'; readonly credential: VerifiedCredential }
  | { readonly format: 'mso_mdoc'; readonly credential: VerifiedMdoc };

/** What the steps of a whole response look at. */
export type ResponseContext = {
  readonly parameters: JsonObject;
  readonly expected: ExpectedAnswer;
  readonly ports: VerifyResponsePorts;
  /** Set by V26. */
  opened?: OpenedResponse;
};

/** What the steps of a vp_token look at. */
export type VpTokenContext = {
  readonly vpToken: Json;
  readonly expected: ExpectedResponse;
  /** Set by V24: the presentations by the id of the credential query that each answers. */
  presentations?: ReadonlyMap<string, readonly string[]>;
  /** Set by V23: what the first presentation of an id must authorise. */
  authorised?: ReadonlyMap<string, KeyBindingExpectations['transactionData']>;
  /** One for each presentation, in the order in which they came. */
  readonly verified: PresentationContext[];
  /** Set by V25: the claims that were asked, by id and in the same order. */
  claims?: ReadonlyMap<string, readonly Members[]>;
};

/** What the steps of one presentation look at. */
export type PresentationContext = {
  readonly text: string;
  readonly asked: CredentialQuery;
  readonly transactionData: KeyBindingExpectations['transactionData'];
  readonly expected: ExpectedResponse;
  readonly ports: VerifyVpTokenPorts;
  /** Set by V14: what the key binding is held to; null where none is asked for. */
  keyBinding?: KeyBindingExpectations | null;
  /** Set once the rules of the credential's own format held. */
  document?: VerifiedDocument;
  /** Set by V28: null where the issuer keeps no status. */
  status?: CredentialStatus | null;
};
