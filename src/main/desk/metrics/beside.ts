import type { KpiName, Narrow } from '../../../contract/index.ts';
import { isOfParts, type PartsName } from '../../../domain/metrics/parts.ts';
import type { Dim } from '../../store/kpi-facts.ts';
import type { Core } from '../core.ts';
import { narrowed } from './places.ts';
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

/** Whether a part is within all that is narrowed to; one that is told of no such place is not. */
function isWithin(core: Core, narrows: readonly (Narrow | null)[]): (part: SourcedPart) => boolean {
  const all = narrows.flatMap((each) => {
    if (each === null) return [];
    const { dim, keys } = narrowed(core, each);
    return [{ dim, keys: new Set(keys) }];
  });
  return ({ places }) =>
    all.every(({ dim, keys }) => {
      const key = dim === 'all' || dim === 'hour' ? undefined : places[dim];
      return key !== undefined && keys.has(key);
    });
}

/** The parts of a figure in some days, the latest day first where they are about tickets. */
export const partsOf = (
  core: Core,
  name: PartsName,
  asked: AskedDays,
  narrows: readonly (Narrow | null)[],
): readonly SourcedPart[] => sources[name](core, asked).filter(isWithin(core, narrows));

export type PartsBy = ReadonlyMap<KpiName, ReadonlyMap<string, readonly SourcedPart[]>>;

/** The parts of each such figure by key of a dimension; those that are told of no such place are left out. */
export function partsBy(
  core: Core,
  names: readonly KpiName[],
  asked: AskedDays & { readonly within: Narrow | null },
  dim: Dim,
): PartsBy {
  const keyOf = ({ places }: SourcedPart): string | undefined =>
    dim === 'all' ? '' : dim === 'hour' ? undefined : places[dim];
  return new Map(
    names.filter(isOfParts).map((name) => {
      const by = new Map<string, SourcedPart[]>();
      for (const part of partsOf(core, name, asked, [asked.within])) {
        const key = keyOf(part);
        if (key === undefined) continue;
        const known = by.get(key) ?? [];
        known.push(part);
        by.set(key, known);
      }
      return [name, by] as const;
    }),
  );
}
