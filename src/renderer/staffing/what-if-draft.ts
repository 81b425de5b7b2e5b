import type { WhatIf } from '../../contract/index.ts';
import { instantOfTime } from '../day/geometry.ts';
import { numberIn } from '../ui/read-number.ts';

/** A change to the day as it is typed. */
export type ChangeDraft = {
  readonly agents: string;
  readonly aht: string;
  readonly volume: string;
  readonly later: string;
  readonly spikeFrom: string;
  readonly spikeTo: string;
  readonly spike: string;
  readonly absentIds: readonly string[];
};
export type ChangeField = Exclude<keyof ChangeDraft, 'absentIds'>;

export const noChange: ChangeDraft = {
  agents: '0',
  aht: '0',
  volume: '0',
  later: '0',
  spikeFrom: '',
  spikeTo: '',
  spike: '0',
  absentIds: [],
};

/** Ends of each figure, as the contract has them. */
export const ends = {
  agents: [-50, 50],
  aht: [-90, 500],
  volume: [-100, 1000],
  later: [-720, 720],
  spike: [-100, 2000],
} as const;

/** Whether anything is changed at all. */
export const isChanged = (draft: ChangeDraft): boolean =>
  draft.absentIds.length > 0 ||
  (Object.keys(ends) as readonly (keyof typeof ends)[]).some((field) => Number(draft[field]) !== 0);

export type ReadChange = { readonly change: WhatIf; readonly wrong: ReadonlySet<ChangeField> };

function spikeOf(draft: ChangeDraft, date: string, zone: string, wrong: Set<ChangeField>): WhatIf['spike'] {
  const percent = numberIn(draft.spike, ...ends.spike);
  if (percent === null) wrong.add('spike');
  if (percent === null || percent === 0) return undefined;
  const startAt = instantOfTime(date, draft.spikeFrom, zone);
  const endAt = instantOfTime(date, draft.spikeTo, zone);
  if (startAt === null) wrong.add('spikeFrom');
  if (endAt === null || (startAt !== null && endAt <= startAt)) wrong.add('spikeTo');
  return startAt === null || endAt === null || endAt <= startAt ? undefined : { startAt, endAt, percent };
}

/** What the desk is asked, and the fields that cannot be meant: those count as no change. Times are of the day, in the zone. */
export function changeOf(draft: ChangeDraft, date: string, zone: string): ReadChange {
  const wrong = new Set<ChangeField>();
  const read = (field: 'agents' | 'aht' | 'volume' | 'later'): number => {
    const [low, high] = ends[field];
    const value = numberIn(draft[field], low, high, field === 'agents' || field === 'later');
    if (value === null) wrong.add(field);
    return value ?? 0;
  };
  const spike = spikeOf(draft, date, zone, wrong);
  return {
    change: {
      agents: read('agents'),
      ahtPercent: read('aht'),
      volumePercent: read('volume'),
      laterMinutes: read('later'),
      absentIds: [...draft.absentIds],
      ...(spike !== undefined && { spike }),
    },
    wrong,
  };
}
