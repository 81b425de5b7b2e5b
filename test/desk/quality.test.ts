import { describe, expect, it } from 'vitest';
import { dump } from '../support/dump.ts';
import { hour } from '../support/fake-clock.ts';
import { chatCard, qualityDesk } from '../support/quality-desk.ts';
import { refusal } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const q = qualityDesk(folder);
const { solved, review, say, scoreAll, finish } = q;

describe('a review', () => {
  it('is scored field by field, finished when nothing is missing, released, acknowledged (QAR-2, QAR-3, QAR-5)', async () => {
    const id = await review();
    expect((await q.client.quality.review({ id })).conversation.map(({ side, text }) => [side, text])).toEqual([
      ['customer', 'Where is it? Write to ann@example.com.'],
      ['agent', 'On its way.'],
    ]);
    await say(id, 'solution', { value: 2 });
    expect(await refusal(q.client.quality.finish({ id }))).toMatchObject({
      code: 'INVALID',
      data: { missing: ['solution.cause', 'notes.value', 'privacy.value'] },
    });
    await scoreAll(id);
    expect(await q.client.quality.finish({ id })).toMatchObject({ changed: 1, label: 'Review of #1 done' });
    const done = await q.client.quality.review({ id });
    // Four of five is three quarters of the way; notes gave its weight away. 0.8 x 0.75 + 0.2.
    expect(done.score.percent).toBeCloseTo(80, 9);
    expect(done).toMatchObject({ state: 'done', passed: true, finishedAt: q.desk.clock.now(), autoFailed: false });
    expect(await refusal(say(id, 'solution', { value: 5 }))).toMatchObject({ code: 'CONFLICT' });
    await q.client.quality.release({ ids: [id] });
    await q.client.quality.acknowledge({ id, note: 'Fair.' });
    expect(await q.client.quality.review({ id })).toMatchObject({ state: 'acknowledged', agentNote: 'Fair.' });
    expect((await q.client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('keeps its form and its score whatever becomes of the scorecard (QAR-1)', async () => {
    const id = await review();
    await finish(id);
    const [first] = chatCard.sections;
    const harder = { ...chatCard, sections: [first!] };
    expect(await q.client.quality.cardSave({ id: q.card, card: harder })).toMatchObject({ version: 2 });
    expect(await q.client.quality.cardSave({ id: q.card, card: harder })).toMatchObject({ version: 2, changed: 0 });
    const kept = await q.client.quality.review({ id });
    expect(kept).toMatchObject({ version: 1, percent: kept.score.percent });
    expect(kept.card.sections).toHaveLength(2);
    expect((await q.client.quality.reviewMake({ ticketId: await solved(), reviewerId: q.people.ben })).id).toBeTruthy();
    expect((await q.client.quality.reviews({})).reviews.map(({ version }) => version)).toEqual([2, 1]);
  });

  it('is undone and redone to the byte, each word by itself (CHG-10)', async () => {
    const id = await review();
    const states = [dump(q.desk.file, q.desk.clock.now())];
    const acts = [
      () => say(id, 'solution', { value: 3, comment: 'Almost' }),
      () => say(id, 'solution', { comment: 'Almost there' }),
      () => say(id, 'solution', { quotes: [{ eventId: 'x', from: 0, to: 5, text: 'Where' }] }),
      () => q.client.quality.skip({ id, reason: 'Wrong ticket' }),
    ];
    for (const act of acts) {
      await act();
      states.push(dump(q.desk.file, q.desk.clock.now()));
    }
    for (const state of states.slice(0, -1).toReversed()) {
      await q.client.desk.undo({});
      expect(dump(q.desk.file, q.desk.clock.now())).toEqual(state);
    }
    for (const state of states.slice(1)) {
      await q.client.desk.redo();
      expect(dump(q.desk.file, q.desk.clock.now())).toEqual(state);
    }
  });

  it('refuses what cannot be said, and reviewing oneself (QAR-1, QAR-2, QAR-4)', async () => {
    const id = await review();
    for (const [criterion, set] of [
      ['solution', { value: 6 }],
      ['solution', { value: 2.5 }],
      ['solution', { value: 'na' }],
      ['nowhere', { value: 1 }],
    ] satisfies [string, Parameters<typeof say>[2]][])
      expect(await refusal(say(id, criterion, set))).toMatchObject({ code: 'INVALID' });
    expect(await refusal(q.client.quality.assign({ ids: [id], reviewerId: q.people.ada }))).toMatchObject({
      code: 'INVALID',
    });
    expect(await refusal(q.client.quality.skip({ id, reason: ' ' }))).toMatchObject({ code: 'INVALID' });
    expect(
      await refusal(q.client.quality.reviewMake({ ticketId: await solved(), reviewerId: q.people.ada })),
    ).toMatchObject({ code: 'INVALID' });
  });

  it('a dispute has a reason and a deadline, is decided once, and what is overturned counts (QAR-5)', async () => {
    const id = await review();
    await finish(id);
    expect(await refusal(q.client.quality.dispute({ id, reason: 'No' }))).toMatchObject({ code: 'CONFLICT' });
    await q.client.quality.release({ ids: [id] });
    await q.client.quality.dispute({
      id,
      reason: 'It was right',
      counter: { solution: 5 },
      secondReviewerId: q.people.cleo,
    });
    expect((await q.client.quality.review({ id })).dispute).toMatchObject({
      reason: 'It was right',
      counter: { solution: 5 },
      deadlineAt: q.desk.clock.now() + 7 * 24 * hour,
      outcome: null,
    });
    await q.client.quality.decide({ id, outcome: 'overturned', note: 'Agreed', values: { solution: 5 } });
    const after = await q.client.quality.review({ id });
    expect(after).toMatchObject({
      state: 'released',
      disputed: true,
      dispute: { outcome: 'overturned', note: 'Agreed' },
    });
    expect(after.score.percent).toBe(100);
    // What stood before is still told beside what was decided.
    expect(after.dispute).toMatchObject({
      given: { solution: 4 },
      percentBefore: expect.closeTo(80, 9) as number,
    });
    expect(await refusal(q.client.quality.decide({ id, outcome: 'upheld' }))).toMatchObject({ code: 'CONFLICT' });
    const { disputes } = await q.client.quality.dashboard({ kind: 'all' });
    expect(disputes).toMatchObject({
      n: 1,
      decided: 1,
      overturned: 1,
      byCriterion: [{ criterion: 'solution', disputed: 1, overturned: 1 }],
    });
  });
});

describe('scorecards', () => {
  it('begin with templates that are right, leave and come back as JSON, and are refused where they are wrong', async () => {
    const { templates } = await q.client.quality.cardTemplates();
    expect(templates.length).toBe(3);
    for (const template of templates)
      expect((await q.client.quality.cardCheck({ card: template })).problems).toEqual([]);
    const { text } = await q.client.quality.cardExport({ id: q.card });
    const { id } = await q.client.quality.cardImport({ text });
    const { cards } = await q.client.quality.cards();
    const [one, other] = [cards.find((each) => each.id === q.card), cards.find((each) => each.id === id)];
    expect(other?.sections).toEqual(one?.sections);
    for (const bad of [
      '{',
      '{}',
      text.replace('"weight": 60', '"weight": 600'),
      text.replace('"id": "notes"', '"id": "solution"'),
    ])
      expect(await refusal(q.client.quality.cardImport({ text: bad }))).toMatchObject({ code: 'INVALID' });
  });
});

describe('sampling', () => {
  it('draws a week, tops it up without taking anything back, and gives it to others than its agents (QAS-1 to QAS-6)', async () => {
    const plan = await q.client.quality.plan();
    await q.client.quality.planSave({
      ...plan,
      sharePercent: 10,
      minPerAgent: 2,
      riskPicks: 1,
      reviewerIds: [q.people.ada, q.people.ben, q.people.cleo],
    });
    for (let n = 0; n < 12; n++) await solved(`Ticket ${n}`, n % 2 === 0 ? q.people.ada : q.people.ben);
    const date = '2026-03-02';
    const first = await q.client.quality.draw({ date });
    expect(first.random).toBe(4);
    const drawn = (await q.client.quality.reviews({})).reviews;
    for (const { agentId, reviewerId } of drawn) expect(reviewerId).not.toBe(agentId);
    expect(await q.client.quality.draw({ date })).toMatchObject({ random: 0, risk: 0, changed: 0 });
    for (let n = 0; n < 30; n++) await solved(`Later ${n}`, n % 2 === 0 ? q.people.ada : q.people.ben);
    await q.client.quality.draw({ date });
    const more = (await q.client.quality.reviews({})).reviews.map(({ ticketId }) => ticketId);
    for (const { ticketId } of drawn) expect(more).toContain(ticketId);
    const [week] = (await q.client.quality.weeks({})).weeks;
    expect(week).toMatchObject({ week: '2026-W10', closed: 42, wanted: 4 });
    await q.client.quality.skip({ id: drawn[0]!.id, reason: 'Spam' });
    expect((await q.client.quality.weeks({})).weeks[0]).toMatchObject({ skipped: 1 });
  });
});

describe('calibration', () => {
  it('is blind until it is closed; then it tells how far they agree, and who is lenient (QAC-1, QAC-2)', async () => {
    const ticketIds = [await solved('One'), await solved('Two'), await solved('Three')];
    const { id } = await q.client.quality.sessionMake({
      name: 'March',
      scorecardId: q.card,
      ticketIds,
      reviewerIds: [q.people.ben, q.people.cleo],
      baselineId: q.people.ben,
    });
    expect(await refusal(q.client.quality.sessionResult({ id }))).toMatchObject({ code: 'CONFLICT' });
    const { reviews } = await q.client.quality.reviews({ filter: { sessionId: id } });
    expect(reviews).toHaveLength(6);
    for (const each of reviews) {
      await say(each.id, 'solution', { value: each.reviewerId === q.people.ben ? 4 : 5 });
      await say(each.id, 'notes', { value: 2 });
      await say(each.id, 'privacy', { value: 1 });
      await q.client.quality.finish({ id: each.id });
    }
    const [mine, other] = [q.people.ben, q.people.cleo].map((id) =>
      reviews.find(({ reviewerId }) => reviewerId === id)!,
    );
    expect(await refusal(q.client.quality.review({ id: mine!.id }))).toMatchObject({ code: 'CONFLICT' });
    await q.client.desk.settings({ me: q.people.ben });
    expect(await q.client.quality.review({ id: mine!.id })).toMatchObject({ answers: { solution: { value: 4 } } });
    expect(await refusal(q.client.quality.review({ id: other!.id }))).toMatchObject({ code: 'CONFLICT' });
    expect(await refusal(q.client.quality.reviewFile({ id: other!.id }))).toMatchObject({ code: 'CONFLICT' });
    const told = (await q.client.quality.reviews({})).reviews;
    expect(told.map(({ percent, passed, autoFailed }) => [percent, passed, autoFailed])).toEqual(
      Array.from({ length: 6 }, () => [null, null, false]),
    );
    for (const step of [
      say(other!.id, 'solution', {}),
      q.client.quality.reopen({ id: other!.id }),
      q.client.quality.release({ ids: [other!.id] }),
      q.client.quality.release({ ids: [mine!.id] }),
      q.client.quality.skip({ id: other!.id, reason: 'Spam' }),
      q.client.quality.assign({ ids: [other!.id], reviewerId: q.people.ben }),
      q.client.quality.packMake({ reviewIds: [other!.id], passphrase: 'correct horse battery' }),
    ])
      expect(await refusal(step)).toMatchObject({ code: 'CONFLICT' });
    expect((await q.client.quality.dashboard({ kind: 'all' })).criteria).toEqual([]);
    const { base64 } = await q.client.quality.exportFile({ filter: {}, format: 'csv' });
    expect(Buffer.from(base64, 'base64').toString().trim().split('\n')).toHaveLength(1);
    await q.client.quality.sessionClose({ id });
    expect(await q.client.quality.review({ id: other!.id })).toMatchObject({ answers: { solution: { value: 5 } } });
    expect(await refusal(q.client.quality.reopen({ id: other!.id }))).toMatchObject({ code: 'CONFLICT' });
    const result = await q.client.quality.sessionResult({ id });
    const agreed = (criterion: string) => result.criteria.find((each) => each.id === criterion)!.agreement.percent;
    expect([agreed('solution'), agreed('notes'), agreed('privacy')]).toEqual([0, 100, 100]);
    const cleo = result.reviewers.find(({ reviewerId }) => reviewerId === q.people.cleo)!;
    expect(cleo.n).toBe(3);
    expect(cleo.difference!).toBeGreaterThan(0);
    expect(cleo.againstBaseline!.mean).toBeCloseTo(cleo.difference!, 9);
    expect(result.items.map(({ spread }) => spread!)).toEqual(
      [12, 12, 12].map((value) => expect.closeTo(value, 6) as number),
    );
  });

  it('a golden conversation looks like any other until it is done (QAC-4)', async () => {
    const { id } = await q.client.quality.reviewMake({
      ticketId: await solved(),
      reviewerId: q.people.ben,
      scorecardId: q.card,
      kind: 'golden',
    });
    expect(await q.client.quality.review({ id })).toMatchObject({
      kind: 'random',
      why: 'Random sample (no CSAT, SLA met, phone, p3)',
    });
    const found = async (kind: 'random' | 'golden') =>
      (await q.client.quality.reviews({ filter: { kind: [kind] } })).reviews.map((each) => each.id);
    expect([await found('random'), await found('golden')]).toEqual([[id], []]);
    await finish(id);
    expect(await q.client.quality.review({ id })).toMatchObject({ kind: 'golden', why: 'Golden conversation' });
    // Nor is one an average of the work: it was picked for what it is.
    expect([await found('random'), await found('golden')]).toEqual([[], [id]]);
    expect((await q.client.quality.dashboard({})).overall.n).toBe(0);
  });
});

describe('weeks and days', () => {
  it('are those of the clock on the wall, also where an hour is skipped (QAD-1, QAS-2)', async () => {
    await q.client.desk.settings({ timeZone: 'Europe/Berlin' });
    // Half past midnight of the Monday after the clocks went forward.
    q.desk.clock.pass(Date.parse('2026-03-29T22:30:00Z') - q.desk.clock.now());
    expect((await q.client.quality.weeks({ count: 4 })).weeks.map(({ week }) => week)).toEqual([
      '2026-W14',
      '2026-W13',
      '2026-W12',
      '2026-W11',
    ]);
    expect((await q.client.quality.draw({})).week).toBe('2026-W13');
    const id = await review();
    await finish(id);
    expect((await q.client.quality.dashboard({ days: 7, kind: 'all' })).overall.n).toBe(1);
  });

  it('want what is drawn, the least for each agent counted (QAS-2)', async () => {
    await q.client.quality.planSave({
      ...(await q.client.quality.plan()),
      sharePercent: 5,
      minPerAgent: 2,
      riskPicks: 0,
      reviewerIds: [q.people.cleo],
    });
    for (const agent of [q.people.ada, q.people.ada, q.people.ada, q.people.ben]) await solved('One', agent);
    expect(await q.client.quality.draw({ date: '2026-03-02' })).toMatchObject({ random: 3 });
    expect((await q.client.quality.weeks({ count: 1 })).weeks).toMatchObject([{ closed: 4, wanted: 3, random: 3 }]);
  });
});

describe('numbers', () => {
  it('open their reviews, with n and interval; risk picks are in no average (QAD-1 to QAD-4)', async () => {
    for (let n = 0; n < 3; n++) {
      const id = await review();
      await finish(id);
    }
    expect((await q.client.quality.dashboard({})).overall.n).toBe(0);
    const { overall, agents, criteria, blindSpots } = await q.client.quality.dashboard({ kind: 'all' });
    expect(overall).toMatchObject({ n: 3, mean: expect.closeTo(4, 9) as number });
    for (const { filter, score } of [...agents, ...criteria]) {
      const { total } = await q.client.quality.reviews({ filter });
      expect(total).toBe(score.n === 0 ? 0 : 3);
    }
    expect(blindSpots.map(({ text }) => text)).toContain('Ben Oyelaran: 0 reviews, fewer than 5');
    const { base64 } = await q.client.quality.exportFile({ format: 'csv' });
    const csv = Buffer.from(base64, 'base64').toString('utf8');
    expect(csv.split('\r\n')).toHaveLength(5);
    expect(csv).toContain('Right solution');
  });

  it('a review leaves as a page in which nothing runs (QAR-6)', async () => {
    const id = await review(q.people.ben, '<script>alert(1)</script>');
    await say(id, 'solution', { value: 3, comment: '<img src=x onerror=alert(1)>' });
    const page = await q.client.quality.reviewFile({ id, format: 'html' });
    const html = Buffer.from(page.base64, 'base64').toString();
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});
