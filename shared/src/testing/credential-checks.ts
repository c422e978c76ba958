import {
  type CredentialExpectations,
  type KeyBindingExpectations,
  type VerifiedCredential,
  verifyCredential,
} from '../credential/index.ts';
import { AppError } from '../errors/index.ts';
import { createTestIssuer, expectCredential, type Forgery, forgeCredential, type TestIssuer } from './credentials.ts';
import { createTestKey, type TestKey } from './node-ports.ts';

/** What a verifier asks that is not what it asks in most tests. */
export type CredentialChanges = {
  readonly keyBinding?: Partial<KeyBindingExpectations> | null;
  readonly at?: CredentialExpectations['at'];
  readonly vctValues?: string[];
};

/** An issuer, a holder, and the verifier that looks at what is forged in their names. */
export type CredentialChecks = {
  readonly issuer: TestIssuer;
  readonly holder: TestKey;
  readonly verify: (forgery: Forgery, changes?: CredentialChanges) => Promise<VerifiedCredential>;
  /** The rule that refuses the forgery, and its code: `V1 credential_malformed`; `accepted` where none does. */
  readonly refuse: (forgery: Forgery, changes?: CredentialChanges) => Promise<string>;
};

export async function createCredentialChecks(): Promise<CredentialChecks> {
  const issuer = await createTestIssuer();
  const holder = createTestKey();
  const verify: CredentialChecks['verify'] = async (forgery, changes = {}) =>
    verifyCredential(await forgeCredential(issuer, holder, forgery), expectCredential(issuer, changes), issuer.ports);
  const refuse: CredentialChecks['refuse'] = (forgery, changes) =>
    verify(forgery, changes).then(
      () => 'accepted',
      (error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        return `${error.facts['rule']} ${error.code}`;
      },
    );
  return { issuer, holder, verify, refuse };
}
