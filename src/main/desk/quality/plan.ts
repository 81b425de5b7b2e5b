import { planSchema, type QualityPlan } from '../../../contract/index.ts';
import type { Core } from '../core.ts';
import { readMeta, saveMeta } from '../meta.ts';
import { mustPerson } from '../person.ts';
import { mustCard } from './cards.ts';

const key = 'qualityPlan';

/** The plan of sampling: what was saved, else what a desk begins with. */
export function readPlan(core: Core): QualityPlan {
  return planSchema.parse(readMeta(core.db, key) ?? {});
}

/** Faults NOT_FOUND where a reviewer or a scorecard is not here. */
export function savePlan(core: Core, plan: QualityPlan): QualityPlan {
  for (const id of plan.reviewerIds) mustPerson(core, id, 'reviewerIds');
  for (const { scorecardId } of plan.cards) mustCard(core.db, scorecardId);
  saveMeta(core, { name: 'quality.planSave', label: 'Plan of QA sampling' }, key, plan);
  return readPlan(core);
}
