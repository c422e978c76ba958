import { findDatumOfClaim, getField } from '@daricheh/shared/vocabulary';
import type { PlanLine } from '../../../core/autofill/plan/fill-plan.ts';
import type { Provenance } from '../../../core/consent/provenance.ts';
import { nameDocument } from '../../../ui/text/name-document.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import type { Text } from '../../../ui/text/translate.ts';

/** Who vouches for a value and since when, in a few words. */
export function describeOrigin({ provenance, source }: PlanLine, { t, pick }: Text): string {
  if (provenance?.kind === 'declared') return t('fill.declaredBrief', { atMs: provenance.declaredAtMs });
  if (provenance === undefined) return t(source.kind === 'credential' ? 'fill.fromDocument' : 'fill.declared');
  const { issuedAtMs, receivedAtMs } = provenance;
  const issuer = pick(provenance.issuer);
  return issuedAtMs === null
    ? t('fill.receivedBrief', { issuer, atMs: receivedAtMs })
    : t('fill.issuedBrief', { issuer, atMs: issuedAtMs });
}

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
