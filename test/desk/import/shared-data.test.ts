import { describe, expect, test } from 'vitest';
import { draftFingerprint } from '../../../src/domain/exchange/fingerprint.ts';
import { hasShared, readIn, shared } from './support.ts';

const log = 'servicenow-incidents/incident-event-log.zip';
const boston = 'boston-311/cases-2015-h1.csv.gz';
const zendesk = 'api-shapes/zendesk-api';
const unless = (name: string) => (hasShared(name) ? '' : ' (not run: the data folder is not there)');

describe.runIf(hasShared(log))(`the real ServiceNow log${unless(log)}`, () => {
  test('20,769 tickets of 119,998 rows, none refused, the same when read again', async () => {
    const [first, again] = [
      await readIn(shared(log), { timeZone: 'UTC' }),
      await readIn(shared(log), { timeZone: 'UTC' }),
    ];
    expect([first.rows, first.drafts.length, first.rejects.length]).toEqual([119_998, 20_769, 0]);
    expect(first.inspection.mapping).toMatchObject({ format: 'servicenow', dateOrder: 'dmy', timeZone: null });
    expect(first.drafts.filter((draft) => draft.status === 'closed')).toHaveLength(20_768);
    const opened = first.drafts.map((draft) => draft.createdAt);
    expect([Math.min(...opened), Math.max(...opened)].map((at) => new Date(at).toISOString().slice(0, 10))).toEqual([
      '2016-02-29',
      '2016-05-13',
    ]);
    expect(again.drafts.map(draftFingerprint)).toEqual(first.drafts.map(draftFingerprint));
  });

  test.each([
    ['servicenow_demo_incidents_67.csv', 67],
    ['servicenow_export_incident_97.csv', 97],
    ['servicenow_export_sc_task_34.csv', 34],
  ])('%s gives %i tickets', async (name, count) => {
    const read = await readIn(shared(`servicenow-incidents/${name}`), { timeZone: 'UTC' });
    expect([read.inspection.mapping.format, read.drafts.length, read.rejects.length]).toEqual(['servicenow', count, 0]);
  });
});

describe.runIf(hasShared(boston))(`the real Boston cases${unless(boston)}`, () => {
  test('58,119 cases; 84 close before they open; overdue is overdue', async () => {
    const read = await readIn(shared(boston));
    expect([read.drafts.length, read.rejects.length, read.warnings.length]).toEqual([58_119, 0, 84]);
    expect(new Set(read.drafts.map((draft) => draft.channel))).toEqual(
      new Set(['phone', 'other', 'web', 'api', 'social']),
    );
    expect(read.drafts.filter((draft) => draft.status === 'closed')).toHaveLength(49_126);
    const frozen = Date.parse('2016-01-12T22:22:40-05:00');
    const target = (text: string) => Date.parse(`${text} UTC`);
    const local = new Intl.DateTimeFormat('en-CA', {
      timeZone: 'America/New_York',
      dateStyle: 'short',
      timeStyle: 'medium',
      hourCycle: 'h23',
    });
    const wrong = read.drafts.filter(({ fields, solvedAt }) => {
      const due = fields['TARGET_DT'];
      const status = fields['OnTime_Status'];
      if (status === undefined) return false;
      const wall = Date.parse(`${local.format(solvedAt ?? frozen).replace(',', '')} UTC`);
      return (status === 'OVERDUE') !== (due !== undefined && wall > target(due));
    });
    expect(wrong.map((draft) => draft.externalId)).toEqual([]);
  });
});

describe.runIf(hasShared(zendesk))(`recorded answers of a Zendesk sandbox${unless(zendesk)}`, () => {
  test.each([
    ['TicketsIncrementalTest.test_get_values.json', 86],
    ['TestTicketAudits.test_pagination.json', 99],
    ['TestViews.test_getting_tickets_from_a_view.json', 100],
  ])('%s gives %i tickets', async (name, count) => {
    const read = await readIn(shared(`${zendesk}/${name}`));
    expect(read.drafts).toHaveLength(count);
    expect(read.drafts.every((draft) => draft.system === 'zendesk')).toBe(true);
  });
});

const tables = 'api-shapes/zendesk';
describe.runIf(hasShared(tables))(`tables made from Zendesk's API${unless(tables)}`, () => {
  test('of ten tickets the two that were deleted are refused', async () => {
    const read = await readIn(shared(`${tables}/ticket_data.csv`), { timeZone: 'UTC' });
    expect([read.drafts.length, read.rejects.map(({ reason }) => reason)]).toEqual([
      8,
      ['The ticket was deleted in Zendesk.', 'The ticket was deleted in Zendesk.'],
    ]);
  });

  test.each([
    ['user_data', 'users'],
    ['organization_data', 'organizations'],
    ['ticket_comment_data', 'comments of tickets'],
    ['audit_log_data', 'entries of the audit log of an account'],
    ['group_data', 'groups'],
    ['ticket_schedule_data', 'schedules of tickets'],
    ['schedule_data', 'schedules'],
    ['ticket_form_history_data', 'ticket forms'],
    ['ticket_field_history_data', 'changes of ticket fields'],
    ['ticket_tag_data', 'tags of tickets'],
  ])('%s is told to be %s', async (name, what) => {
    await expect(readIn(shared(`${tables}/${name}.csv`))).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringContaining(`These are ${what}, not tickets.`) as string,
    });
  });
});
