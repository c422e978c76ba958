import type { Account } from '../storage/staff.ts';

/** What an administrator can do to somebody else's account. */
export const staffActs = ['disable', 'enable', 'promote', 'demote', 'recover'] as const;
export type StaffAct = (typeof staffActs)[number];

/** The acts that are open on an account as it stands. */
export function findOpenActs({ role, disabledAt }: Pick<Account, 'role' | 'disabledAt'>): readonly StaffAct[] {
  if (disabledAt !== null) return ['enable'];
  return [role === 'administrator' ? 'demote' : 'promote', 'recover', 'disable'];
}
