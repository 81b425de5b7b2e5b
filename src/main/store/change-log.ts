import { uuidText, type UuidMaker } from '../../domain/desk/uuid.ts';
import type { HybridClock } from '../../domain/desk/hlc.ts';
import { lastDone, lastUndone, named, refuseBatch, type Kind, type SetRow } from './change-sets.ts';
import { changesOf, step } from './change-step.ts';
import { giveConsequences, noteConsequence, takeConsequences } from './consequences.ts';
import { run, transaction, type WriteDb } from './db.ts';
import { mergeTouched, writer, type Change, type Touched, type Values, type Writer } from './writer.ts';

export type Command = {
  readonly actor: string;
  /** The procedure, for example `tickets.update`. */
  readonly name: string;
  /** What a person calls it, for the undo toast and the history. */
  readonly label: string;
  readonly undoable?: boolean;
  readonly batchId?: number;
  /** The change set that a rule made this one because of: undone and redone with it. SPEC AUT-14. */
  readonly causedBy?: string;
  /** Runs in the same transaction, once the set has its row id: for what is kept beside the log. */
  readonly noted?: (setId: number) => void;
};

export type Committed<T> = {
  readonly result: T;
  /** Null where nothing changed. */ readonly changeSet: string | null;
  readonly touched: Touched;
};
export type Undone = { readonly label: string; readonly changeSet: string; readonly touched: Touched };

export type ChangeLog = {
  /** Runs `work` in one transaction, appends what it changed, derives what follows from it. SPEC CHG-1. */
  readonly commit: <T>(command: Command, work: (write: Writer) => T) => Committed<T>;
  readonly undo: (actor: string, uid?: string) => Undone;
  readonly redo: (actor: string) => Undone;
  /**
   * Takes back what an import changed on older tickets; its own rows are removed by the caller. What is gone by now, with
   * the import that made it, needs no taking back. SPEC CHG-14.
   */
  readonly undoBatch: (actor: string, uid: string) => Undone;
};

export type ChangeLogPorts = {
  /** Writes what has to follow from what was written, into the same set: the policies of tickets. SPEC SLA-41. */
  readonly follow?: (write: Writer) => void;
  readonly now: () => number;
  readonly newId: UuidMaker;
  readonly clock: HybridClock;
  /** Brings derived columns (clocks, bands, search) in line, inside the same transaction. */
  readonly derive: (touched: Touched, by: Pick<Command, 'actor' | 'name'>) => void;
};

/** Who the log says a rule is. */
export const ruleActor = 'Automation';

export function changeLog(db: WriteDb, ports: ChangeLogPorts): ChangeLog {
  /** Applies the changes of a set backwards (undo) or forwards (redo) as a set of its own. SPEC CHG-10. */
  const replayOne = (actor: string, set: SetRow, kind: 'undo' | 'redo', goneIsFine = false): Undone =>
    transaction(db, () => {
      const changes: Change[] = [];
      const write = writer(db, (change) => changes.push(change));
      for (const each of inOrder(changesOf(db, set.id), kind)) step(db, write, { ...each, goneIsFine });
      ports.follow?.(write);
      const command = { actor, name: `desk.${kind}`, label: set.label, undoable: false };
      ports.derive(write.touched, command);
      return { label: set.label, changeSet: append(db, ports, command, kind, set.id, changes), touched: write.touched };
    });

  /** With what came of it: taken back before it, newest first; done again after it, in order. SPEC AUT-14. */
  const replaySet = (actor: string, set: SetRow, kind: 'undo' | 'redo', goneIsFine = false): Undone =>
    transaction(db, () => {
      const caused = (kind === 'undo' ? takeConsequences : giveConsequences)(db, set.id);
      const replayCaused = () => caused.map((each) => replayOne(ruleActor, each, kind, goneIsFine));
      const before = kind === 'undo' ? replayCaused() : [];
      const done = replayOne(actor, set, kind, goneIsFine);
      const after = kind === 'redo' ? replayCaused() : [];
      for (const { touched } of [...before, ...after]) mergeTouched(done.touched, touched);
      return done;
    });

  return {
    commit: (command, work) =>
      transaction(db, () => {
        const changes: Change[] = [];
        const write = writer(db, (change) => changes.push(change));
        const result = work(write);
        if (changes.length === 0 && command.batchId === undefined)
          return { result, changeSet: null, touched: write.touched };
        ports.follow?.(write);
        ports.derive(write.touched, command);
        return { result, changeSet: append(db, ports, command, 'do', null, changes), touched: write.touched };
      }),
    undo: (actor, uid) =>
      replaySet(actor, refuseBatch(uid === undefined ? lastDone(db, actor) : named(db, uid)), 'undo'),
    undoBatch: (actor, uid) => replaySet(actor, named(db, uid), 'undo', true),
    redo: (actor) => replaySet(actor, lastUndone(db, actor), 'redo'),
  };
}

/** Backwards from what is to what was, or forwards again. */
const inOrder = (changes: readonly Change[], kind: 'undo' | 'redo') =>
  kind === 'undo'
    ? changes.toReversed().map(({ entity, key, before, after }) => ({ entity, key, from: after, to: before }))
    : changes.map(({ entity, key, before, after }) => ({ entity, key, from: before, to: after }));

/** Writes a change set and its changes, with their hybrid time. SPEC CHG-2. */
function append(
  db: WriteDb,
  ports: ChangeLogPorts,
  command: Command,
  kind: Kind,
  target: number | null,
  changes: readonly Change[],
): string {
  const now = ports.now();
  const uid = ports.newId(now);
  const set = Number(
    run(
      db,
      'INSERT INTO change_set (uid, hlc, at, actor, command, label, kind, target_id, batch_id, undoable) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      uid,
      ports.clock.next(now),
      now,
      command.actor,
      command.name,
      command.label,
      kind,
      target,
      command.batchId ?? null,
      command.undoable === false ? 0 : 1,
    ).lastInsertRowid,
  );
  for (const { entity, key, ticketUid, before, after } of changes) {
    run(
      db,
      'INSERT INTO change (set_id, entity, uid, ticket_uid, before, after) VALUES (?, ?, ?, ?, ?, ?)',
      set,
      entity,
      key,
      ticketUid,
      json(before),
      json(after),
    );
  }
  if (command.causedBy !== undefined) noteConsequence(db, set, command.causedBy);
  command.noted?.(set);
  return uuidText(uid);
}

const json = (values: Values | null): string | null => (values === null ? null : JSON.stringify(values));
