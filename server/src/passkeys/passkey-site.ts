import type { Agency } from '../agencies/agency.ts';

/** Where the passkeys of an agency's caseworkers are made and used. */
export type PasskeySite = {
  readonly agency: string;
  readonly name: string;
  readonly origin: string;
  /** The host alone: a passkey works on every port of it. */
  readonly rpId: string;
};

/** The site of an agency. */
export function describeSite({ id, name, origin }: Agency): PasskeySite {
  return { agency: id, name: name.fa, origin, rpId: new URL(origin).hostname };
}
