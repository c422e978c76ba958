import { createRandom } from '../../testing/fuzz/mutate.ts';
import type { QueriedCredential } from '../dcql-match.ts';

/** Numbers from 0 to 1, the same for the same seed. */
export function createFractions(seed: number): () => number {
  const random = createRandom(seed);
  return () => random(2 ** 20) / 2 ** 20;
}

type Random = () => number;
type Query = { readonly credentials: object[]; readonly credential_sets?: object[] };

const types = ['urn:a', 'urn:b', 'urn:c'];
const docTypes = ['org.iso.18013.5.1.mDL', 'org.iso.7367.1.mVRC'];
const keyIds = ['s9tIpPmhxdiuNkHMEWNpYim8S8Y', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA'];
const values = ['x', 'y', 1, 2, true, false];
const paths = [
  ['a'],
  ['b'],
  ['c'],
  ['o', 'p'],
  ['o', 'q'],
  ['o'],
  ['l', null],
  ['l', 0],
  ['l', 1],
  ['d', null, 't'],
  ['d', 1, 't'],
  ['a', null],
  ['l', 'x'],
];
const elements = [
  ['n.1', 'a'],
  ['n.1', 'b'],
  ['n.2', 'a'],
  ['n.3', 'a'],
];

/** A query that keeps the standard: one to four credentials, of which some name claims, sets, values and authorities. */
export function generateQuery(random: Random): Query {
  const credentials = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, at) => generateCredentialQuery(`q${at}`, random));
  if (random() < 0.5) return { credentials };
  const option = () => pickSome(credentials, random).map(({ id }) => id);
  const sets = Array.from({ length: 1 + Math.floor(random() * 2) }, () => ({
    options: Array.from({ length: 1 + Math.floor(random() * 3) }, option),
    ...(random() < 0.4 ? { required: random() < 0.3 } : {}),
  }));
  return { credentials, credential_sets: sets };
}

function generateCredentialQuery(id: string, random: Random) {
  const isMdoc = random() < 0.3;
  const claims = pickSome(isMdoc ? elements : paths, random).map((path, at) => ({
    id: `c${at}`,
    path,
    ...(random() < 0.3 ? { values: pickSome(values, random) } : {}),
  }));
  const ids = claims.map((claim) => claim.id);
  const sets = random() < 0.3 ? { claim_sets: Array.from({ length: 1 + Math.floor(random() * 3) }, () => pickSome(ids, random)) } : {};
  return {
    id,
    format: isMdoc ? 'mso_mdoc' : 'dc+sd-jwt',
    meta: isMdoc ? { doctype_value: pickOne(docTypes, random) } : { vct_values: pickSome(types, random) },
    ...(random() < 0.8 ? { claims, ...sets } : {}),
    ...(random() < 0.3 ? { multiple: random() < 0.7 } : {}),
    ...(random() < 0.3 ? { require_cryptographic_holder_binding: random() < 0.3 } : {}),
    ...(random() < 0.2 ? { trusted_authorities: [{ type: 'aki', values: pickSome(keyIds, random) }] } : {}),
  };
}

/** Credentials of either format, with some of the claims that generated queries ask for. */
export function generateCredentials(random: Random): QueriedCredential[] {
  return Array.from({ length: 1 + Math.floor(random() * 4) }, () => (random() < 0.3 ? generateMdoc(random) : generateSdJwt(random)));
}

function generateSdJwt(random: Random): QueriedCredential {
  const members: [string, () => unknown][] = [
    ['a', () => pickOne(values, random)],
    ['b', () => pickOne(values, random)],
    ['c', () => pickOne(values, random)],
    ['o', () => Object.fromEntries(pickSome(['p', 'q'], random).map((name) => [name, pickOne(values, random)]))],
    ['l', () => pickSome(values, random)],
    ['d', () => pickSome([1, 2], random).map(() => ({ t: pickOne(values, random) }))],
  ];
  const claims = Object.fromEntries(pickSome(members, random).map(([name, make]) => [name, make()]));
  const text = JSON.stringify({
    format: 'dc+sd-jwt',
    vct: pickOne(types, random),
    claims,
    isHolderBound: random() < 0.8,
    ...certify(random),
  });
  return JSON.parse(text) as QueriedCredential;
}

function generateMdoc(random: Random): QueriedCredential {
  const claims: Record<string, Record<string, string | number | boolean>> = {};
  for (const [namespace = '', element = ''] of pickSome(elements, random)) {
    claims[namespace] = { ...claims[namespace], [element]: pickOne(values, random) };
  }
  return { format: 'mso_mdoc', docType: pickOne(docTypes, random), claims, ...certify(random) };
}

function certify(random: Random): { authorityKeyIds?: string[] } {
  return random() < 0.5 ? { authorityKeyIds: [pickOne(keyIds, random)] } : {};
}

function pickOne<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** One or more of the items, in their order. */
function pickSome<T>(items: readonly T[], random: Random): T[] {
  const some = items.filter(() => random() < 0.5);
  return some.length > 0 ? some : [pickOne(items, random)];
}
