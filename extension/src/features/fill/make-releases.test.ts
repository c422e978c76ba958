import { describe, expect, it } from 'vitest';
import type { PlanLine } from '../../core/autofill/plan/fill-plan.ts';
import { release } from '../../core/consent/release.ts';
import { makeReleases } from './make-releases.ts';

const issuer = { fa: 'ثبت احوال', en: 'Civil registry' };
const claim = { vct: 'urn:daricheh:identity:1', claim: ['national_id'] };
const issued = { kind: 'issued', ...claim, issuer, issuedAtMs: 5, receivedAtMs: 7, expiresAtMs: null } as const;

function line(given: Pick<PlanLine, 'datum' | 'shown' | 'source' | 'provenance'>): PlanLine {
  return {
    handle: 0,
    label: '',
    reason: { signal: 'label', words: '', context: undefined },
    isTaken: false,
    learned: undefined,
    isMapped: false,
    person: undefined,
    relative: undefined,
    write: { kind: 'text', handle: 0, texts: [given.shown] },
    ...given,
  };
}

async function listItems(lines: readonly PlanLine[]) {
  const order = { documentId: 'top', foreign: undefined, mark: 'm', lines, kept: [] };
  const [row] = await makeReleases({ kind: 'unknown', origin: 'https://agency.example', isEnabled: true }, [order], {
    describeOrigin: async (origin) => ({ kind: 'unknown', origin, isEnabled: true }),
    nowMs: () => 9,
    newId: () => 'id',
  });
  return release.parse(row).items;
}

describe('the ledger’s row of a fill', () => {
  const id = line({ datum: 'national-id', shown: '9990014043', source: { kind: 'credential', ...claim }, provenance: issued });
  const email = line({
    datum: 'email',
    shown: 'sara@example.com',
    source: { kind: 'declared', datum: 'email' },
    provenance: { kind: 'declared', declaredAtMs: 3 },
  });

  it('says of each datum who vouched for it and since when', async () => {
    expect((await listItems([id, email])).map(({ datum, vouched }) => [datum, vouched])).toEqual([
      ['national-id', { issuer, sinceMs: 5 }],
      ['email', { issuer: null, sinceMs: 3 }],
    ]);
  });

  it('has the day of receipt where the document has none of its own', async () => {
    const [item] = await listItems([{ ...id, provenance: { ...issued, issuedAtMs: null } }]);
    expect(item?.vouched?.sinceMs).toBe(7);
  });

  it('has no value', async () => {
    const text = JSON.stringify(await listItems([id, email]));
    expect([id.shown, email.shown].filter((value) => text.includes(value))).toEqual([]);
  });
});
