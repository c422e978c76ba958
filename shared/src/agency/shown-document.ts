import * as z from 'zod/mini';
import { credentialSteps, keyBindingSteps } from '../credential/index.ts';
import type { Json } from '../encoding/index.ts';
import { deviceSteps, issuerSteps } from '../mdoc/index.ts';
import {
  answerSteps,
  type ClaimPath,
  closingSteps,
  type DcqlRequest,
  openingSteps,
  policySteps,
  selectClaims,
  statusSteps,
  type VerifiedPresentation,
  vpTokenSteps,
} from '../presentation/index.ts';
import {
  documentTypeIds,
  fieldIds,
  findDatumOfClaim,
  findDatumOfElement,
  findDocumentTypeId,
  findMdocTypeId,
} from '../vocabulary/index.ts';

const shownClaim = z.strictObject({
  /** Id of the vocabulary; null for a claim that it lacks. */
  datum: z.nullable(z.enum(fieldIds)),
  path: z.array(z.union([z.string(), z.number()])),
  value: z.custom<Json>(),
});

/** A document that was shown and kept every rule, as an agency reads it. */
export const shownDocument = z.strictObject({
  /** Id of the credential query that it answers. */
  id: z.string(),
  /** Id of the vocabulary; null for a type that it lacks. */
  document: z.nullable(z.enum(documentTypeIds)),
  /** Type of an SD-JWT VC; of an mdoc its docType. */
  vct: z.string(),
  /** Origin of who issued it. */
  issuer: z.string(),
  /** Time of the status list by which it is valid; null where the issuer keeps none. */
  statusAsOf: z.nullable(z.iso.datetime()),
  /** Values by id of the vocabulary. */
  data: z.record(z.string(), z.custom<Json>()),
  /** Every claim that was asked and shown, and no others. */
  claims: z.array(shownClaim),
  /** Every rule that held, in the order in which they were checked; `rule` numbers it, where it has a number. */
  rules: z.array(z.strictObject({ step: z.string(), rule: z.nullable(z.string()) })),
});
export type ShownDocument = z.infer<typeof shownDocument>;

const documentSteps = [...issuerSteps, ...deviceSteps, ...credentialSteps, ...keyBindingSteps];
const responseSteps = [...openingSteps, ...vpTokenSteps, ...policySteps, ...statusSteps, ...answerSteps, ...closingSteps];
const ruleNumbers: ReadonlyMap<string, string> = new Map([
  ...documentSteps.map(({ name, rule }) => [name, rule] as const),
  ...responseSteps.map(({ name, rule }) => [name, rule] as const),
]);

/** What a verified presentation shows, by the ids of the vocabulary. */
export function describeShownDocument(presentation: VerifiedPresentation, query: DcqlRequest): ShownDocument {
  const { queryId, credential, claims, status, steps } = presentation;
  const { vct, document, findDatum } = nameType(presentation);
  const asked = query.credentials.find(({ id }) => id === queryId)?.claims ?? [];
  const shown = asked.flatMap(({ path: wanted }) =>
    selectClaims(claims, wanted).map(({ path, value }) => ({
      datum: findDatum(wanted) ?? null,
      path: [...path],
      value,
    })),
  );
  return {
    id: queryId,
    document: document ?? null,
    vct,
    issuer: credential.issuer,
    statusAsOf: status?.asOf.toISOString() ?? null,
    data: Object.fromEntries(shown.flatMap(({ datum, value }) => (datum === null ? [] : [[datum, value]]))),
    claims: shown,
    rules: steps.map((step) => ({ step, rule: ruleNumbers.get(step) ?? null })),
  };
}

/** What the vocabulary calls a document and what stands in it. */
function nameType({ format, credential }: VerifiedPresentation) {
  if (format === 'mso_mdoc') {
    const { docType } = credential;
    return { vct: docType, document: findMdocTypeId(docType), findDatum: (path: ClaimPath) => findDatumOfElement(docType, path) };
  }
  const { vct } = credential;
  return { vct, document: findDocumentTypeId(vct), findDatum: (path: ClaimPath) => findDatumOfClaim(vct, path) };
}
