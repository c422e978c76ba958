/**
 * True when `address` is where a wallet may be answered that calls itself `clientId`: the client id is the origin of a
 * wallet that counts, and the address one of its own, without query or fragment. To an extension in Chromium belongs,
 * besides its own pages, the address that `identity.launchWebAuthFlow` waits at.
 */
export function isWalletAddress(address: string, clientId: string, walletOrigins: readonly string[]): boolean {
  if (!walletOrigins.includes(clientId) || !URL.canParse(address)) return false;
  const { protocol, host, username, password, href } = new URL(address);
  if (username !== '' || password !== '' || href.includes('?') || href.includes('#')) return false;
  const [, extensionId] = /^chrome-extension:\/\/([a-p]{32})$/.exec(clientId) ?? [];
  const origin = `${protocol}//${host}`;
  return origin === clientId || (extensionId !== undefined && origin === `https://${extensionId}.chromiumapp.org`);
}
