import { findAgencyByOrigin, findLookAlike, type LocalizedText, type Resemblance, type TrustList } from '@daricheh/shared/trust';

/** An agency by the names that are shown. */
export type NamedAgency = { readonly id: string; readonly name: LocalizedText };

/** Who a site is. `look-alike`: it may be taken for an agency that it is not; `genuine` is that agency's own origin. */
export type Standing =
  | { readonly kind: 'registered'; readonly agency: NamedAgency /** Where the citizen complains about it. */; readonly contact: string }
  | { readonly kind: 'look-alike'; readonly agency: NamedAgency; readonly genuine: string; readonly reason: Resemblance }
  | { readonly kind: 'unknown' };

/** Whoever asks for something, as every window shows them: by the origin that the browser gives, and by nothing they say. */
export type Asker = { readonly origin: string; readonly standing: Standing };

/** Who stands behind `origin`, by the trust list alone. */
export function describeAsker(list: TrustList, origin: string): Asker {
  const agency = findAgencyByOrigin(list, origin);
  if (agency) return { origin, standing: { kind: 'registered', agency: { id: agency.id, name: agency.name }, contact: agency.contact } };
  const found = findLookAlike(list, origin);
  if (!found) return { origin, standing: { kind: 'unknown' } };
  const { id, name } = found.agency;
  return { origin, standing: { kind: 'look-alike', agency: { id, name }, genuine: found.origin, reason: found.reason } };
}
