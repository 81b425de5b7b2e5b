import type { Kpi } from '../../contract/index.ts';

/** A target as it stands in its field: shares in per cent, without what doubles add. */
export const typedTarget = ({ kind, target }: Pick<Kpi, 'kind' | 'target'>): string =>
  target === null ? '' : String(kind === 'share' ? Math.round(target * 1e8) / 1e6 : target);

/** From and to which it may be, in the unit of its field. */
const bounds: Readonly<Partial<Record<Kpi['kind'], readonly [low: number, high: number]>>> = {
  share: [0, 100],
  score: [0, 5],
  nps: [-100, 100],
};
export const targetBounds = (kind: Kpi['kind']): readonly [low: number, high: number] => bounds[kind] ?? [0, 1_000_000];
