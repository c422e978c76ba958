import type { ErrorCode } from '@daricheh/shared/errors';
import type { Attachment, ManifestChange, PasskeyTag, View } from '@daricheh/shared/submission';
import type { LocalizedText } from '@daricheh/shared/trust';
import type { MandateRelation } from '@daricheh/shared/vocabulary';
import type { ActsFor } from '../cases/acts-for.ts';
import type { Asker, NamedAgency } from './asker.ts';
import type { DescribedClaim } from './describe-claim.ts';
import type { PlannedCredential, PlannedPart, PlannedSet, UsableCredential } from './disclosure-plan.ts';

/** What the consent window shows of one question. Plain data, made by the background, drawn by the page. */
export type PromptView =
  /** Nothing can be answered any more. */
  | { readonly kind: 'over'; readonly reason: 'gone' | 'timed-out' | 'closed' }
  /** The vault is locked: nothing of the question is read before it opens. */
  | { readonly kind: 'locked' }
  /** The question broke a rule, or its asker is not who it must be. */
  | { readonly kind: 'refused'; readonly asker: Asker; readonly code: ErrorCode }
  | { readonly kind: 'receive'; readonly asker: Asker; readonly offer: OfferView }
  | { readonly kind: 'present'; readonly asker: Asker; readonly request: PresentView }
  | { readonly kind: 'sign'; readonly asker: Asker; readonly review: ReviewView };

/** Documents that an issuer of the trust list offers. */
export type OfferView = {
  readonly issuer: NamedAgency;
  readonly vcts: readonly string[];
  /** Whether the citizen's passkey is registered with the issuer along the way. */
  readonly registersPasskey: boolean;
  /** Whether the citizen signs in at the issuer for it. */
  readonly signsIn: boolean;
  /** The second code that the citizen was given by another way; null where none is asked for. `description`: the issuer's own words. */
  readonly txCode: { readonly isNumeric: boolean; readonly length: number | null; readonly description: string | null } | null;
};

/** How far an offer is taken: before the sign-in, during it, after it failed, or once a token is there. */
export type ReceiptStage = { readonly kind: 'offered' | 'signing-in' | 'accepted' } | { readonly kind: 'failed'; readonly code: ErrorCode };

/** What comes before receiving: a gesture of the passkey where one is wanted, or that the second code was not the right one. */
export type PreparedReceipt =
  | { readonly kind: 'ready'; readonly gesture: GestureRequest | null }
  | { readonly kind: 'wrong-code'; readonly triesLeft: number | null };

export type ShownClaim = DescribedClaim & {
  /** Names the claim when the citizen's choice comes back. */
  readonly key: string;
  readonly isRequired: boolean;
  readonly isRegistered: boolean;
};

export type PresentView = {
  /** The registered purpose; null for an asker that has none. */
  readonly purpose: LocalizedText | null;
  /** How far the asker's registration covers what it asks; `none` for a site that the trust list does not name, too. */
  readonly registration: 'whole' | 'part' | 'none';
  /** Whether the browser's own wallets may answer instead. */
  readonly canPass: boolean;
  readonly plan: ShownPlan | { readonly kind: 'unanswerable'; readonly vcts: readonly string[] };
};

/** What can be shown. Options, documents and claims each have a key; `selected` are those that are on when the window opens. */
export type ShownPlan = {
  readonly kind: 'answerable';
  readonly sets: readonly PlannedSet[];
  readonly parts: readonly ShownPart[];
  readonly selected: readonly string[];
};

/** One part of the query, with every document that fits it, the newest first. */
export type ShownPart = Pick<PlannedPart, 'queryId' | 'isMultiple'> & { readonly credentials: readonly ShownDocument[] };

export type ShownDocument = Pick<PlannedCredential, 'key' | 'answers'> &
  Pick<UsableCredential, 'vct' | 'issuer' | 'holder' | 'title' | 'expiresAtMs' | 'nextCopy'> & { readonly claims: readonly ShownClaim[] };

/** Why an answer cannot be signed as it stands in the page. */
/** A file to be sent, and in which slot of the form it stands. */
export type SentFile = Pick<Attachment, 'slot' | 'mediaType' | 'sha256' | 'size'>;

/** Where the files of a reviewed form go, under which request to sign. */
export type FileRoute = { readonly uri: string; readonly request: string; readonly files: readonly SentFile[] };

export type ShownFault = { readonly field: string; readonly label: LocalizedText; readonly problem: string };

export type ReviewView =
  | { readonly kind: 'incomplete'; readonly title: LocalizedText; readonly faults: readonly ShownFault[] }
  /** It is about somebody else, whom nothing that the wallet holds lets the citizen sign for. `relations`: as what the form would take them. */
  | {
      readonly kind: 'unmandated';
      readonly title: LocalizedText;
      readonly problem: MandateProblem;
      readonly relations: readonly MandateRelation[];
    }
  /** It is about somebody else, and the citizen is to say as what they sign. */
  | { readonly kind: 'open'; readonly title: LocalizedText; readonly name: string; readonly mandates: readonly ShownMandate[] }
  | {
      readonly kind: 'ready';
      readonly agency: NamedAgency;
      /** What is signed, as the frozen renderer of its version shows it. */
      readonly view: View;
      /** Answers that are not what the wallet holds: index of the answer's line, its datum, and the value held. */
      readonly differences: readonly { readonly line: number; readonly datum: string | null; readonly held: string }[];
      /** What the agency receives beside the form. */
      readonly nationalId: string;
      /** As what the citizen signs a form that two people sign, who the other is, and when they signed; null for a form that one signs. */
      readonly coSigning: { readonly role: LocalizedText; readonly other: LocalizedText; readonly signedAtMs: number | null } | null;
      /** In whose place it is signed, and whether there is another way to; null where it is the citizen's own. */
      readonly actsFor: (ActsFor & { readonly isChosen: boolean }) | null;
      /** Whether it may be kept, to be signed with others. */
      readonly canWait: boolean;
      /** The case in whose place it comes, and what it says otherwise; null where it is new. */
      readonly amends: { readonly caseNumber: string; readonly signedAtMs: number; readonly changes: readonly ManifestChange[] } | null;
      /** Whether files are sent before it is signed. */
      readonly hasFiles: boolean;
    };

/** Why a form about somebody else cannot be signed: nothing is held that lets its signer act for them, or what is held does not count. */
export type MandateProblem = Extract<ErrorCode, `mandate_${string}`>;

/** A mandate that the citizen may choose. `lastDay`: on which they may still act, ISO 8601. */
export type ShownMandate = {
  readonly id: string;
  readonly relation: MandateRelation;
  readonly issuer: LocalizedText;
  readonly lastDay: string;
};

/** A passkey gesture that the window asks for: what it agrees to, and by which passkeys. `nonce` is base64url. */
export type GestureRequest = {
  readonly tag: PasskeyTag;
  readonly context: string;
  readonly nonce: string;
  readonly credentialIds: readonly string[];
};

/** What came of a signature. `awaiting`: the agency has it and waits for another person's, who is to get the link. `kept`: signed and safe here, not received there; it can be sent again. */
export type SubmissionOutcome =
  | { readonly kind: 'received'; readonly caseId: string; readonly caseNumber: string; readonly dueAtMs: number }
  | {
      readonly kind: 'awaiting';
      readonly caseId: string;
      readonly label: LocalizedText;
      readonly link: string;
      readonly expiresAtMs: number;
    }
  | { readonly kind: 'kept'; readonly caseId: string; readonly code: ErrorCode };
