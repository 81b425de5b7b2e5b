import { scorecardBodySchema, type Done, type Scorecard, type ScorecardBody } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { checkScorecard } from '../../../domain/quality/score/check.ts';
import { row, rows, type ReadDb } from '../../store/db.ts';
import type { Core } from '../core.ts';
import call from '../../../../resources/scorecards/call.json' with { type: 'json' };
import chat from '../../../../resources/scorecards/chat.json' with { type: 'json' };
import ticket from '../../../../resources/scorecards/ticket.json' with { type: 'json' };

type CardRecord = {
  id: number;
  uid: Uint8Array;
  active: number;
  version: number;
  body: string;
  saved_at: number;
  saved_by: string;
  reviews: number;
};

const newest = `SELECT c.id, c.uid, c.active, v.version, v.body, v.saved_at, v.saved_by,
  (SELECT count(*) FROM review r WHERE r.scorecard_id = c.id) AS reviews
  FROM scorecard c JOIN scorecard_version v ON v.scorecard_id = c.id
  AND v.version = (SELECT max(version) FROM scorecard_version w WHERE w.scorecard_id = c.id)`;

const toCard = (record: CardRecord): Scorecard => ({
  ...scorecardBodySchema.parse(JSON.parse(record.body)),
  id: uuidText(record.uid),
  version: record.version,
  savedAt: record.saved_at,
  savedBy: record.saved_by,
  active: record.active === 1,
  reviews: record.reviews,
});

export const readCards = (db: ReadDb): Scorecard[] => rows<CardRecord>(db, `${newest} ORDER BY c.id`).map(toCard);

/** A scorecard's row and newest version. Faults NOT_FOUND. */
export function mustCard(db: ReadDb, id: string): { readonly row: number; readonly card: Scorecard } {
  const found = row<CardRecord>(db, `${newest} WHERE c.uid = ?`, uuidBytes(id));
  if (found === undefined)
    throw new Fault('NOT_FOUND', 'That scorecard is not on this desk any more.', { field: 'scorecardId' });
  return { row: found.id, card: toCard(found) };
}

/** A scorecard that new reviews may be made on. Faults CONFLICT on one that is not in use any more. */
export function usedCard(db: ReadDb, id: string): Scorecard {
  const { card } = mustCard(db, id);
  if (!card.active)
    throw new Fault('CONFLICT', 'That scorecard is not in use any more. Choose another, or take it into use again.', {
      field: 'scorecardId',
    });
  return card;
}

export const templates: readonly ScorecardBody[] = [ticket, chat, call].map((each) => scorecardBodySchema.parse(each));

/** Saves a new scorecard, or a new version where the form changed; reviews made before keep theirs. SPEC QAL-2. */
export function saveCard(
  core: Core,
  input: { readonly id?: string | undefined; readonly card: ScorecardBody; readonly active: boolean },
): Done & { id: string; version: number } {
  const [problem] = checkScorecard(input.card);
  if (problem !== undefined) throw new Fault('INVALID', problem.text, { field: `card.${problem.path}` });
  const known = input.id === undefined ? undefined : mustCard(core.db, input.id);
  const same = known !== undefined && bodyText(known.card) === bodyText(input.card);
  const version = known === undefined ? 1 : same ? known.card.version : known.card.version + 1;
  const uid = known === undefined ? core.newId(core.ports.now()) : uuidBytes(known.card.id);
  const label = `Scorecard “${input.card.name}”`;
  const { changeSet } = core.write({ name: 'quality.cardSave', label }, (write) => {
    const active = input.active ? 1 : 0;
    const id = known === undefined ? write.insert('scorecard', uid, { active }) : known.row;
    if (known !== undefined) write.update('scorecard', uid, { active });
    if (same) return;
    write.insert('scorecard_version', `${uuidText(uid)}/${version}`, {
      scorecard_id: id,
      version,
      body: bodyText(input.card),
      saved_at: core.ports.now(),
      saved_by: core.actor(),
    });
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet, id: uuidText(uid), version };
}

/** The form alone, as it is stored: what the desk adds to it is not part of it. */
const bodyText = (card: ScorecardBody): string => JSON.stringify(scorecardBodySchema.parse(card));

export function cardVersions(db: ReadDb, id: string) {
  const { row: cardId } = mustCard(db, id);
  type Version = { version: number; body: string; saved_at: number; saved_by: string };
  return rows<Version>(
    db,
    'SELECT version, body, saved_at, saved_by FROM scorecard_version WHERE scorecard_id = ? ORDER BY version DESC',
    cardId,
  ).map(({ version, body, saved_at, saved_by }) => ({
    version,
    savedAt: saved_at,
    savedBy: saved_by,
    card: scorecardBodySchema.parse(JSON.parse(body)),
  }));
}

const format = 'foredesk-scorecard';

export function exportCard(db: ReadDb, id: string): { fileName: string; text: string } {
  const { card } = mustCard(db, id);
  const text = `${JSON.stringify({ format, version: 1, card: JSON.parse(bodyText(card)) as unknown }, null, 2)}\n`;
  return { fileName: `scorecard ${card.name.replaceAll(/[^\p{L}\p{N} _-]/gu, '')}.json`, text };
}

/** A scorecard from JSON, as a new one. Faults INVALID with what is wrong and where. */
export function importCard(core: Core, text: string) {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new Fault('INVALID', 'This is not JSON. Choose a file that a scorecard was saved to.', { field: 'text' });
  }
  const file = read as { format?: unknown; version?: unknown; card?: unknown } | null;
  if (file?.format !== format || file.version !== 1)
    throw new Fault('INVALID', 'This is no scorecard of Foredesk. Choose a file that one was saved to.', {
      field: 'text',
    });
  const parsed = scorecardBodySchema.safeParse(file.card);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = (issue?.path ?? []).map(String).join('.');
    throw new Fault('INVALID', `The scorecard is not right at “${path}”: ${issue?.message ?? 'it does not fit'}.`, {
      field: path,
    });
  }
  return saveCard(core, { card: parsed.data, active: true });
}
