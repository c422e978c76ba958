import { AppError } from '@daricheh/shared/errors';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import type { AccountChange, Caseworker } from '../storage/staff.ts';
import { describeStaffEvent } from './staff-events.ts';

export type WantedChange = {
  readonly agency: Agency;
  readonly administrator: Caseworker;
  readonly accountId: string;
  readonly kind: AccountChange;
};

/**
 * Makes an administrator's change to the account of somebody else. Whoever is disabled is signed out.
 * @throws AppError `own_account`; `not_found`; `account_changed` when the account is not as the change supposes
 */
export async function changeAccount({ agency, administrator, accountId, kind }: WantedChange, deps: Deps): Promise<void> {
  if (administrator.id === accountId) throw new AppError('own_account');
  const { caseworkers, sessions } = deps.store;
  const account = await caseworkers.find({ agency: agency.id, id: accountId });
  if (account === null) throw new AppError('not_found');
  const event = describeStaffEvent({ kind, actor: administrator, subject: account }, deps);
  if (!(await caseworkers.change({ agency: agency.id, actor: administrator.id, subject: accountId, event }))) {
    throw new AppError('account_changed');
  }
  if (kind === 'disabled') await sessions.removeOwned({ agency: agency.id, kind: 'caseworker', owner: accountId }, null);
}
