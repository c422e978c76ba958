import { encodeBase64Url } from '@daricheh/shared/encoding';
import { describe, expect, it } from 'vitest';
import { createRecoveryCode } from '../../core/vault/recovery-code.ts';
import { createMemoryPorts } from '../../core/vault/testing/memory-ports.ts';
import { Vault } from '../../core/vault/vault.ts';
import { createVaultHandlers } from './background.ts';

const sender = { kind: 'extension', page: 'wallet.html', search: '', tabId: 1 } as const;
const bytes = (fill: number) => encodeBase64Url(new Uint8Array(32).fill(fill));
const opener = (credentialId: string) => ({ kind: 'passkey', credentialId, salt: bytes(1), prf: bytes(2) }) as const;
const passkey = (credentialId: string) => ({
  rpId: 'chrome-extension://abc',
  attachment: 'platform' as const,
  registration: { credentialId, attestationObject: 'AA', clientDataJSON: 'AA', transports: ['internal'], nonce: bytes(3) },
});

async function createVault() {
  const { ports, world } = createMemoryPorts();
  const vault = new Vault(ports);
  const [openUnlockWindow, onUnlocked] = [async () => undefined, async () => undefined];
  const handlers = createVaultHandlers({ vault, rpId: 'chrome-extension://abc', openUnlockWindow, onUnlocked, now: ports.now });
  const recoveryCode = await createRecoveryCode();
  await handlers['vault/create']({ opener: opener('first'), recoveryCode, passkey: passkey('first') }, sender);
  const listWays = async () => (await handlers['vault/list-ways-in']({}, sender)).ways.map(({ kind, opens }) => ({ kind, opens }));
  return { handlers, recoveryCode, world, listWays };
}

describe('the messages of the vault', () => {
  it('make it with a passkey and a recovery code', async () => {
    const { handlers, listWays } = await createVault();
    expect(await handlers['vault/status']({}, sender)).toMatchObject({ state: 'unlocked' });
    expect(await listWays()).toEqual([
      { kind: 'passkey', opens: true },
      { kind: 'recovery', opens: true },
    ]);
  });

  it('lock it, tell the ways in, and open it', async () => {
    const { handlers, recoveryCode } = await createVault();
    await handlers['vault/lock']({}, sender);
    expect(await handlers['vault/status']({}, sender)).toEqual({ state: 'locked', ways: ['passkey', 'recovery'] });
    expect(await handlers['vault/passkeys']({}, sender)).toMatchObject({ passkeys: [{ credentialId: 'first', salt: bytes(1) }] });
    expect(await handlers['vault/unlock']({ kind: 'recovery', code: recoveryCode }, sender)).toEqual({ kind: 'unlocked' });
  });

  it('add a passkey that only signs, and forget it', async () => {
    const { handlers, listWays } = await createVault();
    await handlers['vault/add-passkey']({ opener: null, passkey: passkey('second') }, sender);
    expect(await listWays()).toContainEqual({ kind: 'passkey', opens: false });
    await handlers['vault/remove-way-in']({ id: 'second' }, sender);
    expect(await listWays()).not.toContainEqual({ kind: 'passkey', opens: false });
  });

  it('A28: remove a passkey with what was kept of it', async () => {
    const { handlers, world } = await createVault();
    const [way] = (await handlers['vault/list-ways-in']({}, sender)).ways;
    await handlers['vault/remove-way-in']({ id: way?.id ?? '' }, sender);
    expect([...world.rows.values()].filter((row) => row.id === 'first')).toEqual([]);
  });

  it('refuse a short passphrase, and change nothing', async () => {
    const { handlers, listWays } = await createVault();
    await expect(handlers['vault/set-passphrase']({ passphrase: 'کوتاه' }, sender)).rejects.toMatchObject({ code: 'passphrase_too_short' });
    expect(await listWays()).toHaveLength(2);
  });
});
