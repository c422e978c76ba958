import { type Cbor, CborTag, makeCborMap } from '../cbor/index.ts';
import type { CredentialPorts } from '../credential/index.ts';
import { AppError } from '../errors/index.ts';
import { type VerifiedMdoc, verifyDeviceResponse } from '../mdoc/index.ts';
import { createMdocWorld, type MdocForgery, type MdocWorld, testNamespace } from './mdoc-world.ts';

type Members = Map<number | string, Cbor>;
type Expected = MdocWorld['expected'];

/** A world of mdocs and the verifier that looks at what is forged in it. */
export type MdocChecks = {
  readonly world: MdocWorld;
  readonly verify: (response: string, changes?: Partial<Expected>, ports?: CredentialPorts) => Promise<VerifiedMdoc>;
  /** The code, the step and the part that a forgery is refused by; `accepted` where it is not. */
  readonly refuse: (forgery: MdocForgery, changes?: Partial<Expected>) => Promise<string>;
};

export async function createMdocChecks(): Promise<MdocChecks> {
  const world = await createMdocWorld();
  const verify: MdocChecks['verify'] = (response, changes = {}, ports = world.ports) =>
    verifyDeviceResponse(response, { ...world.expected, ...changes }, ports);
  return { world, verify, refuse: async (forgery, changes) => explainRefusal(verify(await world.forge(forgery), changes)) };
}

/** The code, the step and the part that a verification is refused by; `accepted` where it is not. */
export function explainRefusal(verification: Promise<unknown>): Promise<string> {
  return verification.then(
    () => 'accepted',
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      const { code, facts } = error;
      return [code, ...(facts['step'] ? [facts['step']] : []), facts['what'] ?? facts['rule']].join(' ');
    },
  );
}

/** What the issuer says of its validity, in dates as text. */
export function forgeValidity(validFrom: string, validUntil: string, signed = validFrom): MdocForgery {
  const tdate = (text: string) => new CborTag(0, text);
  const members = { signed: tdate(signed), validFrom: tdate(validFrom), validUntil: tdate(validUntil) };
  return { object: (object) => object.set('validityInfo', makeCborMap(members)) };
}

/** A part that is known to be a map, to be changed. */
export function asMembers(value: Cbor | undefined): Members {
  return value as Members;
}

/** The digests that an issuer signs for the namespace of tests. */
export function findDigests(object: Members): Members {
  return asMembers(asMembers(object.get('valueDigests')).get(testNamespace));
}

/** The items that are sent of that namespace. */
export function findItems(parts: Members): CborTag[] {
  return asMembers(parts.get('nameSpaces')).get(testNamespace) as CborTag[];
}

/** The parts of the COSE_Sign1 by which a device signs. */
export function findDeviceSignature(document: Members): Cbor[] {
  return asMembers(asMembers(document.get('deviceSigned')).get('deviceAuth')).get('deviceSignature') as Cbor[];
}
