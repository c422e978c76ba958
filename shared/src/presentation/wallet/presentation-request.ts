import type { RandomBytes, Sha256, VerifyP256 } from '../../credential/index.ts';
import type { TrustedAgency, TrustList } from '../../trust/index.ts';
import type { VerifyChain } from '../../x509/index.ts';
import type { DcqlRequest } from '../dcql.ts';
import type { FetchText } from '../fetch-text.ts';
import type { ContentEncryption, EncryptionKey } from '../response-encryption.ts';
import type { SubmissionTransaction, TransactionData } from '../transaction-data.ts';

/** Where a request came from. Every `origin` is the browser's word for the page or tab, never the page's own. */
export type RequestSource =
  /** `navigator.credentials.get({digital})`: one entry of `requests`, its `data` as plain JSON. */
  | { readonly kind: 'dc_api'; readonly protocol: string; readonly data: unknown; readonly origin: string }
  /**
   * A link such as `openid4vp://?client_id=…&request_uri=…` that was followed in a tab of `origin`. With `fetched`, what it
   * led to before, nothing is fetched again: an agency might hand out another request the second time.
   */
  | { readonly kind: 'link'; readonly uri: string; readonly origin: string; readonly fetched?: FetchedRequest }
  /** The signed request that the wallet itself fetched for a form under review; it must name what is under review. */
  | { readonly kind: 'submission'; readonly requestObject: string; readonly origin: string; readonly expected: ExpectedTransaction };

/** The request object that a link carried or led to, and the nonce that the wallet sent for it; null when it sent none. */
export type FetchedRequest = { readonly requestObject: string; readonly walletNonce: string | null };

/** The form and the manifest that the citizen reviewed. */
export type ExpectedTransaction = { readonly manifestHash: string; readonly form: SubmissionTransaction['form'] };

export type ReadRequestPorts = {
  readonly trust: TrustList;
  /** Made with the pinned roots. */
  readonly verifyChain: VerifyChain;
  readonly verifyP256: VerifyP256;
  readonly sha256: Sha256;
  readonly randomBytes: RandomBytes;
  readonly now: () => Date;
  readonly fetchText: FetchText;
};

/**
 * Who asks. `registered`: an agency of the trust list, known by the signature over its request, or, for an unsigned one,
 * by the origin alone. `unknown`: a site that no list names and that resembles none.
 */
export type Verifier =
  | { readonly kind: 'registered'; readonly agency: TrustedAgency; readonly proof: 'signature' | 'origin' }
  | { readonly kind: 'unknown' };

/** How the answer travels. `encryption` stands where the mode ends in `.jwt`; `uri` where it is posted. */
export type ResponseRoute = {
  readonly mode: 'dc_api' | 'dc_api.jwt' | 'direct_post' | 'direct_post.jwt';
  readonly uri: string | null;
  readonly encryption: { readonly key: EncryptionKey; readonly enc: ContentEncryption } | null;
};

/** A request that kept every rule of reading. Plain JSON. */
export type PresentationRequest = {
  readonly channel: RequestSource['kind'];
  /** Page that asked, or tab in which the link was followed. */
  readonly origin: string;
  readonly verifier: Verifier;
  /** Null for an unsigned request over the Digital Credentials API. */
  readonly clientId: string | null;
  /** What the key binding names as its audience. */
  readonly audience: string;
  readonly nonce: string;
  readonly state: string | null;
  readonly query: DcqlRequest;
  readonly transactionData: readonly TransactionData[];
  readonly response: ResponseRoute;
  /** The signed request, verbatim (compact serialisation); null for one that was not. */
  readonly requestObject: string | null;
};
