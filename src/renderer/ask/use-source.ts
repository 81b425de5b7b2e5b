import type { AskPivotSpec, AskSource } from '../../contract/index.ts';
import { viewDocs } from '../../domain/ask/views.ts';
import { useAsk } from './ask-store.ts';
import type { Answer } from './use-answer.ts';

/** What a pivot is made of, and the columns there are; null until there is something. */
export type PivotSource = { readonly source: AskSource; readonly names: readonly string[]; readonly key: string };

const ticketColumns = viewDocs[0].columns.map(({ name }) => name);

/** The last question that was answered, or the tickets of a board. */
export function useSource(answer: Answer): PivotSource | null {
  const of = useAsk((state) => state.of);
  const asked = useAsk((state) => state.asked);
  const boardTurn = useAsk((state) => state.boardTurn);
  if (of.kind === 'board')
    return { source: { boardFilter: of.filter }, names: ticketColumns, key: `board ${boardTurn}` };
  if (asked === null || answer.result === null) return null;
  return {
    source: { sql: asked.sql },
    names: answer.result.columns.map(({ name }) => name),
    key: String(asked.turn),
  };
}

/** A choice of columns, without those that are not there any more. */
export function fitting(spec: AskPivotSpec, names: readonly string[]): AskPivotSpec {
  const of = spec.of !== null && names.includes(spec.of) ? spec.of : null;
  return {
    rows: spec.rows.filter((name) => names.includes(name)),
    columns: spec.columns.filter((name) => names.includes(name)),
    measure: of === null ? 'count' : spec.measure,
    of,
  };
}
