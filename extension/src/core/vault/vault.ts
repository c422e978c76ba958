import type { Bytes } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { type AttemptLog, countFailure, delayBeforeNext, noAttempts } from './attempt-delay.ts';
import type { KeySession } from './key-session.ts';
import { type ItemChange, planChanges } from './plan-changes.ts';
import { parseRecoveryCode } from './recovery-code.ts';
import { importVaultKey, type VaultKey } from './seal-item.ts';
import { type Argon2idCost, parseVaultHeader, type VaultHeader, type Wrapping } from './vault-header.ts';
import { createVaultItems, type VaultItems } from './vault-items.ts';
import type { StoreChange, VaultStore } from './vault-store.ts';
import { type Opener, unwrapKey, wrapKey } from './wrap-key.ts';

/** Whether there is a vault, and whether it is open. `lost`: there was one on this device, and its storage is gone. */
export type VaultState =
  | { readonly state: 'none' | 'lost' | 'damaged' | 'locked' }
  | { readonly state: 'unlocked'; readonly expiresAtMs: number };

export type VaultPorts = {
  readonly store: VaultStore;
  readonly session: KeySession;
  readonly attempts: AttemptLog;
  /** Remembers, apart from the store, that a vault was made. */
  readonly memory: { wasMade(): Promise<boolean>; rememberMade(): Promise<void> };
  readonly now: () => Date;
  /** What guessing a new passphrase shall cost; those that are set keep their own. */
  readonly passphraseCost: Argon2idCost;
  /** How long the vault stays open without use. */
  readonly autoLockMs: () => Promise<number>;
  /** Told after each change of the ways in or of what the vault holds. */
  readonly onChange: () => Promise<void>;
};

/** What a way in is opened with, as the citizen gives it. */
export type UnlockAttempt =
  | { readonly kind: 'passkey'; readonly credentialId: string; readonly prf: Bytes }
  | { readonly kind: 'recovery'; readonly code: string }
  | { readonly kind: 'passphrase'; readonly passphrase: string };

/** A wrong code is expected, and so is one that came too soon. */
export type UnlockOutcome =
  | { readonly kind: 'unlocked' }
  | {
      readonly kind: 'refused';
      readonly code: 'unlock_failed' | 'recovery_code_malformed' | 'recovery_code_mistyped';
      readonly waitMs: number;
    }
  | { readonly kind: 'wait'; readonly waitMs: number };

/** What the vault shows of a way in. */
export type WayIn = {
  readonly id: string;
  readonly kind: Wrapping['kind'];
  readonly createdAtMs: number;
  /** Of a passkey. */
  readonly credentialId: string | null;
};

/** What a passkey ceremony must ask for: each passkey that opens this vault, with the salt for its PRF. */
export type PasskeyWay = { readonly credentialId: string; readonly salt: string };

/** `items`: what it holds from its first moment; kept with it or not at all. */
export type NewVault = { readonly rpId: string; readonly openers: readonly Opener[]; readonly items: readonly ItemChange[] };

/**
 * The vault: a random key, wrapped once for each way in, and the items sealed under it. The key of an open vault lies
 * in the session with its expiry, which every use checks; `lock` removes it.
 */
export class Vault {
  private readonly ports: VaultPorts;
  /** What the vault holds, for the features that keep it. */
  readonly items: VaultItems;

  constructor(ports: VaultPorts) {
    this.ports = ports;
    this.items = createVaultItems({ store: ports.store, openKey: () => this.openKey(), onChange: ports.onChange });
  }

  async readState(): Promise<VaultState> {
    const stored = await this.ports.store.readHeader();
    if (!stored) return { state: (await this.ports.memory.wasMade()) ? 'lost' : 'none' };
    try {
      parseVaultHeader(stored.header);
    } catch {
      // Said by the state; nothing is repaired or erased here.
      return { state: 'damaged' };
    }
    const open = await this.readSession();
    return open ? { state: 'unlocked', expiresAtMs: open.expiresAtMs } : { state: 'locked' };
  }

  /**
   * Makes the vault with its ways in, and opens it.
   * @throws AppError `vault_exists`; `last_way_in` for fewer than two ways in
   */
  async create({ rpId, openers, items }: NewVault): Promise<void> {
    const { store, now, memory, passphraseCost: cost } = this.ports;
    if (await store.readHeader()) throw new AppError('vault_exists');
    if (openers.length < 2) throw new AppError('last_way_in');
    const key = crypto.getRandomValues(new Uint8Array(32));
    const home = { vaultId: crypto.randomUUID(), rpId };
    const createdAtMs = now().getTime();
    const wrappings = await Promise.all(openers.map((opener) => wrapKey(key, opener, home, { nowMs: createdAtMs, cost })));
    const header: VaultHeader = { version: 1, ...home, createdAtMs, wrappings };
    const planned = await planFirst(await importVaultKey(key, home.vaultId), items);
    await store.commit([{ kind: 'header', stored: { revision: 1, header }, replaces: null }, ...planned]);
    await memory.rememberMade();
    await this.open(key, home.vaultId);
  }

  /** Opens the vault, or says why not and how long to wait. The vault's bytes are the same after a failure. @throws AppError `vault_missing`, `vault_damaged` */
  async unlock(attempt: UnlockAttempt): Promise<UnlockOutcome> {
    const { header } = await this.readHeader();
    const { attempts, now } = this.ports;
    const made = await attempts.read();
    const isGuess = attempt.kind !== 'passkey';
    const waitMs = isGuess ? delayBeforeNext(made, now().getTime()) : 0;
    if (waitMs > 0) return { kind: 'wait', waitMs };
    try {
      const { key } = await tryWays(header, attempt);
      await attempts.write(noAttempts);
      await this.open(key, header.vaultId);
      return { kind: 'unlocked' };
    } catch (error) {
      const code = readRefusal(error);
      const counted = isGuess ? countFailure(made, now().getTime()) : made;
      if (isGuess) await attempts.write(counted);
      return { kind: 'refused', code, waitMs: isGuess ? delayBeforeNext(counted, now().getTime()) : 0 };
    }
  }

  /** Removes the key. Nothing can be read before the vault is opened again. */
  async lock(): Promise<void> {
    await this.ports.session.clear();
  }

  /** Moves the expiry of an open vault on, because the citizen is there; a locked vault stays locked. */
  async extend(): Promise<void> {
    const open = await this.readSession();
    if (!open) return;
    await this.ports.session.write({ ...open, expiresAtMs: await this.expiry() });
    open.key.fill(0);
  }

  /** The vault's passkeys, for a ceremony, and their relying party. Not secret: the vault may be locked. */
  async listPasskeys(): Promise<{ readonly vaultId: string; readonly rpId: string; readonly passkeys: readonly PasskeyWay[] }> {
    const { vaultId, rpId, wrappings } = (await this.readHeader()).header;
    const passkeys = wrappings.flatMap((way) => (way.kind === 'passkey' ? [{ credentialId: way.credentialId, salt: way.salt }] : []));
    return { vaultId, rpId, passkeys };
  }

  /** Every way in. The vault may be locked. */
  async listWaysIn(): Promise<WayIn[]> {
    return (await this.readHeader()).header.wrappings.map((way) => ({
      id: way.id,
      kind: way.kind,
      createdAtMs: way.createdAtMs,
      credentialId: way.kind === 'passkey' ? way.credentialId : null,
    }));
  }

  /**
   * Adds a way in to the open vault. A new recovery code or passphrase takes the place of the old one.
   * @throws AppError `vault_locked`
   */
  async addWayIn(opener: Opener): Promise<void> {
    const open = await this.requireSession();
    const { revision, header } = await this.readHeader();
    const options = { nowMs: this.ports.now().getTime(), cost: this.ports.passphraseCost };
    const added = await wrapKey(open.key, opener, header, options);
    open.key.fill(0);
    const kept = header.wrappings.filter((way) => !isReplacedBy(way, added));
    await this.writeHeader({ ...header, wrappings: [...kept, added] }, revision);
  }

  /** Removes a way in: it opens nothing from then on. @throws AppError `vault_locked`; `last_way_in` when no other is left */
  async removeWayIn(id: string): Promise<void> {
    (await this.requireSession()).key.fill(0);
    const { revision, header } = await this.readHeader();
    const kept = header.wrappings.filter((way) => way.id !== id);
    if (kept.length === header.wrappings.length) return;
    if (kept.length === 0) throw new AppError('last_way_in');
    await this.writeHeader({ ...header, wrappings: kept }, revision);
  }

  private async openKey(): Promise<VaultKey> {
    const { key, vaultId } = await this.requireSession();
    const imported = await importVaultKey(key, vaultId);
    key.fill(0);
    return imported;
  }

  private async requireSession() {
    const open = await this.readSession();
    if (!open) throw new AppError('vault_locked');
    return open;
  }

  /** The open key, unless its time is over: then it is removed, whoever asked. */
  private async readSession() {
    const open = await this.ports.session.read();
    if (!open || this.ports.now().getTime() < open.expiresAtMs) return open;
    await this.lock();
    return undefined;
  }

  private async open(key: Bytes, vaultId: string): Promise<void> {
    await this.ports.session.write({ key, vaultId, expiresAtMs: await this.expiry() });
    key.fill(0);
  }

  private async expiry(): Promise<number> {
    return this.ports.now().getTime() + (await this.ports.autoLockMs());
  }

  private async readHeader(): Promise<{ revision: number; header: VaultHeader }> {
    const stored = await this.ports.store.readHeader();
    if (!stored) throw new AppError('vault_missing');
    return { revision: stored.revision, header: parseVaultHeader(stored.header) };
  }

  private async writeHeader(header: VaultHeader, replaces: number): Promise<void> {
    await this.ports.store.commit([{ kind: 'header', stored: { revision: replaces + 1, header }, replaces }]);
    await this.ports.onChange();
  }
}

/** What the store must do for the first items of a vault. */
async function planFirst(key: VaultKey, items: readonly ItemChange[]): Promise<StoreChange[]> {
  const tables = [...new Set(items.map((item) => item.table))];
  const ofTable = (table: string) => items.filter((item) => item.table === table);
  return (await Promise.all(tables.map((table) => planChanges(key, table, [], ofTable(table))))).flat();
}

/** Tries each way in of that kind. Codes are checked for slips first, so that a slip is told from a wrong code. */
async function tryWays(header: VaultHeader, attempt: UnlockAttempt): Promise<{ key: Bytes }> {
  const code = attempt.kind === 'recovery' ? await parseRecoveryCode(attempt.code) : '';
  for (const way of header.wrappings) {
    const opener = matchWay(way, attempt, code);
    if (!opener) continue;
    try {
      return { key: await unwrapKey(way, opener, header) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  throw new AppError('unlock_failed');
}

function matchWay(way: Wrapping, attempt: UnlockAttempt, code: string): Opener | undefined {
  if (way.kind !== attempt.kind) return undefined;
  if (attempt.kind === 'recovery') return { kind: 'recovery', code };
  if (attempt.kind === 'passphrase') return attempt;
  const isThis = way.kind === 'passkey' && way.credentialId === attempt.credentialId;
  return isThis ? { ...attempt, salt: way.salt } : undefined;
}

function readRefusal(error: unknown): 'unlock_failed' | 'recovery_code_malformed' | 'recovery_code_mistyped' {
  const code = error instanceof AppError ? error.code : undefined;
  if (code === 'unlock_failed' || code === 'recovery_code_malformed' || code === 'recovery_code_mistyped') return code;
  throw error;
}

/** One recovery code and one passphrase at a time; passkeys are told apart by their credential. */
function isReplacedBy(way: Wrapping, added: Wrapping): boolean {
  if (way.kind === 'passkey') return added.kind === 'passkey' && added.credentialId === way.credentialId;
  return way.kind === added.kind;
}
