import type { Kpi } from '../../contract/metrics.ts';
import type { ReportCell, ReportTable } from '../../contract/reports.ts';

export const text = (value: string | null): ReportCell => ({ value, kind: 'text' });
export const count = (value: number | null): ReportCell => ({ value, kind: 'count' });
export const share = (value: number | null): ReportCell => ({ value, kind: 'share' });
export const minutes = (value: number | null): ReportCell => ({ value, kind: 'minutes' });
export const plainNumber = (value: number | null): ReportCell => ({ value, kind: 'number' });
export const date = (value: string | null): ReportCell => ({ value, kind: 'date' });
export const ticket = (value: string, ticketId: string): ReportCell => ({ value, kind: 'text', ticketId });

const kinds: Readonly<Partial<Record<string, ReportCell['kind']>>> = {
  share: 'share',
  minutes: 'minutes',
  count: 'count',
};

/** A figure's value. */
export const figureCell = (kind: Kpi['kind'], value: number | null): ReportCell => ({
  value,
  kind: kinds[kind] ?? 'number',
});

export const table = (
  key: string,
  title: string,
  columns: readonly string[],
  rows: readonly (readonly ReportCell[])[],
  total = rows.length,
): ReportTable => ({ key, title, columns: [...columns], rows: rows.map((cells) => [...cells]), total });
