import { type DraftAnswer, passkeyAssertion, type View } from '@daricheh/shared/submission';
import * as z from 'zod/mini';
import type { AttachResult, UploadFrame } from '../core/attachments/attach-view.ts';
import { uploadFile } from '../core/attachments/upload-field.ts';
import { maxUploads } from '../core/attachments/upload-limits.ts';
import type { CorrectionEnd, LearnedSite } from '../core/autofill/learning/correction.ts';
import { toldMeaning } from '../core/autofill/learning/learned-answer.ts';
import type { FillResult, FillView, UndoResult } from '../core/autofill/plan/fill-view.ts';
import { type DraftLine, draftContent } from '../core/cases/draft.ts';
import type { CaseLine, ReceiptView } from '../core/cases/list-cases.ts';
import type { NamedAgency } from '../core/consent/asker.ts';
import type { BatchResult, BatchView, PreparedBatch, WaitingLine } from '../core/consent/batch-view.ts';
import type { SiteDescription } from '../core/consent/describe-site.ts';
import type { DocumentView } from '../core/consent/document-view.ts';
import { pieceBytes } from '../core/consent/page-file.ts';
import type {
  FileRoute,
  GestureRequest,
  PreparedReceipt,
  PromptView,
  ReceiptStage,
  SubmissionOutcome,
} from '../core/consent/prompt-view.ts';
import type { Release } from '../core/consent/release.ts';
import type { TrustView } from '../core/consent/trust-view.ts';
import { type FamilyLine, familyRelation } from '../core/family/family-member.ts';
import type { OfferView, ProofLine, ProofView } from '../core/proofs/proof-view.ts';
import { sentForm } from '../core/proofs/sent-form.ts';
import type { OfferedService } from '../core/services/search-services.ts';
import { type MessageEntry, returns } from './message-entry.ts';

const nothing = z.strictObject({});
const base64Url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(4096));
const secretText = z.string().check(z.minLength(1), z.maxLength(1024));
const passkeyOpener = z.strictObject({ kind: z.literal('passkey'), credentialId: base64Url, salt: base64Url, prf: base64Url });
const passphraseOpener = z.strictObject({ kind: z.literal('passphrase'), passphrase: secretText });

/** A passkey just made, as `PasskeyCeremony.create` gives it. */
const newPasskey = z.strictObject({
  rpId: z.string(),
  attachment: z.nullable(z.enum(['platform', 'cross-platform'])),
  registration: z.strictObject({
    credentialId: base64Url,
    attestationObject: z.string().check(z.maxLength(65_536)),
    clientDataJSON: z.string().check(z.maxLength(8192)),
    transports: z.array(z.string()),
    nonce: base64Url,
  }),
});
const allowedFrames = z.array(z.strictObject({ documentId: z.string(), origin: z.string() }));
const pickedRelatives = z.array(z.strictObject({ documentId: z.string(), stage: z.string(), id: z.string() }));
/** One question that waits for the citizen. */
const promptId = z.strictObject({ id: z.string() });
/** One item that the wallet keeps. */
const itemId = z.strictObject({ id: z.string() });
const draftForm = z.strictObject({ form: draftContent.shape.form });
/** A link that a page hands to a wallet. */
const walletLink = z.strictObject({ href: z.string().check(z.maxLength(16_384)) });

/**
 * Every message that the background answers: this file is the extension's attack surface. Each entry says who may send
 * it, the schema of what it carries (unknown members are refused), and the type of the answer.
 * `extension`: a page of ours. `content`: our script in a web page, which may lie about everything but its sender.
 */
export const protocol = {
  // vault: its lock and its ways in
  'vault/status': { from: 'extension', request: nothing, response: returns<VaultStatus>() },
  /** What a passkey ceremony needs to know. Not secret. */
  'vault/passkeys': { from: 'extension', request: nothing, response: returns<VaultPasskeys>() },
  'vault/create': {
    from: 'extension',
    request: z.strictObject({
      opener: z.discriminatedUnion('kind', [passkeyOpener, passphraseOpener]),
      recoveryCode: secretText,
      passkey: z.nullable(newPasskey),
    }),
    response: returns<null>(),
  },
  'vault/unlock': {
    from: 'extension',
    request: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('passkey'), credentialId: base64Url, prf: base64Url }),
      z.strictObject({ kind: z.literal('recovery'), code: secretText }),
      passphraseOpener,
    ]),
    response: returns<UnlockAnswer>(),
  },
  /** Opens the small window in which the citizen unlocks: a popup closes when the browser asks for a passkey. */
  'vault/open-unlock-window': { from: 'extension', request: nothing, response: returns<null>() },
  'vault/lock': { from: 'extension', request: nothing, response: returns<null>() },
  /** The citizen is at a page of ours: the vault stays open for its whole time from now. */
  'vault/stay-open': { from: 'extension', request: nothing, response: returns<null>() },
  'vault/list-ways-in': { from: 'extension', request: nothing, response: returns<WaysInView>() },
  /** `opener` is null for a passkey that cannot open a vault: it only signs. */
  'vault/add-passkey': {
    from: 'extension',
    request: z.strictObject({ opener: z.nullable(passkeyOpener), passkey: newPasskey }),
    response: returns<null>(),
  },
  'vault/set-recovery-code': { from: 'extension', request: z.strictObject({ code: secretText }), response: returns<null>() },
  'vault/set-passphrase': { from: 'extension', request: z.strictObject({ passphrase: secretText }), response: returns<null>() },
  'vault/remove-way-in': { from: 'extension', request: z.strictObject({ id: z.string() }), response: returns<null>() },

  // sites: where the wallet offers itself
  'sites/list': { from: 'extension', request: nothing, response: returns<readonly SiteDescription[]>() },
  'sites/describe': { from: 'extension', request: z.strictObject({ tabId: z.number() }), response: returns<SiteDescription>() },
  /** Which trust list is in use. */
  'sites/edition': { from: 'extension', request: nothing, response: returns<TrustView>() },
  'sites/look-for-edition': { from: 'extension', request: nothing, response: returns<TrustView>() },
  'sites/switch': { from: 'extension', request: z.strictObject({ origin: z.url(), isEnabled: z.boolean() }), response: returns<null>() },

  // consent: the window in which the citizen decides
  'consent/view': { from: 'extension', request: promptId, response: returns<PromptView>() },
  'consent/standing': { from: 'extension', request: promptId, response: returns<'open' | 'gone' | 'timed-out' | 'closed'>() },
  'consent/deny': { from: 'extension', request: promptId, response: returns<null>() },

  // receive
  'receive/follow': { from: 'content', request: walletLink, response: returns<null>() },
  /** `txCode`: the second code, where the offer asks for one. */
  'receive/prepare': {
    from: 'extension',
    request: z.strictObject({ id: z.string(), txCode: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))) }),
    response: returns<PreparedReceipt>(),
  },
  /** Opens the issuer's page for signing in, in a tab of its own; what comes of it, `receive/stage` tells. */
  'receive/sign-in': { from: 'extension', request: promptId, response: returns<null>() },
  'receive/stage': { from: 'extension', request: promptId, response: returns<ReceiptStage>() },
  'receive/accept': {
    from: 'extension',
    request: z.strictObject({ id: z.string(), assertion: z.nullable(passkeyAssertion) }),
    response: returns<{ count: number }>(),
  },

  // present
  'present/ask': {
    from: 'content',
    request: z.strictObject({ requestId: z.string().check(z.maxLength(64)), requests: z.string().check(z.maxLength(65_536)) }),
    response: returns<'waiting' | 'native' | 'refused'>(),
    maxLength: 140_000,
  },
  'present/abort': {
    from: 'content',
    request: z.strictObject({ requestId: z.string().check(z.maxLength(64)) }),
    response: returns<null>(),
  },
  'present/follow': { from: 'content', request: walletLink, response: returns<null>() },
  'present/prepare': { from: 'extension', request: promptId, response: returns<GestureRequest | null>() },
  'present/approve': {
    from: 'extension',
    request: z.strictObject({ id: z.string(), selected: z.array(z.string()), assertion: z.nullable(passkeyAssertion) }),
    response: returns<{ goesOn: boolean }>(),
  },
  'present/pass': { from: 'extension', request: promptId, response: returns<null>() },

  // sign
  'sign/ask': { from: 'content', request: z.strictObject({ formUri: z.string().check(z.maxLength(2048)) }), response: returns<null>() },
  /** Whether forms of this page may be signed at all: its origin is registered. */
  'sign/here': { from: 'content', request: nothing, response: returns<boolean>() },
  /** Shows a case of this page's agency in the wallet; the page learns nothing, not even whether there is one. */
  'sign/show': {
    from: 'content',
    request: z.strictObject({ caseNumber: z.string().check(z.maxLength(100)), what: z.enum(['case', 'receipt']) }),
    response: returns<null>(),
  },
  'sign/find': { from: 'extension', request: z.strictObject({ tabId: z.number() }), response: returns<boolean>() },
  'sign/begin': { from: 'extension', request: z.strictObject({ tabId: z.number() }), response: returns<boolean>() },
  'sign/restart': { from: 'extension', request: promptId, response: returns<null>() },
  /** The form is new after all, and amends no case. */
  'sign/as-new': { from: 'extension', request: promptId, response: returns<null>() },
  /** Keeps the reviewed form, to be signed with others. */
  'sign/keep': { from: 'extension', request: promptId, response: returns<null>() },
  /** Where the files go, once the citizen has agreed. */
  'sign/attach': {
    from: 'extension',
    request: z.strictObject({ id: z.string(), assertion: passkeyAssertion }),
    response: returns<FileRoute>(),
  },
  /** Some bytes of the file of that place in the route, base64url; at most `pieceBytes`. */
  'sign/piece': {
    from: 'extension',
    request: z.strictObject({
      ...{ id: z.string(), index: z.int(), from: z.int().check(z.gte(0)) },
      length: z.int().check(z.gte(1), z.lte(pieceBytes)),
    }),
    response: returns<string>(),
  },
  'sign/prepare': { from: 'extension', request: promptId, response: returns<GestureRequest>() },
  'sign/approve': {
    from: 'extension',
    request: z.strictObject({ id: z.string(), assertion: passkeyAssertion }),
    response: returns<SubmissionOutcome>(),
  },

  // batch: reviewed forms that wait, and one gesture for several of them
  'batch/list': {
    from: 'extension',
    request: nothing,
    response: returns<{ forms: readonly WaitingLine[]; damaged: readonly string[] }>(),
  },
  /** Opens the window in which they are read and signed. */
  'batch/open': { from: 'extension', request: nothing, response: returns<null>() },
  'batch/view': { from: 'extension', request: nothing, response: returns<BatchView>() },
  /** The whole text of one, as it would be signed. */
  'batch/read': { from: 'extension', request: itemId, response: returns<View>() },
  'batch/discard': { from: 'extension', request: itemId, response: returns<null>() },
  /** Fetches the agencies' requests for what the window showed and the citizen left on. */
  'batch/prepare': {
    from: 'extension',
    request: z.strictObject({
      forms: z.array(z.strictObject({ id: z.string(), manifestHash: base64Url })).check(z.minLength(1), z.maxLength(50)),
    }),
    response: returns<PreparedBatch>(),
  },
  'batch/approve': {
    from: 'extension',
    request: z.strictObject({ id: z.string(), assertion: passkeyAssertion }),
    response: returns<readonly BatchResult[]>(),
  },

  // documents
  'documents/list': {
    from: 'extension',
    request: nothing,
    response: returns<{ documents: readonly DocumentView[]; damaged: readonly string[] }>(),
  },
  'documents/refresh': { from: 'extension', request: itemId, response: returns<DocumentView>() },
  /** Asks the issuer for new copies now; whether they came. */
  'documents/renew': { from: 'extension', request: itemId, response: returns<boolean>() },
  /** The citizen has seen why the document stopped being valid. */
  'documents/acknowledge': { from: 'extension', request: itemId, response: returns<null>() },
  'documents/remove': { from: 'extension', request: itemId, response: returns<null>() },

  // fill: this tab's form. `allowed`: frames of other origins that the citizen lets be filled, each by its document
  'fill/look': {
    from: 'extension',
    request: z.strictObject({ tabId: z.number(), allowed: z.optional(allowedFrames), picked: z.optional(pickedRelatives) }),
    response: returns<FillView>(),
  },
  /**
   * Writes what is ticked. `sendsElsewhere`: the citizen has seen that the form posts to another site, and wants it so. `isTaken`: the citizen has seen that
   * something stands in the control, and wants it replaced; where it came later, it is kept.
   */
  'fill/write': {
    from: 'extension',
    request: z.strictObject({
      tabId: z.number(),
      sendsElsewhere: z.boolean(),
      allowed: z.optional(allowedFrames),
      picked: z.optional(pickedRelatives),
      frames: z.array(
        z.strictObject({
          documentId: z.string(),
          mark: z.string(),
          lines: z.array(z.strictObject({ handle: z.number(), shown: z.string(), isTaken: z.optional(z.boolean()) })),
        }),
      ),
    }),
    response: returns<FillResult>(),
  },
  /** Puts back what stood in every control before. */
  'fill/undo': { from: 'extension', request: z.strictObject({ tabId: z.number() }), response: returns<UndoResult>() },
  /** True as soon as the form is another than the plans that were shown: more fields, or its next step. False after some seconds. */
  'fill/wait': {
    from: 'extension',
    request: z.strictObject({
      tabId: z.number(),
      frames: z.array(z.strictObject({ documentId: z.string(), mark: z.string(), stage: z.string() })),
    }),
    response: returns<boolean>(),
  },

  /** Keeps what the citizen says of one field of the form that they were shown. */
  'fill/correct': {
    from: 'extension',
    request: z.strictObject({
      tabId: z.number(),
      allowed: z.optional(allowedFrames),
      documentId: z.string(),
      mark: z.string(),
      handle: z.number(),
      says: toldMeaning,
    }),
    response: returns<CorrectionEnd>(),
  },
  'fill/forget': { from: 'extension', request: itemId, response: returns<null>() },
  /** Where corrections were made, and how many. */
  'fill/learned': { from: 'extension', request: nothing, response: returns<readonly LearnedSite[]>() },
  'fill/forget-site': { from: 'extension', request: z.strictObject({ origin: z.url() }), response: returns<null>() },

  // attach: copies of documents for this tab's file boxes
  'attach/look': { from: 'extension', request: z.strictObject({ tabId: z.number() }), response: returns<readonly UploadFrame[]>() },
  /** Puts what is ticked, each a copy of one document, into its box. */
  'attach/write': {
    from: 'extension',
    request: z.strictObject({
      tabId: z.number(),
      frames: z.array(
        z.strictObject({
          documentId: z.string(),
          mark: z.string(),
          files: z.array(z.extend(uploadFile, { credentialId: z.string() })).check(z.minLength(1), z.maxLength(maxUploads)),
        }),
      ),
    }),
    response: returns<AttachResult>(),
  },
  /** Empties the boxes that were filled; answers how many. */
  'attach/undo': { from: 'extension', request: z.strictObject({ tabId: z.number() }), response: returns<number>() },

  // field-icon: the icon in the boxes of a page, which opens the panel
  /** Somebody is in a box of this document: the script that draws the icon is wanted, where it may be. */
  'field-icon/wanted': { from: 'content', request: nothing, response: returns<null>() },
  'field-icon/look': { from: 'content', request: nothing, response: returns<IconView>() },
  /** How many boxes could be filled; null where that is not computed unasked. */
  'field-icon/count': { from: 'content', request: nothing, response: returns<number | null>() },
  /** Opens the panel beside the page, or a window where the browser has none. Nothing is filled. */
  'field-icon/open': { from: 'content', request: nothing, response: returns<null>() },
  'field-icon/sites': { from: 'extension', request: nothing, response: returns<{ isOn: boolean; offAt: readonly string[] }>() },
  /** `origin` null: everywhere. */
  'field-icon/switch': {
    from: 'extension',
    request: z.strictObject({ origin: z.nullable(z.url()), isOn: z.boolean() }),
    response: returns<null>(),
  },

  // facts
  'facts/list': {
    from: 'extension',
    request: nothing,
    response: returns<readonly { datum: string; value: string; declaredAtMs: number; isIssuedToo: boolean }[]>(),
  },
  'facts/declare': { from: 'extension', request: z.strictObject({ datum: z.string(), text: z.string() }), response: returns<null>() },
  'facts/remove': { from: 'extension', request: z.strictObject({ datum: z.string() }), response: returns<null>() },

  // family
  'family/list': { from: 'extension', request: nothing, response: returns<readonly FamilyLine[]>() },
  /** States a member anew (`id`: null), or changes one. Texts by their datum; an empty one says nothing. */
  'family/declare': {
    from: 'extension',
    request: z.strictObject({ id: z.nullable(z.string()), relation: familyRelation, texts: z.record(z.string(), z.string()) }),
    response: returns<null>(),
  },
  'family/remove': { from: 'extension', request: itemId, response: returns<null>() },

  // cases
  'cases/list': {
    from: 'extension',
    request: nothing,
    response: returns<{ cases: readonly CaseLine[]; damaged: readonly string[] }>(),
  },
  'cases/refresh': { from: 'extension', request: nothing, response: returns<{ unreachable: readonly NamedAgency[] }>() },
  'cases/send': { from: 'extension', request: itemId, response: returns<SubmissionOutcome>() },
  'cases/discard': { from: 'extension', request: itemId, response: returns<null>() },
  /** Opens the form's page in a tab of its own, in which signing that form amends the case. */
  'cases/amend': { from: 'extension', request: itemId, response: returns<null>() },
  /** Makes the withdrawal ready, and opens the window in which it is read and signed. */
  'cases/withdraw': { from: 'extension', request: itemId, response: returns<null>() },
  'cases/ask-erasure': { from: 'extension', request: itemId, response: returns<null>() },
  'cases/receipt': { from: 'extension', request: itemId, response: returns<ReceiptView>() },
  'cases/sheet': {
    from: 'extension',
    request: z.strictObject({ id: z.string(), language: z.enum(['fa', 'en']) }),
    response: returns<{ name: string /** Base64url. */; bytes: string }>(),
  },
  'cases/export': { from: 'extension', request: itemId, response: returns<{ name: string; text: string }>() },

  // proofs: records of what was sent to sites that acknowledge nothing
  /** A form of this document is being sent. */
  'proofs/sent': { from: 'content', request: sentForm, response: returns<null>(), maxLength: 2_000_000 },
  'proofs/offers': { from: 'extension', request: nothing, response: returns<readonly OfferView[]>() },
  /** Signs the record and keeps it; whether an authority has stamped it too. */
  'proofs/keep': { from: 'extension', request: itemId, response: returns<{ isStamped: boolean }>() },
  'proofs/drop': { from: 'extension', request: itemId, response: returns<null>() },
  'proofs/list': {
    from: 'extension',
    request: nothing,
    response: returns<{ proofs: readonly ProofLine[]; damaged: readonly string[] }>(),
  },
  'proofs/show': { from: 'extension', request: itemId, response: returns<ProofView>() },
  'proofs/stamp': { from: 'extension', request: itemId, response: returns<{ isStamped: boolean }>() },
  'proofs/export': { from: 'extension', request: itemId, response: returns<{ name: string; text: string }>() },
  'proofs/remove': { from: 'extension', request: itemId, response: returns<null>() },

  // drafts: of the page's own origin. `form` is the address of its definition
  'drafts/find': { from: 'content', request: draftForm, response: returns<DraftAnswer>() },
  'drafts/save': { from: 'content', request: z.extend(draftContent, { seenAtMs: z.number() }), response: returns<DraftAnswer>() },
  /** What is kept of it. Our script asks only after a person's own click in the form. */
  'drafts/open': { from: 'content', request: draftForm, response: returns<DraftAnswer>() },
  'drafts/drop': { from: 'content', request: draftForm, response: returns<DraftAnswer>() },
  'drafts/list': {
    from: 'extension',
    request: nothing,
    response: returns<{ drafts: readonly DraftLine[]; damaged: readonly string[] }>(),
  },
  'drafts/remove': { from: 'extension', request: itemId, response: returns<null>() },

  // services
  'services/list': {
    from: 'extension',
    request: nothing,
    response: returns<{ services: readonly OfferedService[]; unreachable: readonly NamedAgency[]; held: readonly string[] }>(),
  },

  // history
  'history/list': { from: 'extension', request: nothing, response: returns<readonly Release[]>() },
} as const satisfies Record<string, MessageEntry>;

/** `ways`: how it can be opened. `expiresAtMs`: when it locks by itself, unless used. `lost`: there was one, and its storage is gone. */
export type VaultStatus =
  | { readonly state: 'none' | 'lost' | 'damaged' }
  | { readonly state: 'locked'; readonly ways: readonly WayInKind[] }
  | { readonly state: 'unlocked'; readonly expiresAtMs: number };

export type WayInKind = 'passkey' | 'recovery' | 'passphrase';

/** A way in, and passkeys that only sign (`opens` false). `attachment`: this device, or another one. */
export type WayInView = {
  readonly id: string;
  readonly kind: WayInKind;
  readonly opens: boolean;
  readonly attachment: 'platform' | 'cross-platform' | null;
  readonly createdAtMs: number;
};

/** `hasDamage`: what was kept of a passkey can no longer be read. It may still open the vault, but no issuer can register it. */
export type WaysInView = { readonly ways: readonly WayInView[]; readonly hasDamage: boolean };

/** `passkeys`: those that open the vault, each with the salt for its PRF. */
export type VaultPasskeys = {
  readonly vaultId: string;
  readonly passkeys: readonly { readonly credentialId: string; readonly salt: string }[];
};

export type UnlockAnswer =
  | { readonly kind: 'unlocked' }
  | {
      readonly kind: 'refused';
      readonly code: 'unlock_failed' | 'recovery_code_malformed' | 'recovery_code_mistyped';
      readonly waitMs: number;
    }
  | { readonly kind: 'wait'; readonly waitMs: number };

/** What a page's icon is told. `canCount`: how many boxes could be filled may be computed unasked here, while the vault is open. `shortcut`: of the panel; empty where it has none. */
export type IconView = {
  readonly isShown: boolean;
  readonly canCount: boolean;
  readonly language: 'fa' | 'en';
  readonly theme: 'system' | 'light' | 'dark';
  readonly shortcut: string;
};

export type Protocol = typeof protocol;
export type MessageName = keyof Protocol;
