import type { Classified } from './classify.ts';
import { asksToBeEmpty } from './plan/field-texts.ts';
import type { PageField } from './snapshot.ts';

/**
 * True for a field of which somebody may say what it asks for. Never for what nobody sees or the page keeps closed, for traps for robots, for passwords and
 * logins, cards and captchas: these stay as they are, whoever says what.
 */
export function maySayWhatItAsks(field: PageField, { verdict }: Classified): boolean {
  if (field.state !== 'visible' || field.type === 'password' || field.type === 'hidden' || asksToBeEmpty(field)) return false;
  return verdict.kind !== 'refused';
}
