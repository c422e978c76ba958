import { AppError } from '../errors/index.ts';
import type { Manifest } from './manifest.ts';
import type { Receipt } from './submission.ts';

/**
 * The agency acknowledged what the citizen asked of an earlier case, and of no other: the receipt names the case that the signed text
 * amends or withdraws, and none where that names none.
 * @throws AppError `receipt_invalid` (`what: earlier`)
 */
export function checkReceiptEarlier({ amends, withdraws }: Pick<Manifest, 'amends' | 'withdraws'>, receipt: Receipt): void {
  const isSame = receipt.amends === amends?.caseNumber && receipt.withdraws === withdraws?.caseNumber;
  if (!isSame) throw new AppError('receipt_invalid', { what: 'earlier' });
}

/**
 * The receipt speaks of the very form that was signed: of its agency, its version, and, where several signed, of each of them once.
 * @throws AppError `receipt_invalid` (`what: form` or `signers`)
 */
export function checkReceiptForm({ agency, form, signers = [] }: Pick<Manifest, 'agency' | 'form' | 'signers'>, receipt: Receipt): void {
  const isSame = receipt.agency.id === agency.id && receipt.form.id === form.id && receipt.form.version === form.version;
  if (!isSame) throw new AppError('receipt_invalid', { what: 'form' });
  const roles = (receipt.signers ?? []).map(({ role }) => role);
  if (roles.length !== signers.length || signers.some(({ id }) => !roles.includes(id)))
    throw new AppError('receipt_invalid', { what: 'signers' });
}
