import type { JsonObject } from '@daricheh/shared/credential';
import { selectClaims } from '@daricheh/shared/presentation';
import { type FieldId, getDocumentType } from '@daricheh/shared/vocabulary';
import type { CertifiedChild } from '../autofill/plan/relatives.ts';
import { readSeconds } from '../credentials/describe-document.ts';
import { writeClaimValue } from '../credentials/holdings.ts';
import type { WalletRecords } from '../records/wallet-records.ts';
import { findStop, listMandates, type OpenedMandate } from '../signing/held-mandates.ts';

/** What a mandate says of whom it is for, by the datum that forms ask for. */
const ofPrincipal = [
  ['given-name', 'principal-given-name'],
  ['family-name', 'principal-family-name'],
  ['given-name-latin', 'principal-given-name-latin'],
  ['family-name-latin', 'principal-family-name-latin'],
  ['national-id', 'principal-national-id'],
  ['bday', 'principal-bday'],
] as const satisfies readonly (readonly [datum: FieldId, stated: FieldId])[];

/** The children whose parent the citizen is by mandates that count now, each once, by the newest of them. */
export async function readCertifiedChildren(ports: {
  readonly records: Pick<WalletRecords, 'credentials'>;
  readonly nowMs: () => number;
}): Promise<CertifiedChild[]> {
  const counting = (await listMandates(ports)).filter(
    (held) => held.claims.relation === 'parent' && findStop(held, ports.nowMs()) === null,
  );
  const idOf = ({ claims }: OpenedMandate) => claims.principal.national_id;
  return counting.filter((held, place) => counting.findIndex((other) => idOf(other) === idOf(held)) === place).map(describeChild);
}

function describeChild({ stored, all }: OpenedMandate): CertifiedChild {
  return { id: stored.id, held: ofPrincipal.flatMap(([datum, stated]) => readValue(datum, stated, { stored, all })) };
}

function readValue(
  datum: FieldId,
  stated: FieldId,
  { stored, all }: { readonly stored: OpenedMandate['stored']; readonly all: JsonObject },
) {
  const { vct, claims } = getDocumentType('mandate');
  const claim = [...(claims[stated] ?? [])];
  const value = writeClaimValue(selectClaims(all, claim)[0]?.value);
  if (value === undefined) return [];
  const { issuer, receivedAtMs } = stored;
  const dates = { issuedAtMs: readSeconds(all['iat']), receivedAtMs, expiresAtMs: readSeconds(all['exp']) };
  return [
    {
      ...{ datum, value, source: { kind: 'credential' as const, vct, claim } },
      provenance: { kind: 'issued' as const, vct, claim, issuer: issuer.name, ...dates },
    },
  ];
}
