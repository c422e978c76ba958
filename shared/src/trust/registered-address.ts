import type { TrustedAgency } from './trust-list.ts';

/** What an address in a request is for. */
export type AddressUse = 'response' | 'request' | 'redirect' | 'webhook';

/**
 * True when `address` is registered for the agency and that use: absolute, with no user name or password, and for all
 * but a redirect no fragment, which would not be sent. An entry of the list stands for itself, with any query, and, when
 * it ends in `/`, for everything below. A webhook's host is what counts, over https or to this machine.
 * What the list names is all that counts, so http and private addresses pass only where the list itself has them.
 */
export function isRegisteredAddress({ addresses }: Pick<TrustedAgency, 'addresses'>, use: AddressUse, address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') return false;
  if (use !== 'redirect' && address.includes('#')) return false;
  switch (use) {
    case 'response':
      return isListed(addresses.responseUris, url);
    case 'request':
      return isListed(addresses.requestUris, url);
    case 'redirect':
      return isListed(addresses.redirectUris, url);
    case 'webhook':
      return isWebhook(url) && (addresses.webhookHosts ?? []).includes(url.host);
  }
}

function isListed(entries: readonly string[] = [], { origin, pathname }: URL): boolean {
  const address = `${origin}${pathname}`;
  return entries.some((entry) => address === entry || (entry.endsWith('/') && address.startsWith(entry)));
}

function isWebhook({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && hostname.endsWith('.localhost'));
}
