import type { ProgrammeBody } from '../../contract/index.ts';
import type { SampleNewcomer } from '../../domain/desk/sample/newcomers.ts';
import type { UuidMaker } from '../../domain/desk/uuid.ts';
import { run, type WriteDb } from './db.ts';

type Ports = {
  readonly newId: UuidMaker;
  readonly now: number;
  readonly batchId: number;
  readonly person: (name: string) => number | undefined;
};

/** Writes the newcomers of a sample with how far they have come. SPEC SMP-11. */
export function insertSampleNewcomers(
  db: WriteDb,
  ports: Ports,
  programme: { readonly key: string; readonly body: ProgrammeBody },
  newcomers: readonly SampleNewcomer[],
): void {
  for (const newcomer of newcomers) {
    const person = ports.person(newcomer.name);
    if (person === undefined) continue;
    run(db, 'UPDATE person SET ramp = ? WHERE id = ?', newcomer.rampPercent, person);
    const { lastInsertRowid } = run(
      db,
      'INSERT INTO newcomer (uid, person_id, trainer_id, programme, body, start_on, batch_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ports.newId(ports.now),
      person,
      ports.person(newcomer.trainer) ?? null,
      programme.key,
      JSON.stringify(programme.body),
      newcomer.startOn,
      ports.batchId,
    );
    for (const stage of newcomer.stages) insertStage(db, ports, Number(lastInsertRowid), newcomer, stage);
  }
}

function insertStage(
  db: WriteDb,
  { newId, now }: Ports,
  newcomer: number,
  { name, trainer }: SampleNewcomer,
  { stage, extraDays, begunAt, passedAt, tasks }: SampleNewcomer['stages'][number],
): void {
  const by = (who: string): string | null => (passedAt === null ? null : who);
  run(
    db,
    `INSERT INTO newcomer_stage (uid, newcomer_id, stage, extra_days, begun_at, passed_at, agent_signed_at, agent_signed_by, trainer_signed_at, trainer_signed_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    newId(now),
    newcomer,
    stage,
    extraDays,
    begunAt,
    passedAt,
    passedAt,
    by(name),
    passedAt,
    by(trainer),
  );
  for (const { task, doneAt, isQuiz } of tasks)
    run(
      db,
      'INSERT INTO newcomer_task (uid, newcomer_id, stage, task, done_at, done_by, percent, tries) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      newId(now),
      newcomer,
      stage,
      task,
      doneAt,
      doneAt === null ? '' : name,
      isQuiz && doneAt !== null ? 100 : null,
      isQuiz && doneAt !== null ? 1 : 0,
    );
}
