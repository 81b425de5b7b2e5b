import { copyFileSync, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { uuidBytes } from '../../src/domain/desk/uuid.ts';
import { csatCodes } from '../../src/main/store/codes.ts';
import { dump } from '../support/dump.ts';
import { fakeClock, hour, minute, mondayTen } from '../support/fake-clock.ts';
import { pdfText } from '../support/pdf-text.ts';
import { qualityDesk } from '../support/quality-desk.ts';
import { refusal, testDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const q = qualityDesk(folder);
const { solved, review, finish } = q;
const day = 24 * hour;

const held = (personId: string, set: object = {}) =>
  q.client.coaching.sessionMake({ personId, at: q.desk.clock.now(), state: 'held', ...set });
const page = (personId = q.people.ada) => q.client.coaching.page({ personId });
const asUser = (me: string | null) => q.client.desk.settings({ me });

describe('a session', () => {
  it('keeps what is typed field by field, links what it speaks of, and is undone (COA-4)', async () => {
    const ticketId = await solved('Card charged twice');
    const reviewId = await review();
    const before = dump(q.desk.file, q.desk.clock.now());
    const { id } = await held(q.people.ada, { coachId: q.people.cleo, agenda: '- [ ] Tone' });
    await q.client.coaching.sessionSet({ id, set: { notes: '# What we saw\n\nSee #1' } });
    await q.client.coaching.sessionSet({
      id,
      set: {
        evidence: [
          { kind: 'ticket', id: ticketId },
          { kind: 'review', id: reviewId },
        ],
      },
    });
    expect(await q.client.coaching.session({ id })).toMatchObject({
      personId: q.people.ada,
      coachId: q.people.cleo,
      state: 'held',
      minutes: 30,
      agenda: '- [ ] Tone',
      notes: '# What we saw\n\nSee #1',
      evidence: [
        { kind: 'ticket', number: 1, title: 'Card charged twice', gone: false },
        { kind: 'review', number: 2, title: 'Late delivery', gone: false },
      ],
    });
    for (let step = 0; step < 3; step += 1) await q.client.desk.undo({});
    expect(dump(q.desk.file, q.desk.clock.now())).toEqual(before);
  });

  it('refuses evidence and people that are not here, by the field', async () => {
    const nobody = '01990000-0000-7000-8000-000000000000';
    expect(await refusal(held(nobody))).toMatchObject({ code: 'NOT_FOUND', data: { field: 'personId' } });
    expect(await refusal(held(q.people.ada, { evidence: [{ kind: 'ticket', id: nobody }] }))).toMatchObject({
      code: 'NOT_FOUND',
      data: { field: 'evidence.0.id' },
    });
    expect((await page()).sessions).toEqual([]);
  });

  it('is acknowledged once it was held; notes that change after that are to be read again (COA-5)', async () => {
    const { id } = await held(q.people.ada, { state: 'planned' });
    expect(await refusal(q.client.coaching.acknowledge({ id }))).toMatchObject({ code: 'CONFLICT' });
    await q.client.coaching.sessionSet({ id, set: { state: 'held', notes: 'Good start' } });
    await q.client.coaching.acknowledge({ id, note: 'Thank you' });
    expect(await q.client.coaching.session({ id })).toMatchObject({
      acknowledgedAt: q.desk.clock.now(),
      agentNote: 'Thank you',
    });
    await q.client.coaching.sessionSet({ id, set: { privateNotes: 'Nervous', minutes: 45 } });
    expect((await q.client.coaching.session({ id })).acknowledgedAt).not.toBeNull();
    await q.client.coaching.sessionSet({ id, set: { notes: 'Good start, slow end' } });
    expect((await q.client.coaching.session({ id })).acknowledgedAt).toBeNull();
  });

  it('is followed up in one call, what is open on its agenda (COA-6)', async () => {
    const { id } = await held(q.people.ada, { minutes: 45 });
    await q.client.coaching.goalSave({ personId: q.people.ada, text: 'Ask first' });
    await q.client.coaching.actionSave({ personId: q.people.ada, sessionId: id, text: 'Listen to two calls' });
    await q.client.coaching.actionSave({ personId: q.people.ada, text: 'Read the article', done: true });
    await q.client.coaching.cadenceSave({ personId: q.people.ada, days: 7 });
    const next = await q.client.coaching.followUp({ id });
    expect(await q.client.coaching.session({ id: next.id })).toMatchObject({
      state: 'planned',
      minutes: 45,
      at: q.desk.clock.now() + 7 * day,
      agenda: '- [ ] Goal: Ask first\n- [ ] Listen to two calls',
    });
    const early = await q.client.coaching.followUp({ id, days: 2 });
    expect((await q.client.coaching.session({ id: early.id })).at).toBe(q.desk.clock.now() + 2 * day);
  });

  it('taken away leaves its goals and actions, and comes back by undo with all of them and what is private (COA-6)', async () => {
    const { id } = await held(q.people.ada, { privateNotes: 'For me' });
    await q.client.coaching.goalSave({ personId: q.people.ada, sessionId: id, text: 'Ask first' });
    await q.client.coaching.actionSave({ personId: q.people.ada, sessionId: id, text: 'Listen' });
    await q.client.coaching.sessionRemove({ id });
    const after = await page();
    expect([after.sessions, after.goals[0]?.sessionId, after.actions[0]?.sessionId]).toEqual([[], null, null]);
    await q.client.desk.undo({});
    expect(await q.client.coaching.session({ id })).toMatchObject({
      privateNotes: 'For me',
      goals: [{ text: 'Ask first' }],
      actions: [{ text: 'Listen' }],
    });
  });
});

describe('who may see what (COA-1 to COA-3)', () => {
  it('private notes are their author’s alone: in no answer, history, dump of the log or file of anybody else', async () => {
    await asUser(q.people.cleo);
    await q.client.people.update({ id: q.people.cleo, set: { role: 'Trainer' } });
    const secret = 'Thinks of leaving us';
    const { id } = await held(q.people.ada, { notes: 'Shared words', privateNotes: secret });
    await q.client.coaching.sessionSet({ id, set: { privateNotes: `${secret} soon` } });
    expect((await q.client.coaching.session({ id })).privateNotes).toBe(`${secret} soon`);
    for (const me of [null, q.people.ada, q.people.ben]) {
      if (me === q.people.ben) await q.client.people.update({ id: me, set: { role: 'Supervisor' } });
      await asUser(me);
      const told = JSON.stringify([
        await q.client.coaching.session({ id }),
        await page(),
        await q.client.coaching.overview(),
        await q.client.coaching.effects({}),
        await q.client.desk.history({ limit: 500 }),
        await q.client.tickets.search({ query: 'leaving' }).catch(() => null),
      ]);
      expect(told).toContain('Shared words');
      expect(told).not.toContain('leaving us');
    }
    const log = q.desk.db.prepare('SELECT group_concat(quote(after)) AS all_of_it FROM change').pluck().get();
    expect(String(log)).toContain('Shared words');
    expect(String(log)).not.toContain('leaving us');
    // Another lead keeps notes of their own beside them.
    await q.client.coaching.sessionSet({ id, set: { privateNotes: 'Mine' } });
    await asUser(q.people.cleo);
    expect((await q.client.coaching.session({ id })).privateNotes).toBe(`${secret} soon`);
  });

  it('an agent sees themselves alone, reads, acknowledges and ticks off; the rest is for a coach', async () => {
    const { id } = await held(q.people.ada);
    const action = {
      personId: q.people.ada,
      sessionId: id,
      text: 'Listen to two calls',
      ownerId: null,
      dueOn: '2026-03-09',
    };
    const own = await q.client.coaching.actionSave(action);
    const coachs = await q.client.coaching.actionSave({ ...action, ownerId: q.people.cleo });
    await held(q.people.ben);
    await asUser(q.people.ada);
    expect((await q.client.coaching.overview()).people.map(({ personId }) => personId)).toEqual([q.people.ada]);
    expect((await page()).sessions).toHaveLength(1);
    await q.client.coaching.acknowledge({ id });
    await q.client.coaching.actionSave({ ...action, id: own.id, done: true });
    expect((await page()).actions.find((each) => each.id === own.id)?.doneAt).toBe(q.desk.clock.now());
    const forbidden = [
      page(q.people.ben),
      q.client.coaching.effects({ personId: q.people.ben }),
      q.client.coaching.sessionSet({ id, set: { notes: 'Mine now' } }),
      q.client.coaching.sessionSet({ id, set: { privateNotes: 'Mine now' } }),
      held(q.people.ada),
      q.client.coaching.followUp({ id }),
      q.client.coaching.sessionRemove({ id }),
      q.client.coaching.goalSave({ personId: q.people.ada, text: 'Less' }),
      q.client.coaching.actionSave({ ...action, id: own.id, text: 'Something easier', done: true }),
      q.client.coaching.actionSave({ ...action, id: coachs.id, ownerId: q.people.cleo, done: true }),
      q.client.coaching.actionRemove({ id: own.id }),
      q.client.coaching.cadenceSave({ personId: q.people.ada, days: 365 }),
    ];
    for (const each of forbidden) expect(await refusal(each)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await q.client.coaching.effects({})).chains).toEqual([]);
    // Anybody may say something good of anybody.
    await q.client.coaching.praiseSave({ personId: q.people.ben, text: 'Took my call' });
    await asUser(null);
    expect((await page(q.people.ben)).praise).toMatchObject([{ text: 'Took my call', by: 'Ada Lund' }]);
  });
});

describe('the page of somebody', () => {
  it('compares since the last session with as long before, with how many (COA-11)', async () => {
    for (let n = 0; n < 3; n += 1) await solved();
    const early = await review(q.people.ben);
    await q.client.quality.assign({ ids: [early], reviewerId: q.people.ben });
    await finish(early);
    q.desk.clock.pass(3 * day);
    await held(q.people.ada);
    q.desk.clock.pass(10 * day);
    for (let n = 0; n < 2; n += 1) await solved();
    const { since, solved: counts, changes, coached } = await page();
    expect(since).toMatchObject({ reason: 'lastSession', to: q.desk.clock.now() });
    expect(since.to - since.split).toBe(since.split - since.from);
    expect(counts).toEqual({ before: 4, since: 2 });
    const of = (kind: string) => changes.find(({ metric }) => metric.kind === kind)!.comparison;
    expect([of('reopened').a.n, of('reopened').b.n, of('reopened').verdict]).toEqual([4, 2, 'notYet']);
    // Reviews that were picked by hand are in no average.
    expect(of('qaScore').a.n + of('qaScore').b.n).toBe(0);
    expect(coached).toMatchObject({ cadenceDays: 14, overdueDays: 0, minutes: 30 });
    q.desk.clock.pass(6 * day);
    const { people } = await q.client.coaching.overview();
    expect(people[0]).toMatchObject({ personId: q.people.ada, overdueDays: 2 });
    expect(people.map(({ personId }) => personId).toSorted()).toEqual(Object.values(q.people).toSorted());
  });

  it('shows the criteria of the random sample, and a goal by one of them (COA-12)', async () => {
    await q.client.quality.planSave({
      ...(await q.client.quality.plan()),
      sharePercent: 100,
      riskPicks: 0,
      reviewerIds: [q.people.ben],
    });
    for (let n = 0; n < 4; n += 1) await solved();
    await q.client.quality.draw({ date: '2026-03-02' });
    for (const { id } of (await q.client.quality.reviews({ filter: { kind: ['random'] } })).reviews) await finish(id);
    q.desk.clock.pass(minute);
    const { criteria, changes } = await page();
    const named = new Map(criteria.map((each) => [each.name, each.comparison]));
    expect([...named.keys()].toSorted()).toEqual(['Notes', 'Privacy', 'Right solution']);
    expect(named.get('Right solution')!.b).toEqual({ n: 4, value: expect.closeTo(3.75, 9) as number });
    expect(named.get('Notes')!.b).toEqual({ n: 0, value: null });
    expect(changes.find(({ metric }) => metric.kind === 'qaScore')!.comparison.b).toEqual({
      n: 4,
      value: expect.closeTo(4, 9) as number,
    });
    const metric = { kind: 'criterion', scorecardId: q.card, criterion: 'solution' } as const;
    await q.client.coaching.goalSave({ personId: q.people.ada, text: 'Right the first time', metric });
    expect(await q.client.coaching.effects({})).toMatchObject({
      chains: [{ verdict: 'early', change: { name: 'Right solution', comparison: { a: { n: 4 }, b: { n: 0 } } } }],
    });
    for (const bad of [{ kind: 'criterion' }, { kind: 'criterion', scorecardId: q.card }] as const)
      expect(
        await refusal(q.client.coaching.goalSave({ personId: q.people.ada, text: 'x', metric: bad })),
      ).toMatchObject({ code: 'INVALID', data: { field: 'metric' } });
  });
});

describe('the evidence chain (COA-20)', () => {
  /** So many tickets of somebody's, so many of them rated well. */
  async function rated(personId: string, n: number, good: number): Promise<void> {
    for (let at = 0; at < n; at += 1) {
      const id = await solved(`Ticket ${at}`, personId);
      // Ratings come in by import alone.
      const csat = csatCodes.code(at < good ? 'good' : 'bad');
      q.desk.db.prepare('UPDATE ticket SET csat = ? WHERE uid = ?').run(csat, uuidBytes(id));
    }
  }

  it('finds a made-up effect and claims no made-up non-effect', async () => {
    await rated(q.people.ada, 40, 20);
    await rated(q.people.ben, 40, 30);
    const reviewId = await review(q.people.cleo);
    q.desk.clock.pass(hour);
    const metric = { kind: 'csat' } as const;
    const { id: sessionId } = await held(q.people.ada, { evidence: [{ kind: 'review', id: reviewId }] });
    await q.client.coaching.goalSave({ personId: q.people.ada, sessionId, reviewId, text: 'Tone', metric });
    await q.client.coaching.goalSave({ personId: q.people.ben, text: 'Tone', metric });
    await q.client.coaching.goalSave({ personId: q.people.ben, text: 'Be kind' });
    q.desk.clock.pass(day);
    await rated(q.people.ada, 40, 36);
    await rated(q.people.ben, 40, 31);
    q.desk.clock.pass(day);
    const { chains } = await q.client.coaching.effects({});
    const told = chains.map(({ goal, verdict, change }) => [goal.personId, goal.text, verdict, change?.comparison.b.n]);
    expect(told.toSorted()).toEqual(
      [
        [q.people.ada, 'Tone', 'better', 40],
        [q.people.ben, 'Be kind', 'notMeasured', undefined],
        [q.people.ben, 'Tone', 'noDifference', 40],
      ].toSorted(),
    );
    expect(chains.find(({ verdict }) => verdict === 'better')!.goal).toMatchObject({ sessionId, reviewId });
  }, 30_000);

  it('links only what belongs to the same person', async () => {
    const { id: sessionId } = await held(q.people.ben);
    const reviewId = await review(q.people.cleo);
    const goal = (set: object) => refusal(q.client.coaching.goalSave({ personId: q.people.ada, text: 'x', ...set }));
    expect(await goal({ sessionId })).toMatchObject({ code: 'INVALID', data: { field: 'sessionId' } });
    expect(await refusal(q.client.coaching.goalSave({ personId: q.people.ben, text: 'x', reviewId }))).toMatchObject({
      code: 'INVALID',
      data: { field: 'reviewId' },
    });
    expect(await refusal(q.client.coaching.actionSave({ personId: q.people.ada, text: 'x', sessionId }))).toMatchObject(
      { code: 'INVALID', data: { field: 'sessionId' } },
    );
  });
});

describe('a performance review (COA-30)', () => {
  const ask = (set: object) =>
    q.client.coaching.dossier({ personId: q.people.ada, from: '2026-02-20', days: 30, ...set });
  const textOf = async (set: object): Promise<string> => {
    const { base64 } = await ask({ format: 'json', ...set });
    return Buffer.from(base64, 'base64').toString();
  };

  it('holds everything of one person, private notes only where asked for, and only one’s own', async () => {
    await held(q.people.ada, { notes: 'Shared words', privateNotes: 'Of nobody known' });
    await q.client.coaching.goalSave({ personId: q.people.ada, text: 'Ask first' });
    await q.client.coaching.actionSave({ personId: q.people.ada, text: 'Listen to two calls' });
    await q.client.coaching.praiseSave({ personId: q.people.ada, text: 'Calm in a storm' });
    const released = await q.released();
    const unreleased = await review();
    const text = await textOf({});
    for (const words of ['Shared words', 'Ask first', 'Listen to two calls', 'Calm in a storm', released])
      expect(text).toContain(words);
    expect(text).not.toContain('Of nobody known');
    expect(text).not.toContain(unreleased);
    expect(await textOf({ withPrivate: true })).toContain('Of nobody known');
    await asUser(q.people.ada);
    expect(await textOf({ withPrivate: true })).not.toContain('Of nobody known');
    await asUser(q.people.ben);
    expect(await refusal(ask({}))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is a PDF that says the same in words', async () => {
    const { id } = await held(q.people.ada, { notes: 'Shared words', privateNotes: 'Just mine' });
    await q.client.coaching.acknowledge({ id, note: 'Thank you' });
    await q.client.coaching.praiseSave({ personId: q.people.ada, text: 'Calm in a storm' });
    await q.released();
    const { base64, fileName, missing } = await ask({});
    expect([fileName, missing]).toEqual(['performance Ada Lund 2026-02-20.pdf', 0]);
    const { pages, title } = await pdfText(Buffer.from(base64, 'base64'));
    expect(title).toBe('Ada Lund: 30 days from 2026-02-20');
    const text = pages.join(' ');
    for (const words of [
      'Shared words',
      'Thank you',
      'Calm in a storm',
      '4.00 of 5',
      '1 ticket solved',
      'nothing to compare',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Just mine');
    expect(text).not.toContain('NaN');
  });
});

it('what was typed is on the disk before it is acknowledged (COA-4)', async () => {
  const { id } = await held(q.people.ada);
  await q.client.coaching.sessionSet({ id, set: { notes: 'Kept', privateNotes: 'Kept as well' } });
  // A second look at the file and its log, past the desk that has it open: as after kill -9.
  const copy = `${q.desk.file}-copy.desk`;
  copyFileSync(q.desk.file, copy);
  if (existsSync(`${q.desk.file}-wal`)) copyFileSync(`${q.desk.file}-wal`, `${copy}-wal`);
  const other = await testDesk(folder, { file: copy, clock: fakeClock(mondayTen + day) });
  expect(await other.client.coaching.session({ id })).toMatchObject({ notes: 'Kept', privateNotes: 'Kept as well' });
  await other.close();
});
