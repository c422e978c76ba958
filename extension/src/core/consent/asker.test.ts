import { createTestAgency, createTestTrustList } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import { describeAsker } from './asker.ts';

const name = { fa: 'مالیات', en: 'Tax' };
const list = createTestTrustList({ agencies: [createTestAgency({ id: 'tax', name, origins: ['https://tax.gov.example'], level: 2 })] });

describe('describeAsker', () => {
  it('names an agency by exactly its origin', () => {
    const asker = describeAsker(list, 'https://tax.gov.example');
    expect(asker).toEqual({
      origin: 'https://tax.gov.example',
      standing: { kind: 'registered', agency: { id: 'tax', name }, contact: 'mailto:complaints@agency.example' },
    });
  });

  it('A14: warns of an origin that may be taken for it', () => {
    expect(describeAsker(list, 'https://tax-gov.example').standing.kind).not.toBe('registered');
    expect(describeAsker(list, 'https://tаx.gov.example'.normalize()).standing).toMatchObject({
      kind: 'look-alike',
      genuine: 'https://tax.gov.example',
    });
  });

  it('knows nothing of any other', () => {
    expect(describeAsker(list, 'https://bakery.example').standing).toEqual({ kind: 'unknown' });
  });
});
