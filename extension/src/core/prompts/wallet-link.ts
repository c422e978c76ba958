/** A link by which a page hands something to a wallet. */
export type WalletLink = { readonly kind: 'present' | 'receive'; readonly href: string };

const kinds: Readonly<Record<string, WalletLink['kind']>> = {
  'openid4vp:': 'present',
  'haip-vp:': 'present',
  'eudi-openid4vp:': 'present',
  'openid-credential-offer:': 'receive',
};

/** Schemes of such links. */
export const walletSchemes: readonly string[] = /* @__PURE__ */ Object.keys(kinds).map((protocol) => protocol.slice(0, -1));

const maxLength = 16_384;

/** What a link asks of a wallet, by its scheme alone; undefined for any other link, and for one longer than 16 KiB. */
export function readWalletLink(href: string): WalletLink | undefined {
  if (href.length > maxLength || !URL.canParse(href)) return undefined;
  const kind = kinds[new URL(href).protocol];
  return kind && { kind, href };
}
