import type { SampleRoster } from '../../domain/desk/sample/roster.ts';
import type { UuidMaker } from '../../domain/desk/uuid.ts';
import { run, type WriteDb } from './db.ts';

type Ports = { readonly newId: UuidMaker; readonly now: number; readonly batchId: number };

/** Writes the roster of a sample: what people are, their shifts, what they did. `rowOf` gives the row id of a person. */
export function insertSampleRoster(
  db: WriteDb,
  { newId, now, batchId }: Ports,
  roster: SampleRoster,
  people: ReadonlyMap<string, number>,
): void {
  for (const [name, id] of people) {
    const details = roster.details(name);
    if (details === undefined) continue;
    run(
      db,
      'UPDATE person SET team = ?, role = ?, skills = ?, skill_levels = ?, languages = ?, contract_minutes = ?, ramp = ? WHERE id = ?',
      details.team,
      details.role,
      JSON.stringify(details.skills),
      JSON.stringify(details.skillLevels),
      JSON.stringify(details.languages),
      details.contractMinutes,
      details.rampPercent,
      id,
    );
  }
  for (const { name, startAt, endAt, work, activities, published } of roster.shifts) {
    const person = people.get(name) ?? null;
    const body = JSON.stringify(activities);
    const counts = published ? [person, startAt, endAt, work, body] : [null, null, null, null, null];
    run(
      db,
      `INSERT INTO shift (uid, person_id, start_at, end_at, work, activities, pub_person_id, pub_start_at, pub_end_at, pub_work, pub_activities, batch_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      newId(now),
      person,
      startAt,
      endAt,
      work,
      body,
      ...counts,
      batchId,
    );
  }
  for (const { name, state, startAt, endAt } of roster.states) {
    const person = people.get(name) ?? null;
    run(
      db,
      'INSERT INTO agent_state (uid, person_id, state, start_at, end_at, batch_id) VALUES (?, ?, ?, ?, ?, ?)',
      newId(now),
      person,
      state,
      startAt,
      endAt,
      batchId,
    );
  }
}
