import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newTicket, testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk(folder);
  for (let n = 0; n < 5; n++) await newTicket(desk.client, { tags: ['vip', 'Ärger'], body: 'Where is it?' });
});
afterAll(() => desk.close());

const failing = async () => (await desk.client.desk.verify()).checks.filter(({ ok }) => !ok).map(({ name }) => name);

/** Changes rows behind the desk's back, and looks. */
async function tampered(sql: string): Promise<string[]> {
  desk.db.exec(sql);
  return failing();
}

describe('verify holds every cache against what it is made from (CHG-40)', () => {
  it('finds nothing on a sound desk', async () => {
    expect(await desk.client.desk.verify()).toMatchObject({ ok: true });
  });

  it.each([
    ['counts', 'a changed cell', 'UPDATE ticket_count SET n = n + 1', 'UPDATE ticket_count SET n = n - 1'],
    [
      'tags',
      'a tag that no ticket has',
      "INSERT INTO ticket_tag VALUES ('odd', 1)",
      "DELETE FROM ticket_tag WHERE tag = 'odd'",
    ],
    [
      'tags',
      'a tag left out',
      "DELETE FROM ticket_tag WHERE tag = 'ärger' AND ticket_id = 2",
      "INSERT INTO ticket_tag VALUES ('ärger', 2)",
    ],
    [
      'clocks',
      'another due time',
      'UPDATE sla_clock SET due_at = due_at + 1 WHERE ticket_id = 3',
      'UPDATE sla_clock SET due_at = due_at - 1 WHERE ticket_id = 3',
    ],
    [
      'links',
      'a ticket of nobody',
      'PRAGMA foreign_keys = OFF; UPDATE ticket SET queue_id = 99 WHERE id = 1',
      'UPDATE ticket SET queue_id = NULL WHERE id = 1',
    ],
    [
      'search',
      'an index entry of no ticket',
      "INSERT INTO ticket_fts (rowid, subject) VALUES (99, 'ghost')",
      'DELETE FROM ticket_fts WHERE rowid = 99',
    ],
    [
      'search',
      'a ticket left out of the index',
      'DELETE FROM ticket_fts WHERE rowid = 4',
      "INSERT INTO ticket_fts (rowid, subject) VALUES (4, 'Late delivery')",
    ],
  ])('%s: %s', async (name, _, harm, repair) => {
    expect(await tampered(harm)).toContain(name);
    desk.db.exec(repair);
    expect(await failing()).toEqual([]);
  });

  it('clocks: one that was deleted', async () => {
    expect(await tampered('DELETE FROM sla_clock WHERE ticket_id = 5 AND metric = 0')).toEqual(['clocks']);
  });
});
