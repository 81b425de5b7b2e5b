import type { Calendar, Policy } from '../../contract/index.ts';
import type { PolicyMatcher } from '../../domain/sla/match.ts';
import type { PreparedSla } from '../../domain/sla/prepare.ts';
import type { SlaTimeline } from '../../domain/sla/timeline.ts';
import type { ClockEngine } from '../store/clock-engine.ts';

/** The SLA policies and calendars of the desk, compiled. */
export type SlaCache = {
  /** As they are and were, in versions: plain data, for threads. */
  readonly timeline: () => SlaTimeline;
  readonly matcher: () => PolicyMatcher;
  /** As they are. */
  readonly rules: () => {
    readonly policies: readonly Policy[];
    readonly calendars: Readonly<Record<string, Calendar>>;
  };
  readonly engine: () => ClockEngine;
  readonly prepared: () => PreparedSla;
  readonly forget: () => void;
};

/** Works clocks and policies anew where rules changed under more tickets than one commit carries. SPEC CHG-6. */
export type Recount = {
  /** Goes on with what is pending, if anything is; done when that is done. */
  readonly finish: () => Promise<void>;
  readonly stop: () => Promise<void>;
};
