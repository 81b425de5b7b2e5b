import { planSchema, type QualityPlan } from '../../../contract/index.ts';
import { row } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { saveMeta } from '../roster/rules.ts';
import { mustPerson } from '../roster/write.ts';
import { mustCard } from './cards.ts';

const key = 'qualityPlan';

/** The plan of sampling: what was saved, else what a desk begins with. */
export function readPlan(core: Core): QualityPlan {
  const found = row<{ value: string }>(core.db, 'SELECT value FROM meta WHERE key = ?', key);
  return planSchema.parse(found === undefined ? {} : JSON.parse(found.value));
}

/** Faults NOT_FOUND where a reviewer or a scorecard is not here. */
export function savePlan(core: Core, plan: QualityPlan): QualityPlan {
  for (const id of plan.reviewerIds) mustPerson(core, id, 'reviewerIds');
  for (const { scorecardId } of plan.cards) mustCard(core.db, scorecardId);
  saveMeta(core, { name: 'quality.planSave', label: 'Plan of QA sampling' }, key, plan);
  return readPlan(core);
}
