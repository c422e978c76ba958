import { AppError } from '@daricheh/shared/errors';
import { type DocumentTypeId, documentTypeIds, getDocumentType, type MdocType } from '@daricheh/shared/vocabulary';
import type { Agency, Issuer } from '../agencies/agency.ts';

/** What a wallet may ask for, by its id in the metadata: a type of document as SD-JWT VC, or, where it has that form, as mdoc. */
export type ConfigurationId = DocumentTypeId | `${DocumentTypeId}.mdoc`;

export type Configuration = { readonly document: DocumentTypeId; readonly mdoc: MdocType | null };

const known: ReadonlyMap<ConfigurationId, Configuration> = new Map(
  documentTypeIds.flatMap((document): [ConfigurationId, Configuration][] => {
    const { mdoc } = getDocumentType(document);
    return [
      [document, { document, mdoc: null }],
      ...(mdoc ? [[`${document}.mdoc`, { document, mdoc }] as [ConfigurationId, Configuration]] : []),
    ];
  }),
);

/** Every id that any agency may have. */
export const configurationIds: readonly ConfigurationId[] = [...known.keys()];

/** The document and the format that `id` stands for. */
export function getConfiguration(id: ConfigurationId): Configuration {
  const found = known.get(id);
  // The type says that it is known; only a document that lost its mdoc form could make it otherwise.
  if (!found) throw new AppError('unknown_credential_configuration');
  return found;
}

/** The documents of these configurations, each once. */
export function listDocuments(ids: readonly ConfigurationId[]): readonly DocumentTypeId[] {
  return [...new Set(ids.map((id) => getConfiguration(id).document))];
}

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

/** Every configuration of this agency: mdocs only where it has a document signer. */
export function listConfigurations(agency: Agency): readonly ConfigurationId[] {
  const { documents, documentSigner } = findIssuer(agency);
  return configurationIds.filter((id) => {
    const { document, mdoc } = getConfiguration(id);
    return documents.includes(document) && (mdoc === null || documentSigner !== null);
  });
}

/** True when `id` names a configuration of this agency. */
export function isIssuedBy(agency: Agency, id: string): id is ConfigurationId {
  return listConfigurations(agency).some((each) => each === id);
}
