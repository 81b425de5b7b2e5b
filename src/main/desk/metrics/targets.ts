import { z } from 'zod';
import type { Done, Kpi, KpiName } from '../../../contract/index.ts';
import { kpiOf, kpis } from '../../../domain/metrics/kpis.ts';
import { Fault } from '../../../domain/fault.ts';
import { row } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { readMeta, writeMeta } from '../meta.ts';
import { readPlan } from '../quality/plan.ts';
import { mustLead } from '../viewer.ts';
import { readCost } from './cost.ts';
import { leads } from './viewer.ts';

const targetsKey = 'kpiTargets';
const ownersKey = 'kpiOwners';
const targetsSchema = z.record(z.string(), z.number().nullable());
const ownersSchema = z.record(z.string(), z.string());

const readTargets = (core: Core): Readonly<Record<string, number | null>> =>
  targetsSchema.parse(readMeta(core.db, targetsKey) ?? {});
const readOwners = (core: Core): Readonly<Record<string, string>> =>
  ownersSchema.parse(readMeta(core.db, ownersKey) ?? {});

const has = (core: Core, text: string): boolean => row(core.db, `SELECT 1 FROM ${text} LIMIT 1`) !== undefined;
const isPublished = (core: Core): boolean =>
  has(core, 'shift WHERE pub_start_at IS NOT NULL AND pub_person_id IS NOT NULL');
const noShifts = 'No shift is published yet';

/** What has to be there first, in words; null: nothing. */
const lacking: Readonly<Partial<Record<KpiName, (core: Core) => string | null>>> = {
  handleTime: (core) =>
    has(core, 'kpi_day WHERE dim = 0 AND handle_n > 0')
      ? null
      : 'No handle time is known: map it when you import tickets',
  nps: (core) => (has(core, "survey_answer WHERE kind = 'nps'") ? null : 'No survey that asks for it is here yet'),
  qaScore: (core) =>
    has(core, "review WHERE kind = 'random' AND finished_at IS NOT NULL")
      ? null
      : 'No review of the random sample is done yet',
  adherence: (core) =>
    !isPublished(core)
      ? noShifts
      : has(core, 'agent_state')
        ? null
        : 'What agents do is not known: no state of anybody is here',
  costPerContact: (core) =>
    readCost(core) === null
      ? 'No cost is entered: say what an hour of an agent costs'
      : isPublished(core)
        ? null
        : noShifts,
};

/** What holds where nobody set a target here: of QA scores it is that of the plan of reviews. SPEC KPI-15. */
const usualTarget = (core: Core, { name, target }: Kpi): number | null =>
  name === 'qaScore' ? readPlan(core).targetOutOfFive : target;

const unitOf = (core: Core, { kind, unit }: Kpi): string =>
  kind === 'money' ? ((leads(core) ? readCost(core)?.currency : undefined) ?? unit) : unit;

/** Every figure as it is defined, with the targets and owners of this desk. */
export function kpisOf(core: Core): Kpi[] {
  const [targets, owners] = [readTargets(core), readOwners(core)];
  return kpis.map((kpi) => {
    const { name } = kpi;
    const own = targets[name];
    return {
      ...kpi,
      unit: unitOf(core, kpi),
      target: own === undefined ? usualTarget(core, kpi) : own,
      owner: owners[name] ?? kpi.owner,
      lacks: lacking[name]?.(core) ?? null,
    };
  });
}

/** From and to which a target may be; null: as far as one likes. */
const bounds: Readonly<Partial<Record<Kpi['kind'], readonly [number, number, string]>>> = {
  share: [0, 1, 'A target of a share is from 0 to 1: 0.85 is 85 %.'],
  score: [0, 5, 'A target of a score is from 0 to 5.'],
  nps: [-100, 100, 'A target of an NPS is from -100 to 100.'],
};

type Input = { readonly name: KpiName; readonly target: number | null; readonly owner?: string | undefined };

function check({ name, target }: Input): void {
  const [least, most, words] = bounds[kpiOf(name).kind] ?? [0, Infinity, 'A target is 0 or more.'];
  if (target !== null && (target < least || target > most)) throw new Fault('INVALID', words, { field: 'target' });
}

/** What it should be, and who answers for it; a change of one change set. */
export function saveTarget(core: Core, input: Input): Done {
  mustLead(core);
  check(input);
  const { name, target, owner } = input;
  const label = `Target of ${kpiOf(name).title}${target === null ? ' taken away' : ''}`;
  const { [name]: _, ...others } = readOwners(core);
  // As it came is nobody chosen.
  const isUsual = owner === '' || owner === kpiOf(name).owner;
  const { changeSet } = core.write({ name: 'metrics.targetSave', label }, (write) => {
    writeMeta(core, write, targetsKey, { ...readTargets(core), [name]: target });
    if (owner !== undefined) writeMeta(core, write, ownersKey, isUsual ? others : { ...others, [name]: owner });
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}
