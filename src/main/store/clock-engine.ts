import type { Band, ClockState, Metric } from '../../contract/index.ts';
import type { ClockEvent } from '../../domain/sla/engine.ts';

/** An event without its words. */
export type SlimEvent = ClockEvent;

/** One clock as it is stored: instants in epoch ms, spans in ms. */
export type StoredClock = {
  readonly metric: Metric;
  readonly targetMinutes: number | null;
  readonly startedAt: number | null;
  readonly spentMs: number;
  readonly pausedMs: number;
  readonly dueAt: number | null;
  readonly riskAt: number | null;
  readonly metAt: number | null;
  readonly breachedAt: number | null;
  readonly state: ClockState;
  /** When its state next changes, or it passes a mark, by itself; null: only an event can change it. */
  readonly nextAt: number | null;
  /** Of the target, what was left at the last mark passed. SPEC SLA-40. */
  readonly markMinutes: number | null;
};

export type Clocks = {
  readonly clocks: readonly StoredClock[];
  readonly band: Band;
  readonly shown: StoredClock | null;
};

/** The desk's policies and calendars, compiled once: events in, clocks out. */
export type ClockEngine = { readonly clocks: (events: readonly SlimEvent[], now: number) => Clocks };
