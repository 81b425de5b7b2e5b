import { describe, expect, it } from 'vitest';
import { hour, minute } from '../support/fake-clock.ts';
import { chatCard, qualityDesk } from '../support/quality-desk.ts';
import { newTicket, refusal, type Client } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const q = qualityDesk(folder);
const { solved, review, say, scoreAll, finish, released } = q;

describe('the steps of a review', () => {
  it('are taken in order, each once (QAR-3, QAR-5)', async () => {
    const id = await review();
    const refused = async (act: Promise<unknown>) => {
      expect(await refusal(act)).toMatchObject({ code: 'CONFLICT' });
    };
    await refused(q.client.quality.release({ ids: [id] }));
    await refused(q.client.quality.acknowledge({ id }));
    await finish(id);
    await refused(q.client.quality.finish({ id }));
    await refused(q.client.quality.acknowledge({ id }));
    await q.client.quality.release({ ids: [id] });
    await refused(q.client.quality.release({ ids: [id] }));
    expect(await q.client.quality.review({ id })).toMatchObject({ state: 'released', releasedAt: q.desk.clock.now() });
    await q.client.quality.reopen({ id });
    expect(await q.client.quality.review({ id })).toMatchObject({
      state: 'started',
      finishedAt: null,
      releasedAt: null,
    });
    await say(id, 'solution', { value: 5 });
    expect((await q.client.quality.review({ id })).score.percent).toBe(100);
  });

  it('begin with the first word, and seconds add up (QAR-2)', async () => {
    const id = await review();
    expect(await q.client.quality.review({ id })).toMatchObject({ state: 'assigned', startedAt: null, seconds: 0 });
    const begun = q.desk.clock.now();
    await q.client.quality.answer({ id, criterion: 'solution', set: { value: 4 }, seconds: 90 });
    q.desk.clock.pass(minute);
    await q.client.quality.answer({ id, criterion: 'notes', set: { value: 'na' }, seconds: 30 });
    expect(await q.client.quality.review({ id })).toMatchObject({ state: 'started', startedAt: begun, seconds: 120 });
  });

  it('what fails the card is found by it, and counted (QAL-4, QAD-3)', async () => {
    const id = await review();
    await scoreAll(id);
    await say(id, 'privacy', { value: 0 });
    await q.client.quality.finish({ id });
    expect(await q.client.quality.review({ id })).toMatchObject({ autoFailed: true, percent: 0, passed: false });
    expect((await q.client.quality.reviews({ filter: { autoFailed: true } })).total).toBe(1);
    const { autoFailRate, agents } = await q.client.quality.dashboard({ kind: 'all' });
    expect([autoFailRate.n, autoFailRate.share, agents[0]?.autoFails]).toEqual([1, 1, 1]);
  });
});

describe('disputes (QAR-5)', () => {
  it('upheld changes no value; values off the form are refused, and it stays disputed', async () => {
    const id = await released();
    await q.client.quality.dispute({ id, reason: 'No' });
    for (const values of [{ solution: 6 }, { solution: 'na' as const }, { nowhere: 1 }])
      expect(await refusal(q.client.quality.decide({ id, outcome: 'overturned', values }))).toMatchObject({
        code: 'INVALID',
      });
    expect((await q.client.quality.review({ id })).state).toBe('disputed');
    await q.client.quality.decide({ id, outcome: 'upheld', values: { solution: 5 } });
    const after = await q.client.quality.review({ id });
    expect([after.answers['solution']?.value, after.dispute?.outcome]).toEqual([4, 'upheld']);
    expect((await q.client.quality.dashboard({ kind: 'all' })).disputes).toMatchObject({ decided: 1, overturned: 0 });
  });

  it('a second one is not decided by what was said of the first; in part counts as overturned', async () => {
    const id = await released();
    await released();
    await q.client.quality.dispute({ id, reason: 'No' });
    await q.client.quality.decide({ id, outcome: 'upheld' });
    q.desk.clock.pass(minute);
    await q.client.quality.dispute({ id, reason: 'Still no', counter: { solution: 5 } });
    expect((await q.client.quality.review({ id })).dispute).toMatchObject({ reason: 'Still no', outcome: null });
    await q.client.quality.decide({ id, outcome: 'partly' });
    expect((await q.client.quality.dashboard({ kind: 'all' })).disputes).toMatchObject({
      n: 1,
      decided: 1,
      overturned: 1,
    });
    const found = async (disputed: boolean) => (await q.client.quality.reviews({ filter: { disputed } })).reviews;
    expect((await found(true)).map((each) => each.id)).toEqual([id]);
    expect((await found(false)).map((each) => each.id)).not.toContain(id);
  });
});

describe('the sample of a week', () => {
  const plan = async (set: Partial<Awaited<ReturnType<Client['quality']['plan']>>>) =>
    q.client.quality.planSave({ ...(await q.client.quality.plan()), minPerAgent: 0, riskPicks: 0, ...set });
  const date = '2026-03-02';
  const reopened = async () => {
    const id = await solved('Came back');
    await q.client.tickets.update({ selection: { ids: [id] }, set: { status: 'open' } });
    await q.client.tickets.reply({ id, body: 'Again.', status: 'solved' });
    return id;
  };
  const kindOf = async (ticketId: string) => (await q.client.quality.reviews({ filter: { ticketId } })).reviews[0];

  it('a risk pick that comes up in the random sample becomes one of it, one that does not stays (QAS-4)', async () => {
    for (let n = 0; n < 9; n += 1) await solved(`Plain ${n}`);
    const risky = await reopened();
    await plan({ sharePercent: 0, riskPicks: 1 });
    expect(await q.client.quality.draw({ date })).toMatchObject({ random: 0, risk: 1 });
    expect(await kindOf(risky)).toMatchObject({ kind: 'risk' });
    // One of ten: the lot falls on another.
    await plan({ sharePercent: 10, riskPicks: 1 });
    expect(await q.client.quality.draw({ date })).toMatchObject({ random: 1, risk: 0 });
    expect(await kindOf(risky)).toMatchObject({ kind: 'risk' });
    await plan({ sharePercent: 100, riskPicks: 1 });
    expect(await q.client.quality.draw({ date })).toMatchObject({ random: 8, risk: 0 });
    expect(await kindOf(risky)).toMatchObject({
      kind: 'random',
      why: expect.stringMatching(/^Random sample/) as string,
    });
    expect((await q.client.quality.weeks({})).weeks[0]).toMatchObject({ random: 10, risk: 0 });
  });

  it('goes to who is here and has fewest waiting, on the card of its channel (QAS-6)', async () => {
    const calls = (await q.client.quality.cardSave({ card: { ...chatCard, name: 'Calls' } })).id;
    await review(q.people.ben);
    await review(q.people.ben);
    const call = await solved('By phone');
    const { id: mail } = await newTicket(q.client, { channel: 'email', assigneeId: q.people.ada });
    await q.client.tickets.reply({ id: mail, body: 'Done.', status: 'solved' });
    await plan({
      sharePercent: 100,
      reviewerIds: [q.people.ben, q.people.cleo],
      cards: [
        { scorecardId: calls, channels: ['phone'] },
        { scorecardId: q.card, channels: [] },
      ],
    });
    await q.client.quality.draw({ date });
    const drawn = (await q.client.quality.reviews({ filter: { kind: ['random'] } })).reviews;
    expect(drawn.filter(({ reviewerId }) => reviewerId === q.people.cleo).length).toBe(3);
    const form = (ticketId: string) => drawn.find((each) => each.ticketId === ticketId)?.scorecardId;
    expect([form(call), form(mail)]).toEqual([calls, q.card]);
    await q.client.people.update({ id: q.people.cleo, set: { away: true } });
    const late = await solved('Later');
    await q.client.quality.draw({ date });
    expect(await kindOf(late)).toMatchObject({ reviewerId: q.people.ben });
  });

  it('is of last week unless another is named; done and skipped are counted apart (QAR-4)', async () => {
    for (let n = 0; n < 4; n += 1) await solved(`Plain ${n}`);
    await plan({ sharePercent: 100 });
    expect(await q.client.quality.draw({})).toMatchObject({ week: '2026-W09', random: 0 });
    q.desk.clock.pass(7 * 24 * hour);
    expect(await q.client.quality.draw({})).toMatchObject({ week: '2026-W10', random: 4 });
    const [one, other] = (await q.client.quality.reviews({})).reviews;
    await finish(one!.id);
    await q.client.quality.skip({ id: other!.id, reason: 'Spam' });
    expect((await q.client.quality.weeks({})).weeks[1]).toMatchObject({
      wanted: 4,
      random: 4,
      done: 1,
      skipped: 1,
      coverage: 0.25,
    });
  });
});

describe('what the numbers are of', () => {
  it('a golden conversation is of the random sample until it is done; days are those asked for (QAD-2, QAC-4)', async () => {
    const { id: golden } = await q.client.quality.reviewMake({
      ticketId: await solved(),
      reviewerId: q.people.ben,
      scorecardId: q.card,
      kind: 'golden',
    });
    expect((await q.client.quality.reviews({ filter: { kind: ['random'] } })).total).toBe(1);
    await finish(golden);
    expect((await q.client.quality.dashboard({})).overall.n).toBe(0);
    q.desk.clock.pass(10 * 24 * hour);
    await finish(await review());
    const of = async (days: number) => (await q.client.quality.dashboard({ days, kind: 'all' })).overall.n;
    expect([await of(7), await of(10), await of(11)]).toEqual([1, 1, 2]);
    expect((await q.client.quality.reviews({ filter: { from: '2026-03-02', days: 1 } })).total).toBe(1);
    const { blindSpots } = await q.client.quality.dashboard({ kind: 'all' });
    expect(blindSpots.map(({ text }) => text)).toContain('“Notes” did not apply in 2 of 2 reviews');
  });

  it('are those of a team where one is asked for (QAD-3)', async () => {
    for (const [person, team] of [
      [q.people.ada, 'North'],
      [q.people.cleo, 'South'],
    ] as const)
      await q.client.people.update({ id: person, set: { team } });
    await finish(await review());
    const south = await q.client.quality.reviewMake({
      ticketId: await solved('One', q.people.cleo),
      reviewerId: q.people.ben,
      scorecardId: q.card,
    });
    await finish(south.id);
    const { teams } = await q.client.quality.dashboard({ kind: 'all' });
    expect(teams.map(({ name, score }) => [name, score.n]).toSorted()).toEqual([
      ['North', 1],
      ['South', 1],
    ]);
    for (const { filter, score } of teams) {
      const { reviews } = await q.client.quality.reviews({ filter });
      expect(reviews).toHaveLength(score.n);
    }
    const { reviews } = await q.client.quality.reviews({ filter: { team: 'South' } });
    expect(reviews.map(({ id }) => id)).toEqual([south.id]);
  });

  it('leave as rows with minutes and N/A (QAR-6)', async () => {
    const id = await review();
    await q.client.quality.answer({ id, criterion: 'solution', set: { value: 4 }, seconds: 90 });
    await finish(id);
    const { base64 } = await q.client.quality.exportFile({ format: 'csv' });
    const [header = '', line = ''] = Buffer.from(base64, 'base64').toString('utf8').split('\r\n');
    const cell = (name: string) => line.split(',')[header.replace('\uFEFF', '').split(',').indexOf(name)];
    expect(['Minutes', 'Right solution', 'Notes', 'Privacy', 'Out of five', 'State'].map(cell)).toEqual([
      '1.5',
      '4',
      'N/A',
      '1',
      String((await q.client.quality.review({ id })).percent! / 20),
      'done',
    ]);
  });
});

describe('a session', () => {
  it('has a baseline of those who score; a skipped review is none; while it runs nobody is graded by it (QAC-1 to QAC-3)', async () => {
    const ticketIds = [await solved('One'), await solved('Two')];
    const make = (baselineId: string) =>
      q.client.quality.sessionMake({
        name: 'March',
        scorecardId: q.card,
        ticketIds,
        reviewerIds: [q.people.ben, q.people.cleo],
        baselineId,
      });
    expect(await refusal(make(q.people.ada))).toMatchObject({ code: 'INVALID', data: { field: 'baselineId' } });
    const { id } = await make(q.people.ben);
    const { reviews } = await q.client.quality.reviews({ filter: { sessionId: id } });
    const [skipped, ...others] = reviews.toSorted((a, b) =>
      a.reviewerId === q.people.cleo ? -1 : b.reviewerId === q.people.cleo ? 1 : 0,
    );
    // Blind: everybody scores their own.
    for (const each of others) {
      await q.client.desk.settings({ me: each.reviewerId });
      await finish(each.id);
    }
    await q.client.desk.settings({ me: q.people.cleo });
    await scoreAll(skipped!.id);
    await q.client.quality.skip({ id: skipped!.id, reason: 'Knows the customer' });
    const graded = async () => (await q.client.quality.graders({})).reviewers.map(({ n, golden }) => [n, golden.n]);
    expect(await graded()).toEqual([
      [0, 0],
      [0, 0],
    ]);
    await q.client.quality.sessionClose({ id });
    const result = await q.client.quality.sessionResult({ id });
    expect(result.reviewers.map(({ n }) => n)).toEqual([1, 1]);
    expect(result.items.map(({ scores }) => scores.length).sort()).toEqual([1, 2]);
    expect(await graded()).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });
});
