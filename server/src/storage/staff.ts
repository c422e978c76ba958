/** Administrators do what caseworkers do, and say who else may. */
export const roles = ['caseworker', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Somebody at an agency's desk. */
export type Caseworker = { readonly agency: string; readonly id: string; readonly name: string; readonly role: Role };

/** A caseworker as administrators see them. */
export type Account = Caseworker & {
  readonly createdAt: Date;
  /** Null while the account is open. */
  readonly disabledAt: Date | null;
  /** How many passkeys open it. */
  readonly passkeys: number;
  /** When a passkey of theirs was used last. */
  readonly usedAt: Date | null;
};

/** `publicKey` is COSE in base64url. */
export type StoredPasskey = { readonly credentialId: string; readonly publicKey: string; readonly counter: number };

/** A passkey as it is added, under the name by which its owner knows it. */
export type NewPasskey = StoredPasskey & { readonly name: string };

/** A passkey as its owner sees it. */
export type ListedPasskey = {
  readonly credentialId: string;
  /** Empty for one that was made before passkeys had names. */
  readonly name: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
  /** When its counter went back: a copy of it may exist, and it opens nothing since. Null for all others. */
  readonly flaggedAt: Date | null;
};

export const staffEventKinds = [
  'invited',
  'enrolled',
  'disabled',
  'enabled',
  'made-administrator',
  'made-caseworker',
  'passkey-added',
  'passkey-removed',
  'passkey-flagged',
  'recovery-opened',
  'recovered',
  'event-sent-again',
  'event-set-aside',
] as const;
export type StaffEventKind = (typeof staffEventKinds)[number];

/** A person as an event names them: by the name that they had then. */
export type Named = { readonly id: string; readonly name: string };

/** What was done to who may get in. */
export type StaffEvent = {
  readonly id: string;
  readonly at: Date;
  readonly kind: StaffEventKind;
  /** Who did it; null for the agency's back end and for the server itself. */
  readonly actor: Named | null;
  /** To whom; null where nobody has a name yet. */
  readonly subject: Named | null;
  /** The passkey's name, or the role; null where there is nothing to add. */
  readonly detail: string | null;
};

/** One account of one agency. */
export type AccountName = { readonly agency: string; readonly id: string };
/** One passkey of one agency. */
export type PasskeyName = { readonly agency: string; readonly credentialId: string };

/** Changes that one administrator makes to the account of another person. */
export type AccountChange = Extract<StaffEventKind, 'disabled' | 'enabled' | 'made-administrator' | 'made-caseworker'>;

/** Accounts. Whatever changes one writes its event in the same transaction. */
export type CaseworkerStore = {
  /** Writes a caseworker with a first passkey; false, and nothing written, when that code has enrolled somebody already. */
  enrol(enrolment: {
    readonly caseworker: Caseworker;
    readonly passkey: NewPasskey;
    readonly codeHash: string;
    readonly event: StaffEvent;
  }): Promise<boolean>;
  /** True when that code has enrolled somebody. */
  isCodeUsed(name: { readonly agency: string; readonly codeHash: string }): Promise<boolean>;
  find(name: AccountName): Promise<Account | null>;
  /** Everybody of an agency, in the order in which they came. */
  list(agency: string): Promise<readonly Account[]>;
  /**
   * Makes the change that the event's kind names. False, and nothing written, when `actor` is not an administrator with
   * an open account, is the subject, or the subject's account is not as the change supposes. Of two administrators who
   * change each other at once, one is too late: an agency keeps an administrator.
   */
  change(change: {
    readonly agency: string;
    readonly actor: string;
    readonly subject: string;
    readonly event: StaffEvent & { readonly kind: AccountChange };
  }): Promise<boolean>;
  /**
   * Takes `code` away and puts one new passkey in the place of all that the account had; false, and nothing written, when
   * the code is gone, the account is disabled, or the passkey is somebody's already.
   */
  recover(recovery: {
    readonly account: AccountName;
    /** A one-time record of the agency. */
    readonly code: { readonly kind: string; readonly key: string };
    readonly passkey: NewPasskey;
    readonly event: StaffEvent;
  }): Promise<boolean>;
};

/** Passkeys of caseworkers. */
export type PasskeyStore = {
  /** The passkey with whom it lets in; null when it is unknown or flagged, or the account is disabled. */
  find(name: PasskeyName): Promise<{ readonly caseworker: Caseworker; readonly passkey: StoredPasskey } | null>;
  /** Writes the counter, and that the passkey was used, when the counter stands as `from` says; false when somebody else used it in between. */
  advanceCounter(change: PasskeyName & { readonly from: number; readonly to: number; readonly at: Date }): Promise<boolean>;
  /** Marks the passkey; from now on it opens nothing. False when it was marked already. */
  flag(name: PasskeyName, event: StaffEvent): Promise<boolean>;
  /** An account's passkeys, oldest first. */
  list(name: AccountName): Promise<readonly ListedPasskey[]>;
  /** False, and nothing written, when there is a passkey of that id. */
  add(account: AccountName, passkey: NewPasskey, event: StaffEvent): Promise<boolean>;
  /** False when the account has no such passkey. */
  rename(account: AccountName, credentialId: string, name: string): Promise<boolean>;
  /** `last`: nothing was removed, since no passkey that opens the account would have been left. */
  remove(account: AccountName, credentialId: string, event: StaffEvent): Promise<'removed' | 'last' | 'unknown'>;
};

/** The record of what was done to who may get in. It is only ever added to. */
export type StaffEventStore = {
  record(agency: string, event: StaffEvent): Promise<void>;
  /** An agency's events, newest first. */
  list(query: { readonly agency: string; readonly limit: number }): Promise<readonly StaffEvent[]>;
};
