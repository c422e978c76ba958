import { presentCredential } from '../credential/index.ts';
import type { Json } from '../encoding/index.ts';
import { type ExpectedResponse, type VerifyVpTokenPorts, verifyVpToken } from '../presentation/index.ts';
import { testTime } from './credentials.ts';
import { createTestKey, sha256 } from './node-ports.ts';
import { createPresentationWorld, issueTestIdentity, type PresentationWorld } from './presentation-world.ts';

/** What the holder does that is not what it does in most tests. */
export type PresentationChanges = {
  readonly credential?: string;
  readonly paths?: string[][];
  readonly nonce?: string;
  readonly audience?: string;
  readonly at?: Date;
  readonly sign?: 'other';
  readonly transactionData?: string[];
  readonly bind?: boolean;
};

/** A world of presentations, its holder, and the verifier that looks at what the holder presents. */
export type PresentationChecks = {
  readonly world: PresentationWorld;
  /** The paths that the query of tests asks. */
  readonly asked: string[][];
  readonly present: (changes?: PresentationChanges) => Promise<string>;
  readonly verify: (
    vpToken: Json,
    changes?: Partial<ExpectedResponse>,
    ports?: Partial<VerifyVpTokenPorts>,
  ) => ReturnType<typeof verifyVpToken>;
};

export async function createPresentationChecks(): Promise<PresentationChecks> {
  const world = await createPresentationWorld();
  const held = await issueTestIdentity(world.issuer, world.holder);
  const asked = [['given_name'], ['address', 'postal_code']];
  const { nonce: ownNonce, audience: ownAudience } = world.expected;
  return {
    world,
    asked,
    present: async ({ credential = held, paths = asked, nonce = ownNonce, audience = ownAudience, ...more } = {}) => {
      const { sign } = more.sign === 'other' ? createTestKey() : world.holder;
      const transactionData = (more.transactionData ?? []).map((encoded) => ({ encoded }));
      const keyBinding = more.bind === false ? null : { nonce, audience, transactionData, at: more.at ?? testTime, sign };
      return presentCredential({ credential, paths, keyBinding }, { sha256 });
    },
    verify: (vpToken, changes = {}, ports = {}) =>
      verifyVpToken(vpToken, { ...world.expected, ...changes }, { ...world.verifyPorts, ...ports }),
  };
}
