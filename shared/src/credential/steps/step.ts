import type { VerifiedChain, VerifyChain } from '../../x509/index.ts';
import type { Awaitable } from '../awaitable.ts';
import type { P256PublicJwk, Sha256, VerifyP256 } from '../crypto-ports.ts';
import type { DisclosureIndex } from '../disclosure-index.ts';
import type { CompactJws, JsonObject } from '../jws.ts';
import type { RegisteredIssuer } from '../registered-issuer.ts';
import type { SdJwt } from '../sd-jwt.ts';

export type CredentialPorts = { readonly verifyChain: VerifyChain; readonly verifyP256: VerifyP256; readonly sha256: Sha256 };

/** What a key binding must answer to. */
export type KeyBindingExpectations = {
  readonly nonce: string;
  /** The full client_id with its prefix; over the DC API `origin:<Origin>`. */
  readonly audience: string;
  /** Transaction data that this credential authorises: as the request carried it (base64url), with the algorithms that it names. */
  readonly transactionData: readonly { readonly encoded: string; readonly hashAlgorithms?: readonly string[] }[];
};

/** What the verifier asks of a credential. It comes from the query and the verifier's trust, never from what was presented. */
export type CredentialExpectations = {
  readonly vctValues: readonly string[];
  /** Who may issue what. */
  readonly issuers: readonly RegisteredIssuer[];
  readonly at: Date;
  /** Null: none is asked for, and one that is present is not looked at. */
  readonly keyBinding: KeyBindingExpectations | null;
};

/** What the steps look at. Nothing in `sdJwt` is believed before the steps say so. */
export type CredentialContext = {
  readonly sdJwt: SdJwt;
  readonly index: DisclosureIndex;
  readonly expected: CredentialExpectations;
  readonly ports: CredentialPorts;
  /** The key in `cnf`; null where there is none. */
  readonly holderKey: P256PublicJwk | null;
  /** Set by V2. */
  chain?: VerifiedChain;
  /** Set by V12: all claims of the payload, with the disclosed ones in place. */
  claims?: JsonObject;
  /** Set by V15: the key binding that is held to `expected.keyBinding`. */
  bound?: BoundPresentation;
};

/** A key binding that was asked for and is there, not yet believed. */
export type BoundPresentation = {
  readonly binding: { readonly jws: CompactJws; readonly payload: JsonObject };
  readonly wanted: KeyBindingExpectations;
  readonly holderKey: P256PublicJwk;
};

/** One rule of a list that an auditor reads: it returns when the rule holds and throws AppError when it does not. */
export type Step<Context> = {
  /** Number in our list of obligations (V1 to V29). */
  readonly rule: string;
  readonly name: string;
  readonly check: (context: Context) => Awaitable<void>;
};

/** What an earlier step of the list has set. @throws TypeError when the list is out of order */
export function given<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('The steps of a verification are out of order.');
  return value;
}
