import type { Part } from '../../../../domain/statistics/ratio.ts';
import type { Places } from '../../../store/kpi-facts.ts';
import type { Core } from '../../core.ts';

/** One part of a figure: when and where it counts, and the ticket that it is about. */
export type SourcedPart = Part & {
  /** By number, by the desk's clock. */
  readonly day: number;
  /** What is left out, it is not of: it stands in the whole alone. */
  readonly places: Partial<Places>;
  /** By row; null: none. */
  readonly ticket: number | null;
  /** A promoter, or a detractor; null: neither, or no such thing. */
  readonly hit: boolean | null;
};

export type AskedDays = {
  readonly first: number;
  /** The last one included. */
  readonly last: number;
  /** Whether whoever asks leads: an agent is told of what was given to them. */
  readonly leads: boolean;
};

/** What a figure that is not added up with the tickets is made of, worked out from its own tables. SPEC KPI-13. */
export type Source = (core: Core, asked: AskedDays) => readonly SourcedPart[];
