import { describe, expect, it } from 'vitest';
import { matchCredentials, parseDcqlRequest, type QueriedCredential, selectAskedClaims } from './dcql.ts';

const vct = 'urn:daricheh:identity:1';
const credential: QueriedCredential = {
  vct,
  isHolderBound: true,
  claims: { given_name: 'شیرین', age_over_18: true, address: { locality: 'تهران', postal_code: '1234567890' } },
};
const ask = (part: object = {}) => ({ id: 'id', format: 'dc+sd-jwt', meta: { vct_values: [vct] }, ...part });
const query = (...credentials: object[]) => parseDcqlRequest({ credentials });
const claims = [{ path: ['given_name'] }];

describe('a DCQL query', () => {
  it('is read with what it does not know left alone', () => {
    const value = { credentials: [ask({ claims, future: 1 })], future: { more: true } };
    expect(parseDcqlRequest(value)).toEqual(value);
  });

  it.each([
    ['nothing', undefined],
    ['no credentials', { credentials: [] }],
    ['no meta', { credentials: [{ id: 'id', format: 'dc+sd-jwt' }] }],
    ['no vct_values', { credentials: [ask({ meta: {} })] }],
    ['empty vct_values', { credentials: [ask({ meta: { vct_values: [] } })] }],
    ['an id that stands twice', { credentials: [ask(), ask()] }],
    ['the id __proto__', { credentials: [ask({ id: '__proto__' })] }],
    ['an id with other characters', { credentials: [ask({ id: 'a b' })] }],
    ['empty claims', { credentials: [ask({ claims: [] })] }],
    ['an empty path', { credentials: [ask({ claims: [{ path: [] }] })] }],
    ['a negative index', { credentials: [ask({ claims: [{ path: ['a', -1] }] })] }],
    ['the same claim twice', { credentials: [ask({ claims: [...claims, ...claims] })] }],
    ['empty values', { credentials: [ask({ claims: [{ path: ['a'], values: [] }] })] }],
    ['claim_sets without ids', { credentials: [ask({ claims, claim_sets: [['a']] })] }],
    ['claim_sets without claims', { credentials: [ask({ claim_sets: [['a']] })] }],
    ['claim_sets with an unknown id', { credentials: [ask({ claims: [{ id: 'b', path: ['b'] }], claim_sets: [['a']] })] }],
    [
      'a claim id that stands twice',
      {
        credentials: [
          ask({
            claims: [
              { id: 'b', path: ['b'] },
              { id: 'b', path: ['c'] },
            ],
          }),
        ],
      },
    ],
    ['a credential set with an unknown id', { credentials: [ask()], credential_sets: [{ options: [['other']] }] }],
    ['a credential set without options', { credentials: [ask()], credential_sets: [{ options: [] }] }],
    ['a text for an object', 'query'],
  ])('is refused with %s', (_what, value) => {
    expect(() => parseDcqlRequest(value)).toThrow(expect.objectContaining({ code: 'invalid_request' }));
  });

  it('B11: asks for 64 claims and not one more', () => {
    const many = (count: number) => ({ credentials: [ask({ claims: Array.from({ length: count }, (_, at) => ({ path: [`c${at}`] })) })] });
    expect(parseDcqlRequest(many(64)).credentials).toHaveLength(1);
    expect(() => parseDcqlRequest(many(65))).toThrow(expect.objectContaining({ code: 'too_much_asked' }));
  });
});

describe('matching credentials', () => {
  const match = (...credentials: object[]) => Object.fromEntries(matchCredentials(query(...credentials), [credential]));

  it('finds the credential whose claims and values are asked', () => {
    expect(match(ask({ claims: [{ path: ['given_name'] }, { path: ['age_over_18'], values: [true] }] }))).toEqual({
      id: [{ index: 0, answers: [[0, 1]] }],
    });
  });

  it('no-claims-in-dcql: answers with no claims', () => {
    expect(match(ask())).toEqual({ id: [{ index: 0, answers: [[]] }] });
  });

  it('lists every combination that can be given, the preferred one first', () => {
    const sets = {
      claims: [
        { id: 'e', path: ['email'] },
        { id: 'g', path: ['given_name'] },
        { id: 'p', path: ['address', 'postal_code'] },
      ],
      claim_sets: [['e'], ['g', 'p'], ['g']],
    };
    expect(match(ask(sets))).toEqual({ id: [{ index: 0, answers: [[1, 2], [1]] }] });
  });

  it.each([
    ['of another type', ask({ meta: { vct_values: ['urn:other'] } })],
    ['of another format', ask({ format: 'mso_mdoc', meta: { doctype_value: 'org.iso.18013.5.1.mDL' } })],
    ['without the claim', ask({ claims: [{ path: ['email'] }] })],
    ['with another value', ask({ claims: [{ path: ['age_over_18'], values: [false] }] })],
    ['with a value of another type', ask({ claims: [{ path: ['age_over_18'], values: ['true'] }] })],
    ['that only inherits the name', ask({ claims: [{ path: ['constructor'] }] })],
  ])('required-non-matching-credential: finds none %s', (_what, asked) => {
    expect(match(asked)).toEqual({ id: [] });
  });
});

describe('V25: the claims asked, among those presented', () => {
  const select = (credentials: object[], presented: Record<string, QueriedCredential[]>, sets?: object[]) =>
    Object.fromEntries(
      selectAskedClaims(parseDcqlRequest({ credentials, ...(sets ? { credential_sets: sets } : {}) }), new Map(Object.entries(presented))),
    );
  const refused = expect.objectContaining({ code: 'query_not_satisfied' });

  it('C17: leaves out what was disclosed beyond them', () => {
    expect(select([ask({ claims: [{ path: ['address', 'locality'] }] })], { id: [credential] })).toEqual({
      id: [{ address: { locality: 'تهران' } }],
    });
  });

  it('optional-credential-set: lets one be missing', () => {
    const sets = [{ options: [['id']] }, { options: [['other']], required: false }];
    expect(select([ask(), ask({ id: 'other' })], { id: [credential] }, sets)).toEqual({ id: [{}] });
  });

  it.each([
    ['fewer-claims: a claim is missing', [ask({ claims: [{ path: ['email'] }] })], { id: [credential] }],
    ['a value is another', [ask({ claims: [{ path: ['age_over_18'], values: [false] }] })], { id: [credential] }],
    ['the type is another', [ask({ meta: { vct_values: ['urn:other'] } })], { id: [credential] }],
    ['holder binding is missing', [ask()], { id: [{ ...credential, isHolderBound: false }] }],
    ['a credential is missing', [ask(), ask({ id: 'other' })], { id: [credential] }],
    ['an id is unknown', [ask()], { id: [credential], other: [credential] }],
    ['two were given where one was asked', [ask()], { id: [credential, credential] }],
    ['none was given', [ask()], { id: [] }],
  ])('refuses when %s', (_what, asked, presented) => {
    expect(() => select(asked, presented)).toThrow(refused);
  });

  it('refuses one that does not fit among several that do', () => {
    const other = { ...credential, vct: 'urn:other' };
    expect(() => select([ask({ multiple: true })], { id: [credential, other] })).toThrow(refused);
    expect(select([ask({ multiple: true })], { id: [credential, credential] })).toEqual({ id: [{}, {}] });
  });
});
