import { randomUUID } from 'node:crypto';
import { uuidBytes } from '../../src/domain/desk/uuid.ts';
import { row, run } from '../../src/main/store/db.ts';
import { hour } from './fake-clock.ts';
import { chatCard } from './quality-desk.ts';
import type { TestDesk } from './test-desk.ts';

const day = 24 * hour;
const personRow = (desk: TestDesk, id: string): number =>
  row<{ id: number }>(desk.db, 'SELECT id FROM person WHERE uid = ?', uuidBytes(id))!.id;
const uid = (): Uint8Array => uuidBytes(randomUUID());

/** A survey with answers from 0 to 10, or 1 to 5, past the desk: how long ago in days, the score, and the ticket it is of. */
export function answers(
  desk: TestDesk,
  given: readonly (readonly [ago: number, score: number, ticket?: number])[],
  kind: 'nps' | 'csat' = 'nps',
): void {
  const at = desk.clock.now();
  const [most, top] = kind === 'nps' ? [10, 9] : [5, 4];
  run(desk.db, "INSERT INTO survey (uid, name, made_at) VALUES (?, 'After', ?)", uid(), at);
  const survey = row<{ id: number }>(desk.db, 'SELECT max(id) AS id FROM survey')!.id;
  run(
    desk.db,
    "INSERT INTO survey_question (uid, survey_id, title, kind, most, top) VALUES (?, ?, 'Question', ?, ?, ?)",
    uid(),
    survey,
    kind,
    most,
    top,
  );
  const question = row<{ id: number }>(desk.db, 'SELECT max(id) AS id FROM survey_question')!.id;
  for (const [index, [ago, score, ticket]] of given.entries()) {
    run(
      desk.db,
      'INSERT INTO survey_response (uid, survey_id, at, mark, ticket_id, low, has_words) VALUES (?, ?, ?, ?, ?, 0, 0)',
      uid(),
      survey,
      at - ago * day,
      `${survey} ${index}`,
      ticket ?? null,
    );
    const response = row<{ id: number }>(desk.db, 'SELECT max(id) AS id FROM survey_response')!.id;
    run(
      desk.db,
      'INSERT INTO survey_answer (uid, response_id, question_id, kind, score, most, top, at, ticket_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      uid(),
      response,
      question,
      kind,
      score,
      most,
      top,
      at - ago * day,
      ticket ?? null,
    );
  }
}

/** A review of the random sample that is done, past the desk. */
export function review(
  desk: TestDesk,
  given: { ticket: number; agent: string; at: number; percent: number; kind?: string; state?: string },
): void {
  if (row(desk.db, 'SELECT 1 FROM scorecard') === undefined) {
    run(desk.db, 'INSERT INTO scorecard (uid) VALUES (?)', uid());
    run(
      desk.db,
      "INSERT INTO scorecard_version (key, scorecard_id, version, body, saved_at, saved_by) VALUES ('k', 1, 1, ?, 1, 'x')",
      JSON.stringify(chatCard),
    );
  }
  run(
    desk.db,
    `INSERT INTO review (uid, ticket_id, scorecard_id, version, agent_id, kind, why, week, assigned_at, state, percent, finished_at)
     VALUES (?, ?, 1, 1, ?, ?, '', '2026-W10', ?, ?, ?, ?)`,
    uid(),
    given.ticket,
    personRow(desk, given.agent),
    given.kind ?? 'random',
    given.at,
    given.state ?? 'done',
    given.percent,
    given.at,
  );
}
