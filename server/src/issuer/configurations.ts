import { AppError } from '@daricheh/shared/errors';
import { type DocumentTypeId, isDocumentTypeId } from '@daricheh/shared/vocabulary';
import type { Agency, Issuer } from '../agencies/agency.ts';

/** What the agency issues. @throws AppError `not_found` for an agency that issues nothing */
export function findIssuer({ issuer }: Agency): Issuer {
  if (issuer === null) throw new AppError('not_found');
  return issuer;
}

/** The agency's page where citizens sign in. @throws AppError `not_found` where nobody does */
export function requireAuthorizationPage(agency: Agency): string {
  const { authorizationPage } = findIssuer(agency);
  if (authorizationPage === null) throw new AppError('not_found');
  return authorizationPage;
}

/** True when `id`, the id of a configuration in the metadata, names a document that this agency issues. */
export function isIssuedBy(agency: Agency, id: string): id is DocumentTypeId {
  return isDocumentTypeId(id) && findIssuer(agency).documents.includes(id);
}
