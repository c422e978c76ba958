import { type Role, roles } from './staff.ts';

/** The role in a row. @throws Error for one that this program does not know */
export function readRole(text: string): Role {
  const role = roles.find((each) => each === text);
  if (role === undefined) throw new Error('The database holds a role that this program does not know.');
  return role;
}

/** A time that may be missing. */
export function readTime(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}
