import type { KpiName, Narrow } from '../../../contract/index.ts';
import { isOfParts, type PartsName } from '../../../domain/metrics/parts.ts';
import type { Dim } from '../../store/kpi-facts.ts';
import type { Core } from '../core.ts';
import { heldOf, isHeld, type Held } from './held.ts';
import { adherenceParts } from './sources/adherence.ts';
import { costParts } from './sources/cost.ts';
import { npsParts } from './sources/nps.ts';
import { qaParts } from './sources/qa-score.ts';
import type { AskedDays, Source, SourcedPart } from './sources/source.ts';
import { ticketsPerAgentParts } from './sources/tickets-per-agent.ts';

const sources: Readonly<Record<PartsName, Source>> = {
  nps: npsParts,
  qaScore: qaParts,
  adherence: adherenceParts,
  ticketsPerAgent: ticketsPerAgentParts,
  costPerContact: costParts,
};

const keyIn = ({ places }: SourcedPart, dim: Dim): string | undefined =>
  dim === 'all' ? '' : dim === 'hour' ? undefined : places[dim];

/** The parts of a figure in some days, the latest day first where they are about tickets. */
export const partsOf = (core: Core, name: PartsName, asked: AskedDays, held: readonly Held[]): readonly SourcedPart[] =>
  sources[name](core, asked).filter((part) => isHeld(held, (dim) => keyIn(part, dim)));

export type PartsBy = ReadonlyMap<KpiName, ReadonlyMap<string, readonly SourcedPart[]>>;

/** The parts of each such figure by key of a dimension; those that are told of no such place are left out. */
export function partsBy(
  core: Core,
  names: readonly KpiName[],
  asked: AskedDays & { readonly within: Narrow | null },
  dim: Dim,
): PartsBy {
  const held = heldOf(core, asked.within);
  return new Map(
    names.filter(isOfParts).map((name) => {
      const by = new Map<string, SourcedPart[]>();
      for (const part of partsOf(core, name, asked, held)) {
        const key = keyIn(part, dim);
        if (key === undefined) continue;
        const known = by.get(key) ?? [];
        known.push(part);
        by.set(key, known);
      }
      return [name, by] as const;
    }),
  );
}
