import type { TrustedAgency } from '../trust/index.ts';

/**
 * True when `address` is at one of the agency's own origins: absolute, with no user name or password. What the trust list
 * names is all that counts, so http and private addresses pass only where the list itself has them.
 */
export function isAtOriginOf(agency: TrustedAgency, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, username, password } = new URL(address);
  return agency.origins.includes(origin) && username === '' && password === '';
}

/** The same, for an address that a request goes to: it has no fragment, which would not be sent. */
export function isEndpointOf(agency: TrustedAgency, address: string): boolean {
  return isAtOriginOf(agency, address) && !address.includes('#');
}
