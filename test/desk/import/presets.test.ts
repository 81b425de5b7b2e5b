import { describe, expect, test } from 'vitest';
import { draftFingerprint } from '../../../src/domain/exchange/fingerprint.ts';
import { fileOf, fixture, inspect, readIn, readWith, story } from './support.ts';

describe('ServiceNow', () => {
  test('an event log becomes one ticket per incident with its history (IMP-12)', async () => {
    const read = await readIn(fixture('servicenow-event-log.csv'), { timeZone: 'UTC' });
    expect(read.inspection.mapping).toMatchObject({ format: 'servicenow', dateOrder: 'dmy', timeZone: null });
    expect(read.inspection.questions.map((question) => [question.kind, question.suggested])).toEqual([
      ['timeZone', 'Europe/Berlin'],
    ]);
    expect(read.drafts.map((draft) => [draft.externalId, draft.status, draft.priority, draft.channel])).toEqual([
      ['INC0000045', 'closed', 'p3', 'phone'],
      ['INC0000047', 'closed', 'p3', 'phone'],
      ['INC0000057', 'closed', 'p3', 'phone'],
      ['INC0000135', 'closed', 'p3', 'phone'],
      ['INC0002483', 'closed', 'p2', 'phone'],
    ]);
    expect([read.rows, read.rejects.length]).toEqual([39, 0]);
    expect(story(read.drafts[1]).slice(0, 7)).toEqual([
      '2016-02-29T04:40 created customer Caller 2403: p3 > new',
      '2016-02-29T04:40 queue system Import: - > Group 70',
      '2016-02-29T04:40 assignee system Import: - > Resolver 89',
      '2016-02-29T05:30 status agent Updated by 21: new > open',
      '2016-02-29T05:30 queue agent Updated by 21: Group 70 > Group 24',
      '2016-02-29T05:30 assignee agent Updated by 21: Resolver 89 > Resolver 31',
      '2016-03-01T09:14 status agent Updated by 332: open > pending',
    ]);
    expect(read.drafts[0]).toMatchObject({
      subject: 'Category 55 / Subcategory 170',
      requester: { name: 'Caller 2403', email: null },
      solvedAt: Date.UTC(2016, 1, 29, 8, 53),
      updatedAt: Date.UTC(2016, 2, 5, 12, 0),
      fields: { location: 'Location 143', made_sla: 'true', closed_code: 'code 5' },
    });
    expect(read.drafts[0]?.fields).not.toHaveProperty('vendor');
  });

  test('a reopening and a raised priority are events, and the last solution counts', async () => {
    const { drafts } = await readIn(fixture('servicenow-event-log.csv'), { timeZone: 'UTC' });
    const reopened = drafts[4];
    expect(story(reopened).filter((line) => / (status|priority|field reopen_count|field impact) /.test(line))).toEqual([
      '2016-03-08T08:54 priority agent Updated by 21: p3 > p2',
      '2016-03-08T08:54 field impact agent Updated by 21: 2 - Medium > 1 - High',
      '2016-03-08T15:42 status agent Updated by 465: new > open',
      '2016-03-09T08:23 status agent Updated by 465: open > solved',
      '2016-03-09T08:29 status agent Updated by 743: solved > open',
      '2016-03-09T08:29 field reopen_count agent Updated by 743: 0 > 1',
      '2016-03-09T12:17 status agent Updated by 465: open > solved',
      '2016-03-24T18:40 status agent Updated by 908: solved > closed',
    ]);
    expect(reopened?.solvedAt).toBe(Date.UTC(2016, 2, 9, 12, 17));
  });

  test('rows of incidents may stand anywhere in the file', async () => {
    const text = await import('node:fs/promises').then((fs) =>
      fs.readFile(fixture('servicenow-event-log.csv'), 'utf8'),
    );
    const [header = '', ...rows] = text.trim().split('\n');
    const shuffled = rows.toSorted((a, b) => a.slice(20).localeCompare(b.slice(20)));
    expect(shuffled).not.toEqual(rows);
    const whole = await readIn(fixture('servicenow-event-log.csv'), { timeZone: 'UTC' });
    const mixed = await readIn(await fileOf('log.csv', [header, ...shuffled].join('\n')), { timeZone: 'UTC' });
    const prints = (drafts: typeof whole.drafts) => drafts.map(draftFingerprint).toSorted();
    expect(mixed.drafts).toHaveLength(5);
    // INC0000135 is left out: its update counter contradicts its times, so ties fall by the order of rows.
    const sane = (drafts: typeof whole.drafts) => prints(drafts.filter((draft) => draft.externalId !== 'INC0000135'));
    expect(sane(mixed.drafts)).toEqual(sane(whole.drafts));
  });

  test('where the counter contradicts the times, the times count and it is said', async () => {
    const { drafts, warnings } = await readIn(fixture('servicenow-event-log.csv'), { timeZone: 'UTC' });
    expect(warnings.map((warning) => warning.reason)).toEqual([
      'The update counter and the update times of this incident disagree; its rows were put in the order of their times.',
    ]);
    const statuses = story(drafts[3]).filter((line) => line.includes(' status '));
    expect(statuses.map((line) => line.replace(/.*: /, ''))).toEqual([
      'new > open',
      'open > solved',
      'solved > closed',
    ]);
  });

  test('a state of -100 changes nothing, a bad date costs one row of the history', async () => {
    const head = 'number,incident_state,sys_mod_count,opened_at,sys_updated_by,sys_updated_at,priority';
    const read = await readIn(
      await fileOf(
        'log.csv',
        [
          head,
          'INC1,Active,0,13/2/2016 01:00,A,13/2/2016 02:00,3 - Moderate',
          'INC1,-100,1,13/2/2016 01:00,B,13/2/2016 03:00,3 - Moderate',
          'INC1,Active,2,13/2/2016 01:00,C,30/2/2016 03:00,3 - Moderate',
          'INC1,Active,3,13/2/2016 01:00,D,14/2/2016 03:00,3 - Moderate',
          'INC1,Resolved,4,13/2/2016 01:00,E,15/2/2016 03:00,3 - Moderate',
        ].join('\n'),
      ),
      { timeZone: 'UTC' },
    );
    expect(read.rejects.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
      [4, 'sys_updated_at', '30/2/2016 03:00', 'This day does not exist.'],
    ]);
    expect(story(read.drafts[0])).toEqual([
      '2016-02-13T01:00 created customer Unknown requester: p3 > open',
      '2016-02-15T03:00 status agent E: open > solved',
    ]);
    expect(read.inspection.notes).toContain('Status not known: -100. Map them, or they change nothing.');
    expect(read.warnings.map(({ reason }) => reason)).toEqual(['This status is not mapped; it changes nothing.']);
  });

  test('a log of one row in such a state leaves the incident as it was made; a list reads it as open, and says so', async () => {
    const at = '13/2/2016 01:00,A,13/2/2016 02:00,3 - Moderate';
    const log = `number,incident_state,sys_mod_count,opened_at,sys_updated_by,sys_updated_at,priority\nINC1,-100,0,${at}\n`;
    const one = await readIn(await fileOf('one.csv', log), { timeZone: 'UTC' });
    expect(one.drafts.map(({ status }) => status)).toEqual(['new']);
    expect(one.inspection.notes).toContain('Status not known: -100. Map them, or they change nothing.');
    const list = `number,incident_state,opened_at,sys_updated_by,sys_updated_at,priority\nINC1,-100,${at}\n`;
    const read = await readIn(await fileOf('list.csv', list), { timeZone: 'UTC' });
    expect(read.drafts.map(({ status }) => status)).toEqual(['open']);
    expect(read.inspection.notes).toContain('Status not known: -100. Map them, or they are read as open.');
    expect(read.warnings.map(({ reason }) => reason)).toEqual([
      'This status is not mapped; the ticket is read as open.',
    ]);
  });

  test('a list export gives one ticket per row; "null" says nothing', async () => {
    const read = await readIn(fixture('servicenow-list.csv'), { timeZone: 'America/Chicago' });
    expect(read.inspection.mapping).toMatchObject({ format: 'servicenow', dateOrder: 'mdy' });
    expect(read.drafts.map((d) => [d.subject, d.status, d.priority, d.queue, d.assignee])).toEqual([
      ['Cannot print', 'closed', 'p3', 'Desk', 'Kim Poe'],
      ['Software', 'solved', 'p4', 'Desk', null],
      ['Inquiry / Help', 'hold', 'p1', 'Desk', 'Kim Poe'],
      ['Laptop is slow', 'open', 'p2', 'Field', 'Jo Doe'],
    ]);
    expect(read.drafts[0]?.createdAt).toBe(Date.parse('2025-03-17T06:04:00-05:00'));
    expect(read.drafts[0]?.solvedAt).toBe(Date.parse('2025-03-22T07:00:00-05:00'));
  });
});

describe('Zendesk', () => {
  test('the ticket export: minutes become instants, "-" says nothing (IMP-13)', async () => {
    const read = await readIn(fixture('zendesk-tickets.csv'), { timeZone: 'Europe/Berlin' });
    expect(read.inspection.mapping.format).toBe('zendeskCsv');
    expect(read.inspection.questions.map((question) => question.kind)).toEqual(['timeZone']);
    expect(read.drafts.map((d) => [d.externalId, d.status, d.priority, d.channel, d.assignee, d.csat])).toEqual([
      ['101', 'closed', 'p1', 'email', 'Jonas Falk', 'good'],
      ['102', 'pending', 'p3', 'web', null, null],
      ['103', 'new', 'p3', 'chat', 'Jonas Falk', null],
    ]);
    expect(story(read.drafts[0])).toEqual([
      '2026-02-27T08:15 created customer Mia Berg: p1 > open',
      '2026-02-27T08:15 queue system Import: - > Billing',
      '2026-02-27T08:15 assignee system Import: - > Jonas Falk',
      '2026-02-27T08:27 agentReply agent Jonas Falk: - > -',
      '2026-02-27T13:15 status system Import: open > solved',
      '2026-03-06T09:00 status system Import: solved > closed',
      '2026-03-06T09:00 csat customer Mia Berg: - > good',
    ]);
    expect(read.drafts[0]).toMatchObject({
      system: 'zendesk',
      tags: ['refund', 'urgent_case'],
      requester: { name: 'Mia Berg', email: 'mia@example.org' },
      fields: { 'Colour [list]': 'red', Organization: 'Example Ltd' },
    });
    expect(read.drafts[2]?.subject).toBe('=HYPERLINK("http://example.org")');
  });

  const apiHead =
    'id,_synced,allow_channelback,brand_id,created_at,description,has_incidents,priority,requester_id,status,subject,ticket_form_id,type,updated_at,via_channel';
  const apiRow = (id: string, status: string) =>
    `${id},x,FALSE,36,2020-02-19 01:54:52,Where is it?,FALSE,urgent,39,${status},Parcel,36,incident,2020-02-19 01:55:11,web`;

  test('a table of its API is known by its columns, and a deleted ticket is refused as in its JSON (IMP-13)', async () => {
    const file = await fileOf('tickets.csv', [apiHead, apiRow('1', 'deleted'), apiRow('2', 'solved')].join('\n'));
    const read = await readIn(file, { timeZone: 'UTC' });
    expect(read.inspection.mapping.format).toBe('zendeskCsv');
    expect(read.inspection.notes.filter((note) => note.includes('not known'))).toEqual([]);
    expect(read.rejects.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
      [2, 'status', 'deleted', 'The ticket was deleted in Zendesk.'],
    ]);
    expect(read.drafts).toMatchObject([
      { externalId: '2', system: 'zendesk', subject: 'Parcel', status: 'solved', channel: 'web', priority: 'p1' },
    ]);
    const { inspection } = read;
    const values = {
      ...inspection.mapping.values,
      status: { ...inspection.mapping.values.status, deleted: 'closed' as const },
    };
    const kept = await readWith(file, { ...inspection.mapping, timeZone: 'UTC', values });
    expect(kept.drafts.map(({ externalId, status }) => [externalId, status])).toEqual([
      ['1', 'closed'],
      ['2', 'solved'],
    ]);
  });

  test.each([
    ['users', 'id,active,created_at,email,locale,name,organization_id,role,suspended,time_zone,updated_at,url'],
    [
      'organizations',
      'id,created_at,details,external_id,group_id,name,notes,shared_comments,shared_tickets,updated_at,url',
    ],
    ['comments of tickets', 'id,body,created,public,ticket_id,user_id'],
    ['entries of the audit log', 'id,action,actor_id,change_description,created_at,source_id,source_label,source_type'],
    ['groups', 'id,created_at,name,updated_at,url'],
    ['schedules of tickets', 'created_at,ticket_id,schedule_id'],
    ['tags of tickets', 'tag,ticket_id,created_at'],
    ['ticket forms', 'id,updated_at,active,created_at,display_name,end_user_visible,name'],
  ])('a table of %s is refused in words, and never read as tickets (IMP-22)', async (what, head) => {
    const row = head.split(',').map((name) => (/created/.test(name) ? '2020-02-19 01:54:52' : '1'));
    const file = await fileOf('table.csv', `${head}\n${row.join(',')}\n`);
    for (const format of [undefined, 'zendeskCsv'] as const) {
      const asked = inspect(file, format === undefined ? {} : { format });
      await expect(asked).rejects.toMatchObject({
        code: 'INVALID',
        message: expect.stringMatching(new RegExp(`^These are ${what}.*, not tickets\\. Export the tickets`)) as string,
      });
    }
    // Who asks for the generic importer knows better, as with a table of one's own that only looks so.
    expect((await inspect(file, { format: 'generic' })).mapping.format).toBe('generic');
    const own = await fileOf('own.csv', `${head},subject\n${row.join(',')},Parcel\n`);
    expect((await inspect(own)).sample).toHaveLength(1);
  });

  test('a view export', async () => {
    const read = await readIn(fixture('zendesk-view.csv'), { timeZone: 'UTC' });
    expect(read.inspection.mapping).toMatchObject({ format: 'zendeskCsv', dateOrder: 'ymd' });
    expect(read.drafts.map((d) => [d.externalId, d.status, d.priority, d.queue, d.csat])).toEqual([
      ['201', 'solved', 'p2', 'Support', 'bad'],
      ['202', 'open', 'p4', 'Billing', null],
    ]);
  });

  test('API answers: audits give the history, comments the conversation, users and groups the names', async () => {
    const read = await readIn(fixture('zendesk-export.json'));
    expect(read.inspection).toMatchObject({ container: 'json', questions: [], mapping: { format: 'zendeskJson' } });
    expect(read.inspection.notes[0]).toBe(
      'Found: 4 tickets, 6 audits, 4 comments, 4 users, 2 groups, 1 organization, 1 ticket field.',
    );
    expect(story(read.drafts[0])).toEqual([
      '2026-02-02T08:00 created customer Mia Berg: p3 > new',
      '2026-02-02T08:00 queue system Import: - > Support',
      '2026-02-02T08:00 customerMessage customer Mia Berg: I was charged twice.',
      '2026-02-02T08:05 queue system Route refunds: Support > Billing',
      '2026-02-02T08:30 agentReply agent Jonas Falk: We refunded it.',
      '2026-02-02T08:30 status agent Jonas Falk: new > open',
      '2026-02-02T08:30 assignee agent Jonas Falk: - > Jonas Falk',
      '2026-02-02T08:30 priority agent Jonas Falk: p3 > p2',
      '2026-02-02T08:30 field Order number agent Jonas Falk: - > ORD-7',
      '2026-02-02T09:00 internalNote agent Jonas Falk: Phone call of 65 seconds',
      '2026-02-02T09:00 status agent Jonas Falk: open > solved',
      '2026-02-03T07:00 csat customer Mia Berg: - > good',
      '2026-02-05T09:00 status system Close solved: solved > closed',
    ]);
    expect(story(read.drafts[1])).toEqual([
      '2026-02-03T10:00 created customer Otto Lind: p3 > open',
      '2026-02-03T10:00 customerMessage customer Otto Lind: It has not come.',
      '2026-02-03T11:00 internalNote agent Lea Sommer: Carrier says Friday.',
      '2026-02-03T12:00 agentReply agent Lea Sommer: It comes on Friday.',
      '2026-02-03T12:00 status system Import: open > pending',
    ]);
    expect(read.drafts[0]).toMatchObject({
      channel: 'email',
      category: 'incident',
      csat: 'good',
      fields: { organization: 'Example Ltd', 'Order number': 'ORD-7' },
    });
    expect(read.rejects.map(({ column, value }) => [column, value])).toEqual([
      ['status', 'deleted'],
      ['created_at', '2026-02-30T10:00:00Z'],
    ]);
  });

  test('NDJSON: tickets with their comments, pages of an incremental export, users after the tickets', async () => {
    const read = await readIn(fixture('zendesk-tickets.ndjson'));
    expect(read.inspection.container).toBe('ndjson');
    expect(read.drafts.map((d) => [d.externalId, d.status, d.requester.name, d.assignee, d.channel])).toEqual([
      ['701', 'open', 'Mia Berg', 'Jonas Falk', 'chat'],
      ['702', 'solved', 'User 12', null, 'phone'],
    ]);
    expect(story(read.drafts[0]).slice(-2)).toEqual([
      '2026-03-01T08:00 customerMessage customer Mia Berg: It arrived broken.',
      '2026-03-01T08:20 agentReply agent Jonas Falk: A new one is on its way.',
    ]);
    expect(read.rejects.map(({ line, reason }) => [line, reason])).toEqual([[2, 'This line is not valid JSON.']]);
    expect(read.warnings.map(({ line, externalId }) => [line, externalId])).toEqual([[3, '702']]);
  });

  test('a ticket that only its audits tell of', async () => {
    const audits = [
      {
        id: 1,
        ticket_id: 9,
        created_at: '2026-01-01T10:00:00Z',
        author_id: 5,
        via: { channel: 'web' },
        events: [
          { id: 2, type: 'Comment', author_id: 5, body: 'Hello', public: true },
          { id: 3, type: 'Create', field_name: 'requester_id', value: '5' },
          { id: 4, type: 'Create', field_name: 'subject', value: 'Greeting' },
          { id: 5, type: 'Create', field_name: 'status', value: 'open' },
        ],
      },
      { id: 6, ticket_id: 10, created_at: '2026-01-01T10:00:00Z', author_id: 5, events: [{ id: 7, type: 'Cc' }] },
    ];
    const read = await readIn(await fileOf('audits.json', JSON.stringify({ audits })));
    expect(read.drafts.map((d) => [d.externalId, d.subject, d.status])).toEqual([['9', 'Greeting', 'open']]);
    expect(read.rejects).toHaveLength(1);
  });

  test('JSON without tickets, cut off, or of the wrong format is refused with what to do', async () => {
    await expect(inspect(await fileOf('a.json', '{"users":[]}'))).rejects.toThrow('No Zendesk tickets were found');
    await expect(inspect(await fileOf('b.json', '{"tickets":[{"id":1,'))).rejects.toThrow('is not valid JSON');
    const json = await fileOf('c.json', '{"tickets":[]}');
    await expect(inspect(json, { format: 'servicenow' })).rejects.toMatchObject({ code: 'INVALID' });
  });
});

describe('Boston 311', () => {
  test('cases with their queue, channel and clocks; times are read in the city', async () => {
    const read = await readIn(fixture('boston-311.csv'));
    expect(read.inspection.mapping).toMatchObject({
      format: 'boston311',
      dateOrder: 'mdy',
      timeZone: 'America/New_York',
    });
    expect(read.inspection.questions).toEqual([]);
    expect(read.inspection.notes.some((note) => note.includes('America/New_York'))).toBe(true);
    expect(read.drafts).toHaveLength(17);
    expect(read.drafts[0]).toMatchObject({
      system: 'boston311',
      externalId: '101001240734',
      subject: 'Other',
      status: 'closed',
      channel: 'phone',
      queue: 'INFO09_Current Events',
      category: 'Notification',
      createdAt: Date.parse('2015-01-01T00:20:09-05:00'),
      solvedAt: Date.parse('2015-01-02T09:08:42-05:00'),
      fields: { OnTime_Status: 'ONTIME', Department: 'INFO', ward: 'Ward 5' },
    });
    expect(read.drafts[1]?.fields['TARGET_DT']).toBe('01/16/2015 08:30:00 AM');
  });

  test('a case that closes before it opens is kept, closed as it was opened, and said', async () => {
    const { drafts, warnings } = await readIn(fixture('boston-311.csv'));
    expect(warnings.map((warning) => warning.externalId)).toEqual(['101001371095', '101001371280']);
    const early = drafts.find((draft) => draft.externalId === '101001371095');
    expect(early?.solvedAt).toBe(early?.createdAt);
    expect(early?.status).toBe('closed');
  });
});
