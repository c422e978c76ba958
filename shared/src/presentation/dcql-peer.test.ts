import { DcqlPresentationResult, DcqlQuery } from 'dcql';
import { describe, expect, it } from 'vitest';
import { type DcqlRequest, parseDcqlRequest } from './dcql.ts';
import { selectAskedClaims } from './dcql-answer.ts';
import { matchCredentials, type QueriedCredential } from './dcql-match.ts';
import { dcqlExamples } from './testing/dcql-examples.ts';
import { createFractions, generateCredentials, generateQuery } from './testing/dcql-generator.ts';

// The library `dcql` as an independent peer: an implementation of others that reads the same standard.

const rounds = 300;

type PeerCredential = Parameters<typeof DcqlQuery.query>[1][number];

function toPeer(credential: QueriedCredential): PeerCredential {
  const { authorityKeyIds } = credential;
  const authority = authorityKeyIds === undefined ? {} : { authority: { type: 'aki' as const, values: authorityKeyIds as [string] } };
  if (credential.format === 'mso_mdoc') {
    const { docType: doctype, claims } = credential;
    return { credential_format: 'mso_mdoc', doctype, namespaces: claims as never, cryptographic_holder_binding: true, ...authority };
  }
  const { vct, claims, isHolderBound } = credential;
  return { credential_format: 'dc+sd-jwt', vct, claims: claims as never, cryptographic_holder_binding: isHolderBound, ...authority };
}

function readPeerQuery(value: object): DcqlQuery.Output {
  const parsed = DcqlQuery.parse(value as DcqlQuery.Input);
  DcqlQuery.validate(parsed);
  return parsed;
}

/** By query id: which credentials match, and which combinations of claims each can give. */
function matchByPeer(value: object, held: readonly QueriedCredential[]): Record<string, unknown> {
  const { credential_matches: matches } = DcqlQuery.query(readPeerQuery(value), held.map(toPeer));
  const entries = Object.entries(matches).map(([id, match]) => [
    id,
    (match.valid_credentials ?? []).map(({ input_credential_index: index, claims }) => ({
      index,
      answers: claims.valid_claim_sets.map((set) => set.valid_claim_indexes ?? []),
    })),
  ]);
  return Object.fromEntries(entries);
}

/** True when the peer takes `presented` for a whole answer. */
function isAnswerByPeer(value: object, presented: ReadonlyMap<string, readonly QueriedCredential[]>): boolean {
  const entries = [...presented].map(([id, credentials]) => [id, credentials.map(toPeer)]);
  try {
    return DcqlPresentationResult.fromDcqlPresentation(Object.fromEntries(entries), { dcqlQuery: readPeerQuery(value) }).can_be_satisfied;
  } catch {
    // The peer throws for several presentations where one was asked.
    return false;
  }
}

function isAnswer(request: DcqlRequest, presented: ReadonlyMap<string, readonly QueriedCredential[]>): boolean {
  try {
    selectAskedClaims(request, presented);
    return true;
  } catch {
    // Its one error, `query_not_satisfied`, is the answer here.
    return false;
  }
}

/** For some of the queries some of the credentials, as a wallet might send them that keeps no rule. */
function presentAtRandom(request: DcqlRequest, held: readonly QueriedCredential[], random: () => number) {
  const matches = matchCredentials(request, held);
  const entries = request.credentials.flatMap(({ id }): [string, QueriedCredential[]][] => {
    const fitting = (matches.get(id) ?? []).map(({ index }) => held[index]).filter((credential) => credential !== undefined);
    const chosen = (random() < 0.8 ? fitting : held).slice(0, random() < 0.8 ? 1 : 2);
    return chosen.length === 0 || random() < 0.15 ? [] : [[id, chosen]];
  });
  return new Map(entries);
}

describe('a query, as another implementation understands it', () => {
  it.each(Object.entries(dcqlExamples))('the standard’s example: %s', (_what, value) => {
    const request = parseDcqlRequest(value);
    const random = createFractions(1);
    const held = [...answerExample(request), ...generateCredentials(random)];
    const matches = Object.fromEntries(matchCredentials(request, held));
    expect(matches).toEqual(matchByPeer(value, held));
    expect(Object.values(matches).every((match) => match.length > 0)).toBe(true);
  });

  it(`matches the same credentials by the same claims, ${rounds} times`, () => {
    const random = createFractions(20_261_128);
    let matched = 0;
    for (let round = 0; round < rounds; round++) {
      const value = generateQuery(random);
      const held = generateCredentials(random);
      const matches = Object.fromEntries(matchCredentials(parseDcqlRequest(value), held));
      expect(matches, JSON.stringify([value, held])).toEqual(matchByPeer(value, held));
      matched += Object.values(matches).flat().length;
    }
    // Else the rounds would agree on nothing.
    expect(matched).toBeGreaterThan(rounds / 4);
  });

  it(`is answered by the same presentations, ${rounds} times`, () => {
    const random = createFractions(20_261_129);
    let answered = 0;
    for (let round = 0; round < rounds; round++) {
      const value = generateQuery(random);
      const request = parseDcqlRequest(value);
      const presented = presentAtRandom(request, generateCredentials(random), random);
      expect(isAnswer(request, presented), JSON.stringify([value, [...presented]])).toBe(isAnswerByPeer(value, presented));
      if (isAnswer(request, presented)) answered++;
    }
    expect(answered).toBeGreaterThan(rounds / 20);
  });
});

/** A credential for each credential query of an example, with every claim that it asks for. */
function answerExample({ credentials }: DcqlRequest): QueriedCredential[] {
  return credentials.map(({ format, meta, claims = [], trusted_authorities: authorities = [] }): QueriedCredential => {
    const found: Record<string, Record<string, string> | string> = {};
    for (const { path, values = ['text'] } of claims) {
      const [first, second] = path as [string, string?];
      const value = String(values[0]);
      found[first] = second === undefined ? value : { ...(found[first] as Record<string, string> | undefined), [second]: value };
    }
    const certified = { authorityKeyIds: authorities.flatMap((authority) => authority.values) };
    if (format === 'mso_mdoc') {
      return { format, docType: meta.doctype_value ?? '', claims: found as Record<string, Record<string, string>>, ...certified };
    }
    return { format: 'dc+sd-jwt', vct: meta.vct_values?.[0] ?? '', claims: found, isHolderBound: true, ...certified };
  });
}
