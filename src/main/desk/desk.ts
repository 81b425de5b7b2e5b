import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Band, Settings } from '../../contract/index.ts';
import { isLead } from '../../domain/people/viewer.ts';
import { sampleHours } from '../../domain/desk/sample/roster.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { zoneOf } from '../../domain/calendar/zone.ts';
import { Fault } from '../../domain/fault.ts';
import { bandCodes, firstDoneStatus, metricCodes } from '../store/codes.ts';
import { row, rows, run } from '../store/db.ts';
import { schemaVersion } from '../store/migrate.ts';
import { asFault, notThere } from '../store/refusals.ts';
import { countsNow } from './board-reads.ts';
import type { Core } from './core.ts';
import { undoBatch } from './exchange.ts';
import { settingKeys } from './facts.ts';
import { jobBase } from './job-base.ts';
import { liveStream } from './live.ts';
import { readPeople } from './people.ts';
import { os, type Session } from './router-base.ts';
import { readSettings as readStaffing, saveSettings as saveStaffing } from './staffing/settings.ts';
import { writeCalendar } from './sla-rules.ts';
import { viewerOf } from './viewer.ts';
import { verifyDesk } from './verify.ts';

export const appVersion = '0.1.0';

async function changeSettings(
  core: Core,
  input: Partial<{ [Key in keyof Settings]: Settings[Key] | undefined }>,
): Promise<Settings> {
  const before = core.facts.settings();
  if (input.timeZone !== undefined) zoneOf(input.timeZone);
  if (input.me !== undefined && input.me !== null && !core.facts.context().people.some(({ id }) => id === input.me)) {
    throw new Fault('NOT_FOUND', 'That person is not on this desk. Choose one of the people here.', { field: 'me' });
  }
  const zoneMoved = input.timeZone !== undefined && input.timeZone !== before.timeZone;
  core.write({ name: 'desk.settings', label: 'Settings', undoable: false }, (write) => {
    for (const key of settingKeys)
      if (input[key] !== undefined) write.update('meta', key, { value: JSON.stringify(input[key]) });
    if (!zoneMoved) return;
    // The calendars that kept the desk's old time keep its new one: they were meant so from the first.
    for (const [key, calendar] of Object.entries(core.sla.rules().calendars)) {
      if (calendar.timeZone === before.timeZone)
        writeCalendar(core, write, key, { ...calendar, timeZone: input.timeZone ?? '' }, 'always');
    }
  });
  core.facts.forget();
  if (zoneMoved) {
    await core.recount.finish();
    core.changedWholesale();
  }
  return core.facts.settings();
}

/** How many open tickets of drills the boards count: they are no work of the day. SPEC ESC-61. */
function openDrills(core: Core): (band?: Band) => number {
  const counted = rows<{ band: number; n: number }>(
    core.db,
    `SELECT band, count(*) AS n FROM ticket INDEXED BY open_drill WHERE drill = 1 AND status < ${firstDoneStatus} GROUP BY band`,
  );
  return (band) =>
    counted.reduce((sum, each) => sum + (band === undefined || bandCodes.word(each.band) === band ? each.n : 0), 0);
}

function summary(core: Core) {
  // Only clocks that run by themselves have a next_at: what is late already, or stands still, is not due next.
  const next = row<{ uid: Uint8Array; id: number; metric: number; due_at: number }>(
    core.db,
    `SELECT t.uid, t.id, c.metric, c.due_at FROM sla_clock c INDEXED BY sla_clock_due JOIN ticket t ON t.id = c.ticket_id
     WHERE c.next_at IS NOT NULL AND c.due_at >= ? AND t.drill = 0 ORDER BY c.due_at LIMIT 1`,
    core.ports.now(),
  );
  const drills = openDrills(core);
  return {
    breached: countsNow(core, { open: true, band: ['breached'] }).total - drills('breached'),
    atRisk: countsNow(core, { open: true, band: ['atRisk'] }).total - drills('atRisk'),
    open: countsNow(core, { open: true }).total - drills(),
    nextDue:
      next === undefined
        ? null
        : {
            id: uuidText(next.uid),
            number: next.id,
            metric: metricCodes.word(next.metric),
            dueAt: next.due_at,
          },
  };
}

async function sample(core: Core, input: { readonly tickets: number; readonly seed: number }) {
  if (row(core.db, 'SELECT 1 FROM ticket LIMIT 1') !== undefined)
    throw new Fault('CONFLICT', 'This desk has tickets already. Open the sample in a new, empty desk.');
  const batch = core.newId(core.ports.now());
  const quarter = 15 * 60_000;
  // A quarter of an hour is one desk: made twice in a row, the same seed gives the same tickets to the last id.
  const until = Math.floor(core.ports.now() / quarter) * quarter;
  const work = { kind: 'sample', tickets: input.tickets, seed: input.seed, until, batch } as const;
  const job = await core.jobs.start(
    { id: uuidText(batch), mode: 'import', fileName: 'Sample desk' },
    jobBase(core),
    work,
  );
  if (job.error !== null) throw new Error(job.error.message);
  if (job.state === 'cancelled') throw new Fault('CANCELLED', 'The sample desk was stopped; nothing of it is left.');
  core.changedWholesale();
  // Whoever leads sees everything; an agent would find a desk of closed doors.
  const people = readPeople(core.db);
  const leader = people.find(({ id, role }) => isLead({ id, role })) ?? people[0];
  const first = core.facts.settings().me === null ? leader : undefined;
  await changeSettings(core, { started: true, ...(first === undefined ? {} : { me: first.id }) });
  staffAsSample(core);
  return { changed: job.counts.create, label: 'Sample desk', changeSet: job.changeSet };
}

/** The hours in which the sample's people answer, where nobody has said otherwise. */
function staffAsSample(core: Core): void {
  const known = readStaffing(core);
  if (known.streams.some(({ hours }) => hours !== null)) return;
  saveStaffing(core, { ...known, streams: known.streams.map((stream) => ({ ...stream, hours: sampleHours })) }, false);
}

/** What is between whoever leads and whom it is about: neither told to others nor undone by them. SPEC CHG-15. */
const ledOnly = ['coaching', 'onboarding', 'training', 'hiring', 'surveys', 'metrics', 'reports'] as const;
const isLedOnly = (command: string): boolean => ledOnly.some((domain) => command.startsWith(`${domain}.`));
/** What was taken back or done again is as much of it as what it was. */
const ledOnlySql = ledOnly.map((domain) => `ifnull(d.command, s.command) LIKE '${domain}.%'`).join(' OR ');

/** Faults FORBIDDEN where somebody who does not lead would take back what others did there. */
function mustMayUndo(core: Core, changeSet: string | undefined): void {
  if (changeSet === undefined || isLead(viewerOf(core))) return;
  const found = row<{ command: string; actor: string }>(
    core.db,
    'SELECT command, actor FROM change_set WHERE uid = ?',
    uuidBytes(changeSet),
  );
  if (found !== undefined && isLedOnly(found.command) && found.actor !== core.actor())
    throw new Fault('FORBIDDEN', 'That is for whoever leads to undo.');
}

async function undo(core: Core, changeSet: string | undefined) {
  mustMayUndo(core, changeSet);
  const batch = batchBehind(core, changeSet);
  if (batch !== undefined) return undoBatch(core, batch);
  const done = core.log.undo(core.actor(), changeSet);
  core.announce(done.touched);
  return { changed: done.touched.tickets.size, label: done.label, changeSet: done.changeSet };
}

/** The import that the change set named stands for, if it is one. */
function batchBehind(core: Core, changeSet: string | undefined): string | undefined {
  const uid = changeSet === undefined ? null : uuidBytes(changeSet);
  const found = row<{ uid: Uint8Array }>(
    core.db,
    'SELECT b.uid FROM change_set s JOIN batch b ON b.id = s.batch_id WHERE s.uid = ?',
    uid,
  );
  return found === undefined ? undefined : uuidText(found.uid);
}

async function backup(core: Core, file: string, session: Session) {
  if (!session.trusted) throw new Fault('FORBIDDEN', 'Save a copy from the File menu, or with the command line.');
  const target = resolve(file);
  if (existsSync(target))
    throw new Fault('CONFLICT', `${target} is there already. Choose another name; nothing is written over.`);
  if (!existsSync(dirname(target))) throw notThere(target);
  try {
    await core.db.backup(target);
  } catch (error) {
    throw asFault(error, target);
  }
  return { file: target, bytes: statSync(target).size };
}

type EntryRow = { uid: Uint8Array; at: number; actor: string; command: string; label: string; undone: number };

function history(core: Core, ticketId: string | undefined, limit: number) {
  const of = ticketId === undefined ? '1' : 's.id IN (SELECT set_id FROM change WHERE ticket_uid = ?)';
  const mine = isLead(viewerOf(core)) ? [] : [core.actor()];
  const told = mine.length === 0 ? '' : `AND (s.actor = ? OR NOT (${ledOnlySql}))`;
  const text = `SELECT s.uid, s.at, s.actor, s.command, s.label,
    ifnull((SELECT kind FROM change_set u WHERE u.target_id = s.id ORDER BY u.id DESC LIMIT 1), '') = 'undo' AS undone
    FROM change_set s LEFT JOIN change_set d ON d.id = s.target_id WHERE ${of} ${told} ORDER BY s.id DESC LIMIT ?`;
  const found = rows<EntryRow>(core.db, text, ...(ticketId === undefined ? [] : [uuidBytes(ticketId)]), ...mine, limit);
  return { entries: found.map(({ uid, undone, ...entry }) => ({ id: uuidText(uid), ...entry, undone: undone === 1 })) };
}

export function desk(core: Core) {
  return {
    info: os.desk.info.handler(() => ({
      ...core.facts.settings(),
      file: core.file,
      version: appVersion,
      schemaVersion: schemaVersion(core.db),
      tickets: countsNow(core, {}).total,
      now: core.ports.now(),
    })),
    settings: os.desk.settings.handler(({ input }) => changeSettings(core, input)),
    summary: os.desk.summary.handler(() => summary(core)),
    live: os.desk.live.handler(({ signal }) => liveStream(core.hub, signal)),
    undo: os.desk.undo.handler(({ input }) => undo(core, input.changeSet)),
    redo: os.desk.redo.handler(() => {
      const done = core.log.redo(core.actor());
      core.announce(done.touched);
      return { changed: done.touched.tickets.size, label: done.label, changeSet: done.changeSet };
    }),
    history: os.desk.history.handler(({ input }) => history(core, input.ticketId, input.limit)),
    sample: os.desk.sample.handler(({ input }) => sample(core, input)),
    backup: os.desk.backup.handler(({ input, context }) => backup(core, input.file, context)),
    verify: os.desk.verify.handler(() => verifyDesk(core)),
  };
}

/** What a new desk starts with: its own id, its settings, in this zone. */
export function seedSettings(db: Core['db'], node: string, timeZone: string): void {
  const settings: Settings = { name: 'My desk', timeZone, me: null, started: false };
  for (const key of settingKeys) run(db, 'INSERT INTO meta VALUES (?, ?)', key, JSON.stringify(settings[key]));
  run(db, 'INSERT INTO meta VALUES (?, ?)', 'node', JSON.stringify(node));
}
