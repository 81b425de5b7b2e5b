import type { Answer, Done, QualityReview, Score } from '../../../contract/index.ts';
import { Fault } from '../../../domain/fault.ts';
import {
  answersOf,
  fieldKey,
  isToDo,
  standingOf,
  type Register,
  type Registers,
} from '../../../domain/quality/registers.ts';
import { checkValue } from '../../../domain/quality/values.ts';
import { score } from '../../../domain/quality/score/score.ts';
import type { Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { cardOf, mustReview, mustSee, type ReviewRecord } from './read.ts';
import { readRegisters, reviewClock, writeRegisters } from './registers.ts';

/** What is said of a review: by criterion and field. */
export type Sayings = readonly { readonly criterion: string; readonly field: string; readonly value: unknown }[];

/** The fields with what is said now, each stamped after all that was said before. */
export function sayIn(
  registers: Registers,
  sayings: Sayings,
  stamp: () => string,
  actor: string,
): Map<string, Register> {
  const after = new Map(registers);
  for (const { criterion, field, value } of sayings) {
    const key = fieldKey(criterion, field);
    if (JSON.stringify(after.get(key)?.value) === JSON.stringify(value)) continue;
    after.set(key, { value, hlc: stamp(), actor });
  }
  return after;
}

/** The columns of a review that follow from its fields. SPEC QAP-4. */
export function cachesOf(core: Core, record: Pick<ReviewRecord, 'card_id' | 'version'>, registers: Registers) {
  const standing = standingOf(registers);
  const { percent, passed, autoFailed } = score(cardOf(core.db, record.card_id, record.version), answersOf(registers));
  return {
    state: standing.state,
    percent,
    passed: passed === null ? null : passed ? 1 : 0,
    auto_failed: autoFailed.length > 0 ? 1 : 0,
    started_at: standing.startedAt,
    finished_at: standing.finishedAt,
    released_at: standing.releasedAt,
    seconds: standing.seconds,
    disputed: standing.dispute === null ? 0 : 1,
  };
}

/** Writes what is said of reviews, and what follows from it, in the transaction at hand. */
export function say(core: Core, write: Writer, record: ReviewRecord, key: string, sayings: Sayings): void {
  const clock = reviewClock(core);
  const before = readRegisters(core.db, record.id);
  const after = sayIn(before, sayings, () => clock.next(core.ports.now()), core.actor());
  writeRegisters(write, { id: record.id, key }, before, after);
  write.update('review', record.uid, cachesOf(core, record, after));
}

/** Faults CONFLICT where a review is not being worked on any more. */
export function mustBeOpen(state: QualityReview['state']): void {
  if (!isToDo(state))
    throw new Fault('CONFLICT', 'This review is done. Take it up again first; what was said in it stays.');
}

/** Faults CONFLICT in a session that is closed: all have seen what the others gave. SPEC QAC-1. */
export function mustBeScorable({ session_closed }: Pick<ReviewRecord, 'session_closed'>): void {
  if (session_closed !== null)
    throw new Fault('CONFLICT', 'This session is closed: what the others gave is known. Begin another to score again.');
}

export type AnswerSet = { readonly [Key in keyof Answer]?: Answer[Key] | undefined };

/** The sayings of an answer, checked against its criterion. The first one also begins the review. */
export function answerSayings(
  card: QualityReview['card'],
  registers: Registers,
  now: number,
  input: { readonly criterion: string; readonly set: AnswerSet; readonly seconds: number },
): Sayings {
  const criterion = card.sections.flatMap(({ criteria }) => criteria).find(({ id }) => id === input.criterion);
  if (criterion === undefined)
    throw new Fault('INVALID', 'That criterion is not on this form.', { field: 'criterion' });
  const { value } = input.set;
  if (value !== undefined && value !== null) checkValue(criterion, value);
  const { state, startedAt, seconds } = standingOf(registers);
  const begun = state === 'assigned' ? [{ criterion: '', field: 'state', value: 'started' }] : [];
  const started = startedAt === null ? [{ criterion: '', field: 'startedAt', value: now }] : [];
  const spent = input.seconds > 0 ? [{ criterion: '', field: 'seconds', value: seconds + input.seconds }] : [];
  const said = Object.entries(input.set).flatMap(([field, each]) =>
    each === undefined ? [] : [{ criterion: input.criterion, field, value: each }],
  );
  return [...begun, ...started, ...spent, ...said];
}

/** Keeps an answer as typed. It is one undoable change; what does not change writes nothing. */
export function answer(
  core: Core,
  input: { readonly id: string; readonly criterion: string; readonly set: AnswerSet; readonly seconds: number },
): { score: Score; changeSet: string | null } {
  const record = mustReview(core.db, input.id);
  mustSee(record, core.facts.settings().me);
  mustBeOpen(record.state);
  mustBeScorable(record);
  const card = cardOf(core.db, record.card_id, record.version);
  const sayings = answerSayings(card, readRegisters(core.db, record.id), core.ports.now(), input);
  const label = `Review of #${record.ticket_id}`;
  const { changeSet } = core.write({ name: 'quality.answer', label }, (write) => {
    say(core, write, record, input.id, sayings);
  });
  return { score: score(card, answersOf(readRegisters(core.db, record.id))), changeSet };
}

const words = { value: 'a score', cause: 'a root cause', comment: 'a comment' } as const;

/** Faults INVALID naming what is missing, as fields `criterion.what`. */
export function mustBeComplete(card: QualityReview['card'], registers: Registers): void {
  const { missing } = score(card, answersOf(registers));
  const [first] = missing;
  if (first === undefined) return;
  const name = card.sections.flatMap(({ criteria }) => criteria).find(({ id }) => id === first.criterion)?.name;
  throw new Fault('INVALID', `“${name ?? first.criterion}” still needs ${words[first.what]}.`, {
    missing: missing.map(({ criterion, what }) => `${criterion}.${what}`),
  });
}

/** One step of one review or several, each told in one change set. */
export function step(
  core: Core,
  ids: readonly string[],
  command: { readonly name: string; readonly label: (count: number, number: number) => string },
  sayings: (record: ReviewRecord, registers: Registers) => Sayings,
): Done {
  const records = ids.map((id) => ({ id, record: mustReview(core.db, id) }));
  for (const { record } of records) mustSee(record, core.facts.settings().me);
  const label = command.label(records.length, records[0]?.record.ticket_id ?? 0);
  const { changeSet } = core.write({ name: `quality.${command.name}`, label }, (write) => {
    for (const { id, record } of records)
      say(core, write, record, id, sayings(record, readRegisters(core.db, record.id)));
  });
  return { changed: changeSet === null ? 0 : records.length, label, changeSet };
}

export const finishSayings = (now: number): Sayings => [
  { criterion: '', field: 'state', value: 'done' },
  { criterion: '', field: 'finishedAt', value: now },
];

export const reopenSayings: Sayings = [
  { criterion: '', field: 'state', value: 'started' },
  { criterion: '', field: 'finishedAt', value: null },
  { criterion: '', field: 'releasedAt', value: null },
];

export const skipSayings = (reason: string): Sayings => [
  { criterion: '', field: 'state', value: 'skipped' },
  { criterion: '', field: 'skipReason', value: reason },
];
