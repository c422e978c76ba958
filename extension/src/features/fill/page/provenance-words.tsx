import { findDatumOfClaim, getField } from '@daricheh/shared/vocabulary';
import type { Provenance } from '../../../core/consent/provenance.ts';
import { nameDocument } from '../../../ui/text/name-document.ts';
import { useText } from '../../../ui/text/text-context.tsx';

/** Where a value comes from, in sentences: which document, which line of it, who issued it, and from when to when it holds; or when the citizen said so. */
export function ProvenanceWords({ provenance }: { readonly provenance: Provenance }) {
  const text = useText();
  const { t, pick } = text;
  if (provenance.kind === 'declared') return <>{t('fill.declaredOn', { atMs: provenance.declaredAtMs })}</>;
  const { vct, claim, issuer, issuedAtMs, receivedAtMs, expiresAtMs } = provenance;
  const datum = findDatumOfClaim(vct, claim);
  const from = { document: nameDocument(vct, text), issuer: pick(issuer), claim: datum ? pick(getField(datum)) : claim.join(' › ') };
  const days = [
    issuedAtMs === null ? t('fill.receivedOn', { atMs: receivedAtMs }) : t('fill.issuedOn', { atMs: issuedAtMs }),
    ...(expiresAtMs === null ? [] : [t('fill.validUntil', { atMs: expiresAtMs })]),
  ];
  return <>{[t('fill.fromClaim', from), ...days].join(' ')}</>;
}
