import { describe, expect, it } from 'vitest';
import { parseDcqlRequest } from './dcql.ts';
import { selectAskedClaims } from './dcql-answer.ts';
import { matchCredentials, type QueriedCredential } from './dcql-match.ts';

const vct = 'urn:daricheh:identity:1';
const credential: QueriedCredential = {
  format: 'dc+sd-jwt',
  vct,
  isHolderBound: true,
  claims: { given_name: 'شیرین', age_over_18: true, address: { locality: 'تهران', postal_code: '1234567890' } },
};
const ask = (part: object = {}) => ({ id: 'id', format: 'dc+sd-jwt', meta: { vct_values: [vct] }, ...part });
const askMdoc = (part: object = {}) => ({ id: 'id', format: 'mso_mdoc', meta: { doctype_value: 'org.iso.18013.5.1.mDL' }, ...part });
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
    ['no doctype_value', { credentials: [ask({ format: 'mso_mdoc', meta: {} })] }],
    ['a doctype_value that is no text', { credentials: [ask({ format: 'mso_mdoc', meta: { doctype_value: ['x'] } })] }],
    ['an element without its namespace', { credentials: [askMdoc({ claims: [{ path: ['given_name'] }] })] }],
    ['something within an element', { credentials: [askMdoc({ claims: [{ path: ['ns', 'given_name', 'x'] }] })] }],
    ['an element by its place', { credentials: [askMdoc({ claims: [{ path: ['ns', 0] }] })] }],
    ['an intent_to_retain that is no boolean', { credentials: [askMdoc({ claims: [{ path: ['ns', 'x'], intent_to_retain: 'no' }] })] }],
    ['empty trusted_authorities', { credentials: [ask({ trusted_authorities: [] })] }],
    ['an authority without values', { credentials: [ask({ trusted_authorities: [{ type: 'aki', values: [] }] })] }],
    ['an authority without a type', { credentials: [ask({ trusted_authorities: [{ values: ['x'] }] })] }],
    ['an option that is empty', { credentials: [ask()], credential_sets: [{ options: [[]] }] }],
    ['a value that is a fraction', { credentials: [ask({ claims: [{ path: ['a'], values: [1.5] }] })] }],
    ['a value that is null', { credentials: [ask({ claims: [{ path: ['a'], values: [null] }] })] }],
    ['a multiple that is a text', { credentials: [ask({ multiple: 'true' })] }],
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

describe('matching an mdoc', () => {
  const mdoc: QueriedCredential = {
    format: 'mso_mdoc',
    docType: 'org.iso.18013.5.1.mDL',
    claims: { 'org.iso.18013.5.1': { given_name: 'شیرین', age_over_18: true } },
  };
  const match = (asked: object) => Object.fromEntries(matchCredentials(query(asked), [credential, mdoc]));
  const path = ['org.iso.18013.5.1', 'given_name'];

  it('finds elements by namespace and name', () => {
    expect(match(askMdoc({ claims: [{ path, intent_to_retain: true }] }))).toEqual({ id: [{ index: 1, answers: [[0]] }] });
  });

  it('counts it as bound to a key, which it always is', () => {
    expect(match(askMdoc({ require_cryptographic_holder_binding: true }))).toEqual({ id: [{ index: 1, answers: [[]] }] });
  });

  it.each([
    ['of another type', { meta: { doctype_value: 'org.iso.7367.1.mVRC' } }],
    ['without the element', { claims: [{ path: ['org.iso.18013.5.1', 'portrait'] }] }],
    ['without the namespace', { claims: [{ path: ['org.iso.7367.1', 'given_name'] }] }],
    ['with another value', { claims: [{ path, values: ['مینا'] }] }],
    ['that only inherits the names', { claims: [{ path: ['constructor', 'name'] }] }],
  ])('finds none %s', (_what, part) => {
    expect(match(askMdoc(part))).toEqual({ id: [] });
  });
});

describe('trusted authorities', () => {
  const certified: QueriedCredential = { ...credential, authorityKeyIds: ['s9tIpPmhxdiuNkHMEWNpYim8S8Y'] };
  const match = (...authorities: object[]) =>
    matchCredentials(query(ask({ trusted_authorities: authorities })), [credential, certified])
      .get('id')
      ?.map(({ index }) => index);

  it('finds what one of them certified', () => {
    const other = { type: 'etsi_tl', values: ['https://lotl.example'] };
    expect(match(other, { type: 'aki', values: ['AAAA', 's9tIpPmhxdiuNkHMEWNpYim8S8Y'] })).toEqual([1]);
  });

  it.each([
    ['another key', { type: 'aki', values: ['AAAA'] }],
    ['a kind that is not known', { type: 'openid_federation', values: ['https://trustanchor.example'] }],
    ['a kind that every object inherits', { type: 'constructor', values: ['s9tIpPmhxdiuNkHMEWNpYim8S8Y'] }],
  ])('finds nothing under %s', (_what, authority) => {
    expect(match(authority)).toEqual([]);
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

  it('takes any element for one that was asked by its place, since those before it may have been withheld', () => {
    const shown = { ...credential, claims: { nationalities: ['IR'] } };
    expect(select([ask({ claims: [{ path: ['nationalities', 1], values: ['IR'] }] })], { id: [shown] })).toEqual({
      id: [{ nationalities: ['IR'] }],
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
