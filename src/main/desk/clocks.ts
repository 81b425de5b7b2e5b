import type { Calendar, Clock, Metric, Policy } from '../../contract/index.ts';
import { matcherOf, type PolicyMatcher } from '../../domain/sla/match.ts';
import { explainClocks as explain } from '../../domain/sla/replay.ts';
import type { PreparedSla } from '../../domain/sla/prepare.ts';
import { prepareTimeline, type SlaTimeline } from '../../domain/sla/timeline.ts';
import type { ClockEngine } from '../store/clock-engine.ts';
import type { ReadDb } from '../store/db.ts';
import { slimEvents } from '../store/derive.ts';
import { createdFirst, slaEngine } from '../store/sla-engine.ts';
import { calendarKeys, readTimeline } from '../store/timeline.ts';
import type { Core } from './core.ts';
import type { SlaCache } from './sla-types.ts';

type Known = {
  readonly timeline: SlaTimeline;
  readonly rules: ReturnType<SlaCache['rules']>;
  readonly engine: ClockEngine;
  readonly prepared: PreparedSla;
  readonly matcher: PolicyMatcher;
};

/** The policies and calendars as they stand: the newest version of each that was not removed. */
function currentRules(timeline: SlaTimeline, calendars: readonly string[]): Known['rules'] {
  const pick = <Body>(
    all: Readonly<Record<string, readonly { readonly body: Body }[]>>,
    key: string,
  ): [string, Body][] => {
    const body = all[key]?.at(-1)?.body;
    return body === undefined ? [] : [[key, body]];
  };
  return {
    policies: timeline.order.flatMap((key) =>
      pick<Policy>(timeline.policies, key).map(([, policy]) => ({ ...policy, id: key })),
    ),
    calendars: Object.fromEntries(calendars.flatMap((key) => pick<Calendar>(timeline.calendars, key))),
  };
}

function load(db: ReadDb): Known {
  const timeline = readTimeline(db);
  const prepared = prepareTimeline(timeline);
  return {
    timeline,
    rules: currentRules(timeline, calendarKeys(db)),
    engine: slaEngine(prepared),
    prepared,
    matcher: matcherOf(timeline),
  };
}

/** The rules as they stand and stood, compiled once and again after a change of them. */
export function slaCache(db: ReadDb): SlaCache {
  let known: Known | undefined;
  const get = (): Known => (known ??= load(db));
  return {
    timeline: () => get().timeline,
    rules: () => get().rules,
    engine: () => get().engine,
    prepared: () => get().prepared,
    matcher: () => get().matcher,
    forget() {
      known = undefined;
    },
  };
}

/** A ticket's clocks as of now, with every segment and the due time in words. */
export const explainClocks = (core: Core, ticketId: number): Record<Metric, Clock> =>
  explain(core.sla.prepared(), createdFirst(slimEvents(core.db, ticketId)), core.ports.now());
