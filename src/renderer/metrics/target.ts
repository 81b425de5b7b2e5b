import type { Kpi } from '../../contract/index.ts';

/** A target as it stands in its field: shares in per cent, without what doubles add. */
export const typedTarget = ({ kind, target }: Pick<Kpi, 'kind' | 'target'>): string =>
  target === null ? '' : String(kind === 'share' ? Math.round(target * 1e8) / 1e6 : target);
