import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { call, isProcedure, type AnyProcedure } from '@orpc/server';
import { Fault } from '../../domain/fault.ts';
import { nodePorts } from '../desk/node-ports.ts';
import { openDesk, type OpenDesk } from '../desk/open-desk.ts';
import { createPureRouter } from '../desk/router.ts';
import type { Session } from '../desk/router-base.ts';
import { mayBegin, noDesk } from './new-desk.ts';

/** Calls a procedure by its dotted name, through the same parsing and errors as every carrier. */
export type Caller = (procedure: string, input: unknown) => Promise<unknown>;

const session: Session = { trusted: true };

/**
 * Opens the desk for as long as `work` takes. Without one, the pure rules alone can be called. One that is not there is
 * made by the first call that may begin a desk; all others are refused. SPEC CLI-3.
 */
export async function withDesk<T>(
  file: string | undefined,
  work: (call: Caller) => Promise<T>,
  begins: typeof mayBegin = mayBegin,
): Promise<T> {
  if (file === undefined) return work(callerOf(createPureRouter(), true));
  const path = resolve(file);
  let desk = existsSync(path) ? await openDesk(path, nodePorts()) : undefined;
  try {
    return await work(async (name, input) => {
      if (desk !== undefined) return serving(desk)(name, input);
      const pure = procedureIn(createPureRouter(), name);
      if (pure !== undefined) return answer(name, pure, input);
      // A folder that is not there is spoken of by who opens.
      if (!begins(name, input) && existsSync(dirname(path))) throw noDesk(path);
      desk = await openDesk(path, nodePorts());
      try {
        return await serving(desk)(name, input);
      } catch (error) {
        desk = await unmade(desk);
        throw error;
      }
    });
  } finally {
    await desk?.close();
  }
}

/** A desk made by a call that was refused: it goes again, where nothing was put on it. */
async function unmade(desk: OpenDesk): Promise<OpenDesk | undefined> {
  const { entries } = (await serving(desk)('desk.history', { limit: 1 })) as { entries: readonly unknown[] };
  if (entries.length > 0) return desk;
  await desk.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(desk.file + suffix, { force: true });
  return undefined;
}

/** An empty desk that goes again: what would be done to one can be tried without making it. */
export async function withPassingDesk<T>(work: (call: Caller) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'foredesk-'));
  try {
    const desk = await openDesk(join(folder, 'trial.desk'), nodePorts());
    try {
      return await work(serving(desk));
    } finally {
      await desk.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const serving = (desk: OpenDesk): Caller => callerOf(desk.router, false);

function callerOf(router: object, pure: boolean): Caller {
  return async (name, input) => {
    const procedure = procedureIn(router, name);
    if (procedure !== undefined) return answer(name, procedure, input);
    throw new Fault(
      'NOT_FOUND',
      pure
        ? `“${name}” needs a desk, or is no procedure. Name the desk with --desk FILE; “procedures” lists them.`
        : `There is no procedure “${name}”. “procedures” lists them.`,
    );
  };
}

function procedureIn(router: object, name: string): AnyProcedure | undefined {
  const found = name
    .split('.')
    .reduce<unknown>(
      (node, key) =>
        typeof node === 'object' && node !== null && Object.hasOwn(node, key)
          ? (node as Record<string, unknown>)[key]
          : undefined,
      router,
    );
  return isProcedure(found) ? found : undefined;
}

async function answer(name: string, procedure: AnyProcedure, input: unknown): Promise<unknown> {
  const said: unknown = await call(procedure, inputFor(procedure, input), { context: session });
  if (!isStream(said)) return said;
  await said.return?.();
  throw new Fault('INVALID', `“${name}” stays open and cannot be called from here.`);
}

/** Where every field may be left out, all of them may be: no input is an empty one. SPEC CLI-2. */
const inputFor = (procedure: AnyProcedure, input: unknown): unknown =>
  procedure['~orpc'].inputSchema === undefined ? input : (input ?? {});

const isStream = (value: unknown): value is AsyncIterator<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
