import {
  findAgencyByOrigin,
  findLookAlike,
  type LocalizedText,
  type Resemblance,
  type TrustedIssuer,
  type TrustList,
} from '@daricheh/shared/trust';

type AgencyName = { readonly id: string; readonly name: LocalizedText };

/** What the wallet knows of the site of a tab. `isEnabled`: the citizen has switched the wallet on for it. */
export type SiteDescription =
  /** No site: a page of the browser, or one that lies on this device. */
  | { readonly kind: 'none' }
  /** The browser does not say whose page it is: the citizen has neither switched the wallet on there nor called it with the toolbar's button. */
  | { readonly kind: 'unseen' }
  /** Not secure, and not one of the trust list's: the wallet does not work there. */
  | { readonly kind: 'insecure'; readonly origin: string }
  | {
      readonly kind: 'registered';
      readonly origin: string;
      readonly agency: AgencyName;
      readonly level: number;
      /** Types of the documents that it issues: the `vct` of an SD-JWT VC, the docType of an mdoc. */
      readonly issues: readonly string[];
      readonly isEnabled: boolean;
    }
  | { readonly kind: 'unknown'; readonly origin: string; readonly isEnabled: boolean }
  | {
      readonly kind: 'look-alike';
      readonly origin: string;
      readonly agency: AgencyName;
      readonly genuine: string;
      readonly reason: Resemblance;
    };

/** The site of a page at `url`, as far as the browser tells it. A look-alike counts as one whatever the citizen has switched on. */
export function describeSite(url: string | undefined, list: TrustList | null, enabledOrigins: readonly string[]): SiteDescription {
  if (url === undefined) return { kind: 'unseen' };
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || (address.protocol !== 'https:' && address.protocol !== 'http:')) return { kind: 'none' };
  const { origin } = address;
  const isEnabled = enabledOrigins.includes(origin);
  const agency = list ? findAgencyByOrigin(list, origin) : undefined;
  if (list && agency) {
    const issues = list.issuers.filter(({ issuer }) => issuer === origin).flatMap(({ documents }) => documents.map(nameType));
    return { kind: 'registered', origin, agency: { id: agency.id, name: agency.name }, level: agency.level, issues, isEnabled };
  }
  const lookAlike = list ? findLookAlike(list, origin) : undefined;
  if (lookAlike) {
    const { id, name } = lookAlike.agency;
    return { kind: 'look-alike', origin, agency: { id, name }, genuine: lookAlike.origin, reason: lookAlike.reason };
  }
  return address.protocol === 'https:' ? { kind: 'unknown', origin, isEnabled } : { kind: 'insecure', origin };
}

function nameType(document: TrustedIssuer['documents'][number]): string {
  return 'vct' in document ? document.vct : document.doctype;
}

/** True where the wallet may work: switched on by the citizen, secure or listed, and no look-alike. */
export function isSiteUsable(origin: string, list: TrustList | null, enabledOrigins: readonly string[]): boolean {
  const site = describeSite(origin, list, enabledOrigins);
  return (site.kind === 'registered' || site.kind === 'unknown') && site.isEnabled;
}
