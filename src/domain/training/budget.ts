import type { BudgetRow, Enrolment } from '../../contract/training.ts';
import { centsOf, sumOf } from './money.ts';

/** A year's money for one person at first, USD: between the 500 and 1,500 that external training costs. SPEC TRN-20. */
export const usualBudget = { amount: 1000, currency: 'USD' } as const;

type Given = { readonly amount: number; readonly own: boolean };

/**
 * Where the money of one person and year stands: what is done is spent, what is planned or booked is set aside, what was
 * cancelled costs nothing. Less than nothing is left where it is over. SPEC TRN-21.
 */
export function budgetRow(personId: string, given: Given, enrolments: readonly Enrolment[]): BudgetRow {
  const costs = (...states: readonly Enrolment['state'][]): number =>
    sumOf(enrolments.filter(({ state }) => states.includes(state)).map(({ cost }) => cost));
  const spent = costs('done');
  const setAside = costs('planned', 'booked');
  const left = (centsOf(given.amount) - centsOf(spent) - centsOf(setAside)) / 100;
  return { personId, ...given, spent, setAside, left };
}

/** By how much it is over, 0 where it is not. */
export const overBy = ({ left }: Pick<BudgetRow, 'left'>): number => Math.max(0, -left);

/** Who has least left first. */
export const byLeft = (a: BudgetRow, b: BudgetRow): number => a.left - b.left;
