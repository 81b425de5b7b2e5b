import type { AskPivot, AskSource } from '../../contract/index.ts';
import { complete } from '../../domain/ask/complete.ts';
import { examples } from '../../domain/ask/examples.ts';
import { functionDocs } from '../../domain/ask/functions.ts';
import type { PivotSpec } from '../../domain/ask/pivot.ts';
import { viewDocs } from '../../domain/ask/views.ts';
import { Fault } from '../../domain/fault.ts';
import type { AskedSource, Limits, Question } from '../store/ask/question.ts';
import type { AskAnswer, AskRequest } from './ask/messages.ts';
import type { Answered, Held } from './ask/run-ask.ts';
import { readSaved, removeSaved, saveQuery } from './ask/saved.ts';
import { whereFor } from './board-reads.ts';
import type { Core } from './core.ts';
import { everBefore, type FigureKeeper } from './metrics/keeper.ts';
import { os } from './router-base.ts';
import { mustLead } from './viewer.ts';

/** What is shown at once, and what a file holds: Excel's own limit of a cell. SPEC ASK-15. */
const shown: Omit<Limits, 'rows'> = { letters: 4000, bytes: 8_000_000 };
const filed: Limits = { rows: 100_000, letters: 32_767, bytes: 64_000_000 };

function sourceOf(core: Core, source: AskSource): AskedSource {
  if ('sql' in source) return { kind: 'sql', sql: source.sql, params: source.params };
  const { clauses } = whereFor(core, source.boardFilter);
  const where = clauses.map(({ text }) => `(${text})`).join(' AND ');
  return { kind: 'board', where: where === '' ? 'true' : where, params: clauses.flatMap(({ params }) => params) };
}

/** Figures by day are worked out anew once they are asked for. SPEC KPI-10, ASK-5. */
const readsFigures = ({ source }: Question): boolean => source.kind === 'sql' && /daily_figures/i.test(source.sql);

type Put = (question: Question, held: Held, file?: AskRequest['export']) => Promise<Answered>;

/** Whoever leads asks; an agent would read the work of all others. SPEC ASK-3. */
const putter =
  (core: Core, keeper: FigureKeeper): Put =>
  async (question, held, file = null) => {
    mustLead(core);
    if (readsFigures(question)) await keeper.fresh(everBefore, Number.MAX_SAFE_INTEGER);
    if (held.signal?.aborted === true) throw new Fault('CANCELLED', 'The question was taken back.');
    if (!keeper.isOpen()) throw new Fault('CANCELLED', 'The desk was closed.');
    return core.asks.ask(
      {
        file: core.file,
        nativeBinding: core.ports.nativeBinding,
        timeZone: core.facts.settings().timeZone,
        now: core.ports.now(),
        question,
        export: file,
      },
      held,
    );
  };

/** An answer of the kind that was asked for. */
function only<Kind extends AskAnswer['kind']>(answer: AskAnswer, kind: Kind): Extract<AskAnswer, { kind: Kind }> {
  if (answer.kind !== kind) throw new Error(`Asked for ${kind}, answered with ${answer.kind}`);
  return answer as Extract<AskAnswer, { kind: Kind }>;
}

async function rows(put: Put, question: Question, held: Held) {
  const { answer, ms } = await put(question, held);
  const { rows: found } = only(answer, 'rows');
  return {
    columns: [...found.columns],
    rows: found.rows.map((row) => [...row]),
    cut: found.cut,
    clipped: found.clipped,
    ms,
  };
}

type PivotInput = PivotSpec & { readonly source: AskSource };

const specOf = ({ rows, columns, measure, of }: PivotSpec): PivotSpec => ({ rows, columns, measure, of });

async function pivot(core: Core, put: Put, input: PivotInput, held: Held): Promise<AskPivot> {
  const spec = specOf(input);
  const { answer, ms } = await put({ kind: 'pivot', source: sourceOf(core, input.source), pivot: spec }, held);
  const { rowKeys, columnKeys, cells, ...found } = only(answer, 'pivot').pivot;
  return {
    rows: [...spec.rows],
    columns: [...spec.columns],
    measure: spec.measure,
    of: spec.of,
    rowKeys: rowKeys.map((key) => [...key]),
    columnKeys: columnKeys.map((key) => [...key]),
    cells: cells.map((line) => [...line]),
    rowTotals: [...found.rowTotals],
    columnTotals: [...found.columnTotals],
    grandTotal: found.grandTotal,
    read: found.read,
    ms,
  };
}

type ExportInput = {
  readonly source: AskSource;
  readonly pivot: PivotSpec | null;
  readonly format: 'csv' | 'xlsx' | 'json';
  readonly name: string;
};

async function exported(core: Core, put: Put, input: ExportInput, held: Held) {
  const source = sourceOf(core, input.source);
  const question: Question =
    input.pivot === null ? { kind: 'run', source, limits: filed } : { kind: 'pivot', source, pivot: input.pivot };
  const { answer } = await put(question, held, { format: input.format, name: input.name });
  return only(answer, 'file').file;
}

export function askRules() {
  return {
    views: os.ask.views.handler(() => ({
      views: viewDocs.map(({ columns, ...view }) => ({ ...view, columns: [...columns] })),
      functions: [...functionDocs],
      examples: examples.map(({ pivot: { rows: down, columns, ...spec }, ...each }) => ({
        ...each,
        pivot: { rows: [...down], columns: [...columns], ...spec },
      })),
    })),
    complete: os.ask.complete.handler(({ input }) => {
      const { items, ...found } = complete(input.sql, Math.min(input.at, input.sql.length), viewDocs);
      return { ...found, items: [...items] };
    }),
  };
}

const holdOf = ({ run, seconds }: Held, signal: AbortSignal | undefined): Held => ({ run, seconds, signal });

export function ask(core: Core, keeper: FigureKeeper) {
  const put = putter(core, keeper);
  return {
    ...askRules(),
    run: os.ask.run.handler(({ input, signal }) => {
      const source = sourceOf(core, input);
      return rows(put, { kind: 'run', source, limits: { ...shown, rows: input.limit } }, holdOf(input, signal));
    }),
    pivot: os.ask.pivot.handler(({ input, signal }) => pivot(core, put, input, holdOf(input, signal))),
    behind: os.ask.behind.handler(({ input, signal }) => {
      const source = sourceOf(core, input.source);
      const limits = { ...shown, rows: input.limit };
      return rows(
        put,
        { kind: 'behind', source, pivot: specOf(input), cell: input.cell, limits },
        holdOf(input, signal),
      );
    }),
    cancel: os.ask.cancel.handler(({ input }) => {
      mustLead(core);
      return { stopped: core.asks.cancel(input.run) };
    }),
    export: os.ask.export.handler(({ input, signal }) => exported(core, put, input, holdOf(input, signal))),
    saved: os.ask.saved.handler(() => {
      mustLead(core);
      return { queries: readSaved(core.db) };
    }),
    saveAs: os.ask.saveAs.handler(({ input }) => saveQuery(core, input)),
    remove: os.ask.remove.handler(({ input }) => removeSaved(core, input.id)),
  };
}
