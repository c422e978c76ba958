import { describe, expect, it } from 'vitest';
import { createTrust } from './wallet-trust.ts';

describe('createTrust', () => {
  it('trusts nobody where nothing is pinned', async () => {
    const { list } = await createTrust({ roots: [], trustList: null }, () => new Date())();
    expect([list.agencies, list.issuers]).toEqual([[], []]);
  });

  it('does not open with a list that no pinned root has signed', async () => {
    const open = createTrust({ roots: [], trustList: 'a.b.c' }, () => new Date());
    await expect(open()).rejects.toMatchObject({ code: 'trust_list_invalid' });
  });
});
