import * as z from 'zod/mini';
import { AppError } from '../errors/index.ts';
import { type DcqlRequest, limits, parseDcqlRequest } from '../presentation/index.ts';
import {
  type DocumentTypeId,
  documentTypeIds,
  type FieldId,
  fieldIds,
  findElementPath,
  getDocumentType,
  listDocumentClaims,
} from '../vocabulary/index.ts';

const data = z.array(z.enum(fieldIds)).check(z.minLength(1), z.maxLength(limits.askedClaims));

/** The forms in which documents are held: SD-JWT VC, and for the driving licence ISO mdoc too. */
const format = z.enum(['dc+sd-jwt', 'mso_mdoc']);

/** What is asked of one document, in ids of the vocabulary: `data` must be there, `optional` may be missing. SD-JWT VC where no `format` is said. */
export const askedDocument = z.strictObject({
  document: z.enum(documentTypeIds),
  data,
  optional: z.optional(data),
  format: z.optional(format),
});
export type AskedDocument = z.infer<typeof askedDocument>;

/** Several documents, each once; all of them are needed. */
export const askedDocuments = z.array(askedDocument).check(z.minLength(1), z.maxLength(limits.askedCredentials));

/**
 * The DCQL query for these documents. The id of each credential query is the id of the document, the id of each claim
 * the id of the datum. A citizen who lacks optional data can answer without all of them.
 * @throws AppError `malformed_request` naming the document that does not state a datum, or that is asked twice; `too_much_asked`
 * @see OpenID4VP 1.0, sections 6.1 to 6.4
 */
export function buildDocumentQuery(asked: readonly AskedDocument[]): DcqlRequest {
  if (new Set(asked.map(({ document }) => document)).size !== asked.length)
    throw new AppError('malformed_request', { what: 'document_twice' });
  return parseDcqlRequest({ credentials: asked.map(buildCredentialQuery) });
}

function buildCredentialQuery({ document, data: needed, optional = [], format: asked = 'dc+sd-jwt' }: AskedDocument) {
  const wanted = [...needed, ...optional.filter((datum) => !needed.includes(datum))];
  const claims = wanted.map((datum) => ({ id: datum, path: findPath(document, datum, asked) }));
  const sets = optional.length === 0 ? {} : { claim_sets: [claims.map(({ id }) => id), [...needed]] };
  return { id: document, format: asked, meta: describeType(document, asked), claims, ...sets };
}

function describeType(document: DocumentTypeId, asked: z.infer<typeof format>) {
  const { vct, mdoc } = getDocumentType(document);
  if (asked === 'dc+sd-jwt') return { vct_values: [vct] };
  if (mdoc === undefined) throw new AppError('malformed_request', { what: 'format_not_of_document', document });
  return { doctype_value: mdoc.docType };
}

function findPath(document: DocumentTypeId, datum: FieldId, asked: z.infer<typeof format>): readonly string[] {
  const claimPath = listDocumentClaims(document).find((each) => each.datum === datum)?.path;
  const path = asked === 'dc+sd-jwt' ? claimPath : findElementPath(document, datum);
  if (path === undefined) throw new AppError('malformed_request', { what: 'datum_not_in_document', document, datum });
  return path;
}
