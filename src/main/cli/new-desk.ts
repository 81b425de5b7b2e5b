import { Fault } from '../../domain/fault.ts';

/** What a desk can begin with: it puts something on one where nothing is yet. */
const begins = new Set([
  'automation.importJson',
  'desk.sample',
  'desk.settings',
  'exchange.run',
  'exchange.start',
  'roster.importFile',
  'tickets.intake',
]);
const makesSomething = /(^|\.|[a-z])([Ss]ave|[Cc]reate)$/;

/** Only looked at, nothing is put on it. */
const isTrial = (input: unknown): boolean => {
  const { mode, dryRun } = (input ?? {}) as { readonly mode?: unknown; readonly dryRun?: unknown };
  return mode === 'dryRun' || dryRun === true;
};

/**
 * Whether a call may make the desk it is sent to, where the file is not there. What only reads may not: it would answer a
 * mistyped path with an empty desk. SPEC CLI-3.
 */
export const mayBegin = (procedure: string, input: unknown): boolean =>
  (begins.has(procedure) || makesSomething.test(procedure)) && !isTrial(input);

export const noDesk = (file: string): Fault =>
  new Fault(
    'NOT_FOUND',
    `There is no desk at ${file}. Check the path. A desk is made by “import”, “sample --out” or a call that puts something on it, such as tickets.create.`,
  );
