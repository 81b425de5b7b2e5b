import type { QualityPlan } from '../../../contract/index.ts';

const planNumbers = ['sharePercent', 'minPerAgent', 'riskPicks', 'seed', 'targetOutOfFive', 'disputeDays'] as const;
export type PlanNumber = (typeof planNumbers)[number];

/** The plan as it is typed. */
export type PlanDraft = Readonly<Record<PlanNumber, string>> & Pick<QualityPlan, 'reviewerIds' | 'cards'>;

export const draftOf = (plan: QualityPlan): PlanDraft => ({
  sharePercent: String(plan.sharePercent),
  minPerAgent: String(plan.minPerAgent),
  riskPicks: String(plan.riskPicks),
  seed: String(plan.seed),
  targetOutOfFive: String(plan.targetOutOfFive),
  disputeDays: String(plan.disputeDays),
  reviewerIds: plan.reviewerIds,
  cards: plan.cards,
});

type Bounds = { readonly min: number; readonly max: number; readonly whole: boolean };
const bounds: Readonly<Record<PlanNumber, Bounds>> = {
  sharePercent: { min: 0, max: 100, whole: false },
  minPerAgent: { min: 0, max: 100, whole: true },
  riskPicks: { min: 0, max: 1000, whole: true },
  seed: { min: 0, max: 4_294_967_295, whole: true },
  targetOutOfFive: { min: 0, max: 5, whole: false },
  disputeDays: { min: 1, max: 90, whole: true },
};

/** A number of the plan as typed, with a comma or a point; null where it is none or out of its bounds. */
export function readPlanNumber(field: PlanNumber, typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  const { min, max, whole } = bounds[field];
  return value < min || value > max || (whole && !Number.isInteger(value)) ? null : value;
}

/** The plan that a draft stands for, and the fields that are wrong; with any of those there is no plan. */
export function readPlan(draft: PlanDraft): {
  readonly plan: QualityPlan | null;
  readonly wrong: ReadonlySet<PlanNumber>;
} {
  const values = planNumbers.map((field) => [field, readPlanNumber(field, draft[field])] as const);
  const wrong = new Set(values.filter(([, value]) => value === null).map(([field]) => field));
  if (wrong.size > 0) return { plan: null, wrong };
  const numbers = Object.fromEntries(values) as Record<PlanNumber, number>;
  return { plan: { ...numbers, reviewerIds: draft.reviewerIds, cards: draft.cards }, wrong };
}
