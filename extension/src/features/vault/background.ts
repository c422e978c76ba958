import { decodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { PasskeyRecord } from '../../core/passkeys/passkey-record.ts';
import { passkeyRecord, passkeyTable } from '../../core/passkeys/passkey-record.ts';
import { parseRecoveryCode } from '../../core/vault/recovery-code.ts';
import type { Vault } from '../../core/vault/vault.ts';
import type { Opener } from '../../core/vault/wrap-key.ts';
import type { RequestOf } from '../../messaging/message-entry.ts';
import type { VaultStatus, WayInView, WaysInView } from '../../messaging/protocol/vault.ts';
import type { Protocol } from '../../messaging/protocol.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

export type VaultDeps = {
  readonly vault: Vault;
  /** The relying party of passkeys made here; a vault without one is bound to it all the same. */
  readonly rpId: string;
  readonly openUnlockWindow: () => Promise<void>;
  /** What waited for the vault to open may go on. */
  readonly onUnlocked: () => Promise<void>;
  readonly now: () => Date;
};

/** A passphrase is all that stands between a stolen disk and the vault. */
const shortestPassphrase = 12;

/** Answers what pages ask of the vault's lock and its ways in. */
export function createVaultHandlers({ vault, rpId, openUnlockWindow, onUnlocked, now }: VaultDeps): FeatureHandlers<'vault'> {
  return {
    'vault/status': () => readStatus(vault),
    'vault/passkeys': async () => {
      const { vaultId, passkeys } = await vault.listPasskeys();
      return { vaultId, passkeys };
    },
    'vault/create': async ({ opener, recoveryCode, passkey }) => {
      const recovery: Opener = { kind: 'recovery', code: await parseRecoveryCode(recoveryCode) };
      const items = passkey ? [putPasskey(passkey, now().getTime())] : [];
      await vault.create({ rpId: passkey?.rpId ?? rpId, openers: [readOpener(opener), recovery], items });
      return null;
    },
    'vault/unlock': async (attempt) => {
      const answer = await vault.unlock(attempt.kind === 'passkey' ? { ...attempt, prf: decodeBase64Url(attempt.prf) } : attempt);
      if (answer.kind === 'unlocked') await onUnlocked();
      return answer;
    },
    'vault/open-unlock-window': async () => {
      await openUnlockWindow();
      return null;
    },
    'vault/lock': async () => {
      await vault.lock();
      return null;
    },
    'vault/stay-open': async () => {
      await vault.extend();
      return null;
    },
    'vault/list-ways-in': () => listWaysIn(vault),
    'vault/add-passkey': async ({ opener, passkey }) => {
      await vault.items.commit([putPasskey(passkey, now().getTime())]);
      if (opener) await vault.addWayIn(readOpener(opener));
      return null;
    },
    'vault/set-recovery-code': async ({ code }) => {
      await vault.addWayIn({ kind: 'recovery', code: await parseRecoveryCode(code) });
      return null;
    },
    'vault/set-passphrase': async ({ passphrase }) => {
      await vault.addWayIn(readOpener({ kind: 'passphrase', passphrase }));
      return null;
    },
    'vault/remove-way-in': async ({ id }) => {
      await removeWayIn(vault, id);
      return null;
    },
  };
}

type CreateRequest = RequestOf<Protocol['vault/create']>;
type NewPasskey = NonNullable<CreateRequest['passkey']>;

function readOpener(opener: CreateRequest['opener']): Opener {
  if (opener.kind === 'passkey') return { ...opener, prf: decodeBase64Url(opener.prf) };
  if ([...opener.passphrase].length < shortestPassphrase) throw new AppError('passphrase_too_short', { shortest: shortestPassphrase });
  return opener;
}

function putPasskey({ rpId, attachment, registration }: NewPasskey, createdAtMs: number) {
  const value: PasskeyRecord = { rpId, registration, attachment, createdAtMs };
  return { kind: 'put', table: passkeyTable, id: registration.credentialId, value } as const;
}

async function readStatus(vault: Vault): Promise<VaultStatus> {
  const state = await vault.readState();
  if (state.state === 'unlocked') return state;
  if (state.state !== 'locked') return { state: state.state };
  return { state: 'locked', ways: [...new Set((await vault.listWaysIn()).map((way) => way.kind))] };
}

/** The ways in, each passkey with what is known of it, and after them the passkeys that only sign. */
async function listWaysIn(vault: Vault): Promise<WaysInView> {
  const { records, hasDamage } = await listRecords(vault);
  const ways = await vault.listWaysIn();
  const opening = ways.map((way) => ({
    id: way.id,
    kind: way.kind,
    createdAtMs: way.createdAtMs,
    opens: true,
    attachment: records.find((record) => record.registration.credentialId === way.credentialId)?.attachment ?? null,
  }));
  const signing = records.filter((record) => !ways.some((way) => way.credentialId === record.registration.credentialId));
  return { ways: [...opening, ...signing.map(describeSigning)], hasDamage };
}

function describeSigning({ registration, attachment, createdAtMs }: PasskeyRecord): WayInView {
  return { id: registration.credentialId, kind: 'passkey', opens: false, attachment, createdAtMs };
}

async function listRecords(vault: Vault): Promise<{ records: PasskeyRecord[]; hasDamage: boolean }> {
  const { items, damaged } = await vault.items.list(passkeyTable);
  const records = items.flatMap((item) => passkeyRecord.safeParse(item.value).data ?? []);
  return { records, hasDamage: damaged.length > 0 || records.length < items.length };
}

/** Removes a way in, and with a passkey what was kept of it: it opens nothing and is offered to no issuer any more. */
async function removeWayIn(vault: Vault, id: string): Promise<void> {
  const way = (await vault.listWaysIn()).find((each) => each.id === id);
  if (way) await vault.removeWayIn(id);
  const credentialId = way ? way.credentialId : id;
  if (credentialId) await vault.items.commit([{ kind: 'remove', table: passkeyTable, id: credentialId }]);
}
