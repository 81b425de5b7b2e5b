import type { Counted, Person, ReviewFilter } from '../../../contract/index.ts';
import { uuidText, uuidTextOrNull } from '../../../domain/desk/uuid.ts';
import { wilson } from '../../../domain/statistics/wilson.ts';
import { meanOf } from '../../../domain/statistics/mean.ts';
import { isOverturned, standingOf } from '../../../domain/quality/registers.ts';
import { channelCodes } from '../../store/codes.ts';
import type { Core } from '../core.ts';
import { readPeople } from '../people.ts';
import { byCriterion, finishedFilter, scoredCriteria, toldRecords } from './criteria.ts';
import { readPlan } from './plan.ts';
import { cardReader, type ReviewRecord } from './read.ts';
import { readRegisters } from './registers.ts';
import { readWeeks } from './sample.ts';

/** Fewer reviews than this say nothing of an agent yet. */
const fewest = 5;

type Group = {
  readonly key: string;
  readonly name: string;
  readonly score: Counted;
  readonly autoFails: number;
  readonly filter: ReviewFilter;
};
type Base = ReturnType<typeof finishedFilter>;

const fives = (records: readonly ReviewRecord[]): number[] =>
  records.flatMap(({ percent }) => (percent === null ? [] : [percent / 20]));

/** Reviews by a key, each group with its mean out of five, its interval, and the filter that finds just these. */
function groups(
  records: readonly ReviewRecord[],
  keyOf: (record: ReviewRecord) => string | null,
  nameOf: (key: string) => string,
  filterOf: (key: string) => ReviewFilter,
): Group[] {
  const byKey = Map.groupBy(records, keyOf);
  return [...byKey]
    .flatMap(([key, some]) =>
      key === null
        ? []
        : [
            {
              key,
              name: nameOf(key),
              score: meanOf(fives(some)),
              autoFails: some.filter((each) => each.auto_failed === 1).length,
              filter: filterOf(key),
            },
          ],
    )
    .toSorted((a, b) => (a.score.mean ?? 0) - (b.score.mean ?? 0));
}

/** Scores of each criterion, as shares of its most, out of five. */
const criteriaOf = (core: Core, records: readonly ReviewRecord[], filter: Base) =>
  byCriterion(scoredCriteria(core.db, records)).flatMap((all) =>
    all.slice(0, 1).map(({ scorecardId, criterion, name }) => ({
      scorecardId,
      criterion,
      name,
      na: all.filter(({ share, shown }) => share === null && shown).length,
      score: meanOf(all.flatMap(({ share }) => (share === null ? [] : [5 * share]))),
      filter: { ...filter, scorecardId, criterion },
    })),
  );

/** Disputes of the reviews shown: how many were decided, and overturned, and on which criteria. */
function disputesOf(core: Core, records: readonly ReviewRecord[]) {
  const all = records
    .filter(({ disputed }) => disputed === 1)
    .map((record) => ({ record, dispute: standingOf(readRegisters(core.db, record.id)).dispute }));
  const by = new Map<string, { criterion: string; name: string; disputed: number; overturned: number }>();
  const cards = cardReader(core.db);
  for (const { record, dispute } of all) {
    const card = cards(record);
    for (const criterion of Object.keys(dispute?.counter ?? {})) {
      const name =
        card.sections.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion)?.name ?? criterion;
      const known = by.get(criterion) ?? { criterion, name, disputed: 0, overturned: 0 };
      by.set(criterion, {
        ...known,
        disputed: known.disputed + 1,
        overturned: known.overturned + (isOverturned(dispute) ? 1 : 0),
      });
    }
  }
  const decided = all.filter(({ dispute }) => dispute?.outcome != null);
  return {
    n: all.length,
    decided: decided.length,
    overturned: decided.filter(({ dispute }) => isOverturned(dispute)).length,
    byCriterion: [...by.values()],
  };
}

/** QA on one page: every number carries the filter that finds its reviews. SPEC QAD-1 to QAD-4. */
export function dashboard(core: Core, input: { readonly days: number; readonly kind: 'random' | 'all' }) {
  const filter = finishedFilter(core, input.days, input.kind);
  const records = toldRecords(core, filter);
  const people = readPeople(core.db);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const teams = new Map(people.map(({ id, team }) => [id, team]));
  const agents = groups(
    records,
    ({ agent_uid }) => uuidText(agent_uid),
    (key) => names.get(key) ?? '',
    (agentId) => ({ ...filter, agentId }),
  );
  const criteria = criteriaOf(core, records, filter);
  const failed = records.filter(({ auto_failed }) => auto_failed === 1).length;
  const interval = wilson(failed, records.length);
  return {
    targetOutOfFive: readPlan(core).targetOutOfFive,
    overall: meanOf(fives(records)),
    autoFailRate: {
      n: records.length,
      share: records.length === 0 ? null : failed / records.length,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    },
    agents,
    teams: groups(
      records,
      ({ agent_uid }) => teams.get(uuidText(agent_uid)) ?? null,
      (key) => key,
      (team) => ({ ...filter, team }),
    ),
    channels: groups(
      records,
      ({ channel }) => channelCodes.word(channel),
      (key) => key,
      (key) => ({ ...filter, channel: [key] as ReviewFilter['channel'] }),
    ),
    criteria: criteria.map(({ na: _, ...rest }) => rest),
    weeks: [...Map.groupBy(records, ({ week }) => week)]
      .map(([week, some]) => ({ week, score: meanOf(fives(some)) }))
      .toSorted((a, b) => (a.week < b.week ? -1 : 1)),
    blindSpots: blindSpots(people, agents, criteria, filter),
    coverage: readWeeks(core, 8),
    reviewers: reviewersOf(records),
    disputes: disputesOf(core, records),
  };
}

/** Whom and what these reviews say too little of. SPEC QAD-4. */
function blindSpots(
  people: readonly Person[],
  agents: readonly Group[],
  criteria: ReturnType<typeof criteriaOf>,
  filter: Base,
) {
  const countOf = (id: string): number => agents.find(({ key }) => key === id)?.score.n ?? 0;
  const few = people.filter(({ id, active }) => active && countOf(id) < fewest);
  const rare = criteria.filter(({ na, score: { n } }) => na > n);
  return [
    ...few.map(({ id, name }) => ({
      text: `${name}: ${countOf(id)} reviews, fewer than ${fewest}`,
      filter: { ...filter, agentId: id },
    })),
    ...rare.map(({ name, na, score: { n }, filter: own }) => ({
      text: `“${name}” did not apply in ${na} of ${na + n} reviews`,
      filter: own,
    })),
  ];
}

function reviewersOf(records: readonly ReviewRecord[]) {
  const by = Map.groupBy(records, ({ reviewer_uid }) => uuidTextOrNull(reviewer_uid));
  return [...by].flatMap(([reviewerId, some]) =>
    reviewerId === null
      ? []
      : [{ reviewerId, reviews: some.length, minutes: some.reduce((sum, { seconds }) => sum + seconds, 0) / 60 }],
  );
}
