import type { Awaitable } from '../credential/index.ts';
import { AppError } from '../errors/index.ts';
import { type CheckedRule, checkedRules, type Finding } from './finding.ts';

/** What a check tells: the rule holds, unless it says otherwise. */
export type Told = Partial<Omit<Finding, 'rule' | 'asOf'>> & { readonly asOf?: Date };

/** Collects what came of each rule. A rule that throws does not hold; one that rests on another is not looked at without it. */
export class Examination {
  readonly #findings: Finding[] = [];
  readonly #established = new Set<CheckedRule>();

  /** @param needs rules that must be established before */
  async look(rule: CheckedRule, needs: readonly CheckedRule[], check: () => Awaitable<Told>): Promise<void> {
    const missing = needs.find((each) => !this.#established.has(each));
    const told = missing === undefined ? await tellOutcome(check) : notChecked('needs', { needs: missing });
    const { asOf, outcome = 'holds', clock = null, reason = null, facts = {} } = told;
    this.#findings.push({ rule, outcome, asOf: asOf?.toISOString() ?? null, clock, reason, facts });
    if (outcome === 'holds') this.establish(rule);
  }

  /** Others may rest on that rule. */
  establish(rule: CheckedRule): void {
    this.#established.add(rule);
  }

  holds(rule: CheckedRule): boolean {
    return this.#established.has(rule);
  }

  /** In the order in which a report tells them. */
  get findings(): readonly Finding[] {
    return [...this.#findings].sort((a, b) => checkedRules.indexOf(a.rule) - checkedRules.indexOf(b.rule));
  }
}

export function notChecked(reason: Finding['reason'], facts: Finding['facts'] = {}): Told {
  return { outcome: 'not-checked', reason, facts };
}

async function tellOutcome(check: () => Awaitable<Told>): Promise<Told> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { outcome: 'fails', reason: error.code, facts: error.facts };
  }
}
