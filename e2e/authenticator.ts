import type { CDPSession, Page } from '@playwright/test';

/** A virtual authenticator of one tab. Its credentials open a vault in this tab alone: elsewhere they lose their PRF. */
export type Authenticator = {
  readonly session: CDPSession;
  readonly id: string;
  /** False: it does not find out who is there, and every ceremony that asks for that fails. */
  setUserVerified(isVerified: boolean): Promise<void>;
  listCredentials(): Promise<readonly StoredCredential[]>;
};

/** A passkey as the browser's debugger tells it (CDP, `WebAuthn.Credential`), private key included. */
export type StoredCredential = {
  credentialId: string;
  isResidentCredential: boolean;
  rpId?: string;
  privateKey: string;
  userHandle?: string;
  signCount: number;
};

/** Gives `page` an authenticator that confirms by itself, with or without the PRF extension. */
export async function addAuthenticator(page: Page, options: { readonly hasPrf?: boolean } = {}): Promise<Authenticator> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: options.hasPrf ?? true,
      automaticPresenceSimulation: true,
      isUserVerified: true,
    },
  });
  return {
    session,
    id: authenticatorId,
    setUserVerified: async (isUserVerified) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    listCredentials: () => readCredentials(session, authenticatorId),
  };
}

/** Gives `page` an authenticator with the passkeys of another tab: enough to sign in a consent window, not to unlock. */
export async function copyAuthenticator(from: Authenticator, page: Page): Promise<Authenticator> {
  const copy = await addAuthenticator(page, { hasPrf: false });
  for (const credential of await from.listCredentials()) {
    await copy.session.send('WebAuthn.addCredential', { authenticatorId: copy.id, credential });
  }
  return copy;
}

async function readCredentials(session: CDPSession, authenticatorId: string): Promise<readonly StoredCredential[]> {
  const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
  return credentials;
}
