import { AppError } from '@daricheh/shared/errors';
import { readHoldings } from '../../core/credentials/read-holdings.ts';
import { declareMember } from '../../core/family/declare-member.ts';
import { compareMembers } from '../../core/family/family-member.ts';
import type { WalletRecords } from '../../core/records/wallet-records.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

type Deps = {
  readonly records: Pick<WalletRecords, 'family' | 'facts' | 'credentials' | 'keys' | 'commit'>;
  readonly nowMs: () => number;
  readonly newId: () => string;
};

/** The family as the citizen describes it: listed, stated, changed, taken back. */
export function createFamilyHandlers({ records, nowMs, newId }: Deps): FeatureHandlers<'family'> {
  return {
    'family/list': async () => {
      const { items } = await records.family.list();
      return items.map(({ id, relation, values, declaredAtMs }) => ({ id, relation, values, declaredAtMs })).sort(compareMembers);
    },
    'family/declare': async ({ id, relation, texts }) => {
      const [{ items }, holdings] = await Promise.all([records.family.list(), readHoldings(records, nowMs())]);
      const ownIds = holdings.filter(({ datum }) => datum === 'national-id').map(({ value }) => value);
      const member = declareMember({ id: id ?? newId(), relation, texts }, { members: items, ownIds }, nowMs());
      if (id === null) await records.commit([records.family.put(member)]);
      // A member that was removed meanwhile does not come back by being changed.
      else if (!(await records.family.revise(id, () => member))) throw new AppError('vault_conflict');
      return null;
    },
    'family/remove': async ({ id }) => {
      await records.commit([records.family.remove(id)]);
      return null;
    },
  };
}
