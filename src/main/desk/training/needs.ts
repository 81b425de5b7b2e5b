import type { TrainingNeed } from '../../../contract/index.ts';
import { trainingNeeds, type CategoryTickets, type CriterionScores } from '../../../domain/training/needs.ts';
import type { Core } from '../core.ts';
import { byCriterion, finishedFilter, scoredCriteria, toldRecords } from '../quality/criteria.ts';
import { readCards } from '../quality/cards.ts';
import { dateBack, spanOf } from '../roster/span.ts';
import { mustLead } from '../viewer.ts';
import { readRefreshers, readTopics } from './read.ts';

/** Of the random sample alone; of forms that are still in use, under the name they have now. SPEC TRN-1. */
function criteriaOf(core: Core, days: number): CriterionScores[] {
  const records = toldRecords(core, finishedFilter(core, days, 'random'));
  const used = new Map(
    readCards(core.db)
      .filter(({ active }) => active)
      .flatMap(({ id, sections }) =>
        sections.flatMap((section) => section.criteria.map((each) => [`${id}/${each.id}`, each.name] as const)),
      ),
  );
  return byCriterion(scoredCriteria(core.db, records)).flatMap((all) =>
    all.slice(0, 1).flatMap(({ scorecardId, criterion }) => {
      const name = used.get(`${scorecardId}/${criterion}`);
      const scores = all.flatMap(({ agentId, share }) =>
        share === null ? [] : [{ personId: agentId, score: 5 * share }],
      );
      return name === undefined ? [] : [{ scorecardId, criterion, name, scores }];
    }),
  );
}

/** A long read is not made anew for every ticket that changes: ninety days are the same ten minutes later. */
const longRead = 20_000;
const keptMs = 10 * 60_000;

export type CategoryReader = (days: number) => Promise<CategoryTickets[]>;

/** Solved tickets of the last days by category and owner; of a large desk remembered for ten minutes. SPEC TRN-2. */
export function categoryReader(core: Core): CategoryReader {
  let kept: { readonly key: string; readonly at: number; readonly read: CategoryTickets[] } | null = null;
  return async (days) => {
    const query = spanOf(core, { from: dateBack(core, days - 1), days });
    const [key, now] = [JSON.stringify(query), core.ports.now()];
    if (kept?.key === key && now >= kept.at && now - kept.at < keptMs) return kept.read;
    const counted = await core.pool.run({ kind: 'byCategory', query });
    const read = [...Map.groupBy(counted, ({ category }) => category)].map(([category, by]) => ({ category, by }));
    const tickets = counted.reduce((sum, { n }) => sum + n, 0);
    kept = tickets > longRead ? { key, at: now, read } : null;
    return read;
  };
}

export async function needs(core: Core, categoriesOf: CategoryReader, days: number): Promise<TrainingNeed[]> {
  mustLead(core);
  const categories = await categoriesOf(days);
  const planned = readRefreshers(core.db, "r.state = 'planned'");
  const isPlanned = new Set(planned.map(({ id }) => id));
  return trainingNeeds({
    criteria: criteriaOf(core, days),
    categories,
    // Once it was told, a topic is none any more.
    topics: readTopics(core.db).filter(({ refresherId }) => refresherId === null || isPlanned.has(refresherId)),
    planned,
  });
}
