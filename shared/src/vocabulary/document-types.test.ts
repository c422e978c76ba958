import { describe, expect, it } from 'vitest';
import {
  documentTypeIds,
  documentTypes,
  findDatumOfClaim,
  findDocumentTypeId,
  getDocumentType,
  getField,
  isDocumentTypeId,
  listCredentialClaims,
  listDocumentClaims,
  listDocumentTypesOf,
} from './index.ts';

describe.each(documentTypeIds)('the document type %s', (id) => {
  const type = getDocumentType(id);
  const data = listDocumentClaims(id).map(({ datum }) => datum);

  it('has a Persian and an English name, and a type that no other has', () => {
    expect(type.fa).toMatch(/[\u0600-\u06FF]/);
    expect(type.en).toMatch(/^[A-Z]/);
    expect(findDocumentTypeId(type.vct)).toBe(id);
  });

  it('has each claim at a path of its own, none inside another, none of what is computed', () => {
    const paths = listDocumentClaims(id).map(({ path }) => path.join('.'));
    expect(paths.filter((path) => paths.some((other) => other !== path && `${path}.`.startsWith(`${other}.`)))).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
    expect(data.filter((datum) => getField(datum).from !== undefined)).toEqual([]);
  });

  it('speaks only of claims that it has', () => {
    const named = [...type.required, ...type.repeated, ...type.distinguishedBy, ...type.title, ...Object.keys(type.mdoc?.elements ?? {})];
    expect(named.filter((datum) => !data.some((one) => one === datum))).toEqual([]);
    expect(type.distinguishedBy.filter((datum) => !type.required.includes(datum))).toEqual([]);
  });

  it('can be read on its card', () => {
    expect(contrast(type.colors.background, type.colors.text)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('document types', () => {
  it('agree on the path of a datum', () => {
    const paths = new Map<string, Set<string>>();
    for (const { datum, path } of documentTypeIds.flatMap(listDocumentClaims)) {
      paths.set(datum, (paths.get(datum) ?? new Set()).add(path.join('.')));
    }
    expect([...paths].filter(([, at]) => at.size > 1)).toEqual([]);
  });

  it('are ordered for a datum by whose record it is', () => {
    expect(listDocumentTypesOf('postal-code')).toEqual(['residence', 'identity']);
    expect(listDocumentTypesOf('given-name')[0]).toBe('identity');
    expect(listDocumentTypesOf('drivers-license-number')).toEqual(['driving-licence']);
    expect(listDocumentTypesOf('iban')).toEqual([]);
  });

  it('tell what a path means in one of them', () => {
    expect(findDatumOfClaim(documentTypes.residence.vct, ['address', 'postal_code'])).toBe('postal-code');
    expect(findDatumOfClaim(documentTypes.residence.vct, ['address', 0])).toBeUndefined();
    expect(findDatumOfClaim(documentTypes.diploma.vct, ['address', 'postal_code'])).toBeUndefined();
    expect(findDatumOfClaim('urn:example:other:1', ['national_id'])).toBeUndefined();
  });

  it('tell what an element of an mdoc means, and which document it is', () => {
    const { docType, namespace } = documentTypes['driving-licence'].mdoc;
    expect(findDocumentTypeId(docType)).toBe('driving-licence');
    expect(findDatumOfClaim(docType, [namespace, 'portrait'])).toBe('photo');
    expect(findDatumOfClaim(docType, ['portrait'])).toBeUndefined();
    expect(listCredentialClaims(docType)[0]).toEqual({ datum: 'drivers-license-number', path: [namespace, 'document_number'] });
    expect(listCredentialClaims(documentTypes.diploma.vct)).toEqual(listDocumentClaims('diploma'));
    expect(listCredentialClaims('org.example.other')).toEqual([]);
  });

  it('know their own ids and no name of an object’s prototype', () => {
    expect([isDocumentTypeId('diploma'), isDocumentTypeId('toString'), isDocumentTypeId(1)]).toEqual([true, false, false]);
  });

  it('have what ISO/IEC 18013-5 wants of a driving licence, but for the sign of the country', () => {
    const { elements } = documentTypes['driving-licence'].mdoc;
    const mandatory =
      'family_name given_name birth_date issue_date expiry_date issuing_country issuing_authority document_number portrait driving_privileges';
    expect(mandatory.split(' ').filter((name) => !Object.values(elements).some((element) => element === name))).toEqual([]);
  });
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
