import type { PivotSpec, Value } from '../../../domain/ask/pivot.ts';
import type { Param } from '../db.ts';

export type Params = readonly Value[] | Readonly<Record<string, Value>> | undefined;

/** Asked in SQL, which is looked at; or made by the desk of a board's filter, which names its tables. SPEC ASK-32. */
export type AskedSource =
  | { readonly kind: 'sql'; readonly sql: string; readonly params: Params }
  | { readonly kind: 'board'; readonly where: string; readonly params: readonly Param[] };

/** `letters`: of one text; `bytes`: of all texts together, in UTF-16 units. */
export type Limits = { readonly rows: number; readonly letters: number; readonly bytes: number };

/** Values that lead to one cell of a pivot, one for each of its rows and columns; null: any. */
export type Cell = { readonly rows: readonly Value[] | null; readonly columns: readonly Value[] | null };

export type Question =
  | { readonly kind: 'run'; readonly source: AskedSource; readonly limits: Limits }
  | { readonly kind: 'pivot'; readonly source: AskedSource; readonly pivot: PivotSpec }
  | {
      readonly kind: 'behind';
      readonly source: AskedSource;
      readonly pivot: PivotSpec;
      readonly cell: Cell;
      readonly limits: Limits;
    };
