import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { describe, expect, it } from 'vitest';
import { createPasskeyCeremony } from './passkey-ceremony.ts';

const extensionOrigin = 'chrome-extension://abc';

/** An authenticator that refuses with `name`, and keeps what it was asked. */
function refuseWith(name: string) {
  const asked: (CredentialCreationOptions & CredentialRequestOptions)[] = [];
  const refuse = async (options?: CredentialCreationOptions & CredentialRequestOptions) => {
    if (options) asked.push(options);
    throw new DOMException('no', name);
  };
  return { asked, ceremony: createPasskeyCeremony({ credentials: { create: refuse, get: refuse }, rpId: null, extensionOrigin }) };
}

describe('a passkey ceremony', () => {
  it.each([
    ['NotAllowedError', 'passkey_cancelled'],
    ['AbortError', 'passkey_cancelled'],
    ['InvalidStateError', 'passkey_exists'],
    ['NotSupportedError', 'passkey_unsupported'],
    ['ConstraintError', 'passkey_unsupported'],
    ['SecurityError', 'passkey_failed'],
  ])('that ends in %s throws %s', async (name, code) => {
    await expect(refuseWith(name).ceremony.create({ exclude: [] })).rejects.toMatchObject({ code });
  });

  it('is not there in a page without credentials', async () => {
    const ceremony = createPasskeyCeremony({ credentials: undefined, rpId: null, extensionOrigin });
    expect(ceremony.isAvailable()).toBe(false);
    await expect(ceremony.create({ exclude: [] })).rejects.toMatchObject({ code: 'passkey_unsupported' });
  });

  it('makes a passkey of the extension itself, with user verification', async () => {
    const { asked, ceremony } = refuseWith('NotAllowedError');
    await expect(ceremony.create({ exclude: ['AQID'] })).rejects.toBeDefined();
    const options = asked[0]?.publicKey;
    expect(options).toMatchObject({
      rp: { name: 'دریچه' },
      excludeCredentials: [{ type: 'public-key', id: decodeBase64Url('AQID') }],
      authenticatorSelection: { userVerification: 'required' },
      extensions: { prf: {} },
    });
    expect(options?.rp).not.toHaveProperty('id');
  });

  it('asks for the PRF of each passkey under its own salt', async () => {
    const { asked, ceremony } = refuseWith('NotAllowedError');
    const salt = encodeBase64Url(new Uint8Array(32).fill(3));
    await expect(ceremony.unlock({ vaultId: 'v', passkeys: [{ credentialId: 'AQID', salt }] })).rejects.toBeDefined();
    const evaluated = asked[0]?.publicKey?.extensions?.prf?.evalByCredential;
    expect(evaluated).toEqual({ AQID: { first: decodeBase64Url(salt).buffer } });
  });
});
