import { resolve } from 'node:path';
import { call, isProcedure, type AnyProcedure } from '@orpc/server';
import { Fault } from '../../domain/fault.ts';
import { nodePorts } from '../desk/node-ports.ts';
import { openDesk } from '../desk/open-desk.ts';
import { createPureRouter } from '../desk/router.ts';
import type { Session } from '../desk/router-base.ts';

/** Calls a procedure by its dotted name, through the same parsing and errors as every carrier. */
export type Caller = (procedure: string, input: unknown) => Promise<unknown>;

/** Opens the desk for as long as `work` takes. Without one, the pure rules alone can be called. */
export async function withDesk<T>(file: string | undefined, work: (call: Caller) => Promise<T>): Promise<T> {
  const session: Session = { trusted: true };
  if (file === undefined) return work(callerOf(createPureRouter(), session, true));
  const desk = await openDesk(resolve(file), nodePorts());
  try {
    return await work(callerOf(desk.router, desk.session(session), false));
  } finally {
    await desk.close();
  }
}

function callerOf(router: object, session: Session, pure: boolean): Caller {
  return async (name, input) => {
    const procedure = name
      .split('.')
      .reduce<unknown>(
        (node, key) =>
          typeof node === 'object' && node !== null && Object.hasOwn(node, key)
            ? (node as Record<string, unknown>)[key]
            : undefined,
        router,
      );
    if (!isProcedure(procedure)) {
      throw new Fault(
        'NOT_FOUND',
        pure
          ? `“${name}” needs a desk, or is no procedure. Name the desk with --desk FILE; “procedures” lists them.`
          : `There is no procedure “${name}”. “procedures” lists them.`,
      );
    }
    const answer: unknown = await call(procedure, inputFor(procedure, input), { context: session });
    if (isStream(answer)) {
      await answer.return?.();
      throw new Fault('INVALID', `“${name}” stays open and cannot be called from here.`);
    }
    return answer;
  };
}

/** Where every field may be left out, all of them may be: no input is an empty one. SPEC CLI-2. */
const inputFor = (procedure: AnyProcedure, input: unknown): unknown =>
  procedure['~orpc'].inputSchema === undefined ? input : (input ?? {});

const isStream = (value: unknown): value is AsyncIterator<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
