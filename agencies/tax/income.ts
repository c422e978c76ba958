import type { Language } from '../front/language.ts';
import { createRandom } from '../people/random.ts';
import { formatAmount } from '../persian/jalali.ts';

/** What employers and banks have reported about a taxpayer, in rials. */
export type IncomeReport = { readonly wages: number; readonly deposits: number; readonly insurance: number; readonly withheld: number };

/** The figures that the administration holds on this national id. Invented, and always the same for the same id. */
export function findIncomeReport(nationalId: string): IncomeReport {
  const random = createRandom(Number(nationalId.slice(3, 9)));
  const wages = (3_600 + random.below(9_000)) * 1_000_000;
  return { wages, deposits: (20 + random.below(400)) * 1_000_000, insurance: Math.round(wages * 0.07), withheld: Math.round(wages * 0.04) };
}

/** The two figures of the return. */
export function summarizeIncome(report: IncomeReport): { readonly totalIncome: number; readonly deductions: number } {
  return { totalIncome: report.wages + report.deposits, deductions: report.insurance };
}

/** An amount as the language writes it, without its unit. */
export function writeAmount(amount: number, language: Language): string {
  return language === 'fa' ? formatAmount(amount) : new Intl.NumberFormat('en').format(amount);
}
