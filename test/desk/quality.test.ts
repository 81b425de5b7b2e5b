import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScorecardBody } from '../../src/contract/index.ts';
import { dump } from '../support/dump.ts';
import { fakeClock, hour, minute, mondayTen } from '../support/fake-clock.ts';
import { newTicket, refusal, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
let desk: TestDesk;
let client: Client;
let people: Record<'ada' | 'ben' | 'cleo', string>;
let card: string;

const body: ScorecardBody = {
  name: 'Chat',
  purpose: '',
  passPercent: 80,
  causes: ['Process not followed', 'Knowledge'],
  sections: [
    {
      id: 'work',
      name: 'Work',
      weight: 80,
      bonus: false,
      criteria: [
        {
          id: 'solution',
          name: 'Right solution',
          guidance: '',
          scale: { kind: 'points', points: 5 },
          weight: 60,
          mayBeNA: false,
          autoFail: null,
          causeBelow: 0.6,
          commentBelow: null,
          showIf: null,
          levels: [],
        },
        {
          id: 'notes',
          name: 'Notes',
          guidance: '',
          scale: { kind: 'points', points: 3 },
          weight: 40,
          mayBeNA: true,
          autoFail: null,
          causeBelow: null,
          commentBelow: null,
          showIf: null,
          levels: [],
        },
      ],
    },
    {
      id: 'care',
      name: 'Care',
      weight: 20,
      bonus: false,
      criteria: [
        {
          id: 'privacy',
          name: 'Privacy',
          guidance: '',
          scale: { kind: 'yesNo' },
          weight: 100,
          mayBeNA: false,
          autoFail: { at: 0, fails: 'card' },
          causeBelow: null,
          commentBelow: null,
          showIf: null,
          levels: [],
        },
      ],
    },
  ],
};

async function furnish(to: Client) {
  const make = async (name: string) => (await to.people.create({ name })).id;
  people = { ada: await make('Ada Lund'), ben: await make('Ben Oyelaran'), cleo: await make('Cleo Park') };
  card = (await to.quality.cardSave({ card: body })).id;
}

beforeEach(async () => {
  desk = await testDesk(folder);
  client = desk.client;
  await furnish(client);
});
afterEach(() => desk.close());

/** A ticket of Ada's, answered and solved. */
async function solved(subject = 'Late delivery', agent = people.ada): Promise<string> {
  const { id } = await newTicket(client, { subject, body: 'Where is it? Write to ann@example.com.' });
  await client.tickets.update({ selection: { ids: [id] }, set: { assigneeId: agent } });
  await client.tickets.reply({ id, body: 'On its way.', status: 'solved' });
  desk.clock.pass(minute);
  return id;
}

const review = async (reviewerId: string | null = people.ben, subject?: string): Promise<string> =>
  (await client.quality.reviewMake({ ticketId: await solved(subject), reviewerId, scorecardId: card })).id;
const say = (id: string, criterion: string, set: Parameters<Client['quality']['answer']>[0]['set'], pack?: string) =>
  client.quality.answer({ id, criterion, set, ...(pack !== undefined && { pack }) });
async function scoreAll(id: string, pack?: string): Promise<void> {
  await say(id, 'solution', { value: 4 }, pack);
  await say(id, 'notes', { value: 'na' }, pack);
  await say(id, 'privacy', { value: 1 }, pack);
}

describe('a review', () => {
  it('is scored field by field, finished when nothing is missing, released, acknowledged (QAR-2, QAR-3, QAR-5)', async () => {
    const id = await review();
    expect((await client.quality.review({ id })).conversation.map(({ side, text }) => [side, text])).toEqual([
      ['customer', 'Where is it? Write to ann@example.com.'],
      ['agent', 'On its way.'],
    ]);
    await say(id, 'solution', { value: 2 });
    expect(await refusal(client.quality.finish({ id }))).toMatchObject({
      code: 'INVALID',
      data: { missing: ['solution.cause', 'notes.value', 'privacy.value'] },
    });
    await scoreAll(id);
    expect(await client.quality.finish({ id })).toMatchObject({ changed: 1, label: 'Review of #1 done' });
    const done = await client.quality.review({ id });
    // Four of five is three quarters of the way; notes gave its weight away. 0.8 x 0.75 + 0.2.
    expect(done.score.percent).toBeCloseTo(80, 9);
    expect(done).toMatchObject({ state: 'done', passed: true, finishedAt: desk.clock.now(), autoFailed: false });
    expect(await refusal(say(id, 'solution', { value: 5 }))).toMatchObject({ code: 'CONFLICT' });
    await client.quality.release({ ids: [id] });
    await client.quality.acknowledge({ id, note: 'Fair.' });
    expect(await client.quality.review({ id })).toMatchObject({ state: 'acknowledged', agentNote: 'Fair.' });
    expect((await client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('keeps its form and its score whatever becomes of the scorecard (QAR-1)', async () => {
    const id = await review();
    await scoreAll(id);
    await client.quality.finish({ id });
    const [first] = body.sections;
    const harder = { ...body, sections: [first!] };
    expect(await client.quality.cardSave({ id: card, card: harder })).toMatchObject({ version: 2 });
    expect(await client.quality.cardSave({ id: card, card: harder })).toMatchObject({ version: 2, changed: 0 });
    const kept = await client.quality.review({ id });
    expect(kept).toMatchObject({ version: 1, percent: kept.score.percent });
    expect(kept.card.sections).toHaveLength(2);
    expect((await client.quality.reviewMake({ ticketId: await solved(), reviewerId: people.ben })).id).toBeTruthy();
    expect((await client.quality.reviews({})).reviews.map(({ version }) => version)).toEqual([2, 1]);
  });

  it('is undone and redone to the byte, each word by itself (CHG-10)', async () => {
    const id = await review();
    const states = [dump(desk.file, desk.clock.now())];
    const acts = [
      () => say(id, 'solution', { value: 3, comment: 'Almost' }),
      () => say(id, 'solution', { comment: 'Almost there' }),
      () => say(id, 'solution', { quotes: [{ eventId: 'x', from: 0, to: 5, text: 'Where' }] }),
      () => client.quality.skip({ id, reason: 'Wrong ticket' }),
    ];
    for (const act of acts) {
      await act();
      states.push(dump(desk.file, desk.clock.now()));
    }
    for (const state of states.slice(0, -1).toReversed()) {
      await client.desk.undo({});
      expect(dump(desk.file, desk.clock.now())).toEqual(state);
    }
    for (const state of states.slice(1)) {
      await client.desk.redo();
      expect(dump(desk.file, desk.clock.now())).toEqual(state);
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
    expect(await refusal(client.quality.assign({ ids: [id], reviewerId: people.ada }))).toMatchObject({
      code: 'INVALID',
    });
    expect(await refusal(client.quality.skip({ id, reason: ' ' }))).toMatchObject({ code: 'INVALID' });
    expect(
      await refusal(client.quality.reviewMake({ ticketId: await solved(), reviewerId: people.ada })),
    ).toMatchObject({ code: 'INVALID' });
  });

  it('a dispute has a reason and a deadline, is decided once, and what is overturned counts (QAR-5)', async () => {
    const id = await review();
    await scoreAll(id);
    await client.quality.finish({ id });
    expect(await refusal(client.quality.dispute({ id, reason: 'No' }))).toMatchObject({ code: 'CONFLICT' });
    await client.quality.release({ ids: [id] });
    await client.quality.dispute({
      id,
      reason: 'It was right',
      counter: { solution: 5 },
      secondReviewerId: people.cleo,
    });
    expect((await client.quality.review({ id })).dispute).toMatchObject({
      reason: 'It was right',
      counter: { solution: 5 },
      deadlineAt: desk.clock.now() + 7 * 24 * hour,
      outcome: null,
    });
    await client.quality.decide({ id, outcome: 'overturned', note: 'Agreed', values: { solution: 5 } });
    const after = await client.quality.review({ id });
    expect(after).toMatchObject({
      state: 'released',
      disputed: true,
      dispute: { outcome: 'overturned', note: 'Agreed' },
    });
    expect(after.score.percent).toBe(100);
    expect(await refusal(client.quality.decide({ id, outcome: 'upheld' }))).toMatchObject({ code: 'CONFLICT' });
    const { disputes } = await client.quality.dashboard({ kind: 'all' });
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
    const { templates } = await client.quality.cardTemplates();
    expect(templates.length).toBe(3);
    for (const template of templates) expect((await client.quality.cardCheck({ card: template })).problems).toEqual([]);
    const { text } = await client.quality.cardExport({ id: card });
    const { id } = await client.quality.cardImport({ text });
    const { cards } = await client.quality.cards();
    const [one, other] = [cards.find((each) => each.id === card), cards.find((each) => each.id === id)];
    expect(other?.sections).toEqual(one?.sections);
    for (const bad of [
      '{',
      '{}',
      text.replace('"weight": 60', '"weight": 600'),
      text.replace('"id": "notes"', '"id": "solution"'),
    ])
      expect(await refusal(client.quality.cardImport({ text: bad }))).toMatchObject({ code: 'INVALID' });
  });
});

describe('sampling', () => {
  it('draws a week, tops it up without taking anything back, and gives it to others than its agents (QAS-1 to QAS-6)', async () => {
    const plan = await client.quality.plan();
    await client.quality.planSave({
      ...plan,
      sharePercent: 10,
      minPerAgent: 2,
      riskPicks: 1,
      reviewerIds: [people.ada, people.ben, people.cleo],
    });
    for (let n = 0; n < 12; n++) await solved(`Ticket ${n}`, n % 2 === 0 ? people.ada : people.ben);
    const date = '2026-03-02';
    const first = await client.quality.draw({ date });
    expect(first.random).toBe(4);
    const drawn = (await client.quality.reviews({})).reviews;
    for (const { agentId, reviewerId } of drawn) expect(reviewerId).not.toBe(agentId);
    expect(await client.quality.draw({ date })).toMatchObject({ random: 0, risk: 0, changed: 0 });
    for (let n = 0; n < 30; n++) await solved(`Later ${n}`, n % 2 === 0 ? people.ada : people.ben);
    await client.quality.draw({ date });
    const more = (await client.quality.reviews({})).reviews.map(({ ticketId }) => ticketId);
    for (const { ticketId } of drawn) expect(more).toContain(ticketId);
    const [week] = (await client.quality.weeks({})).weeks;
    expect(week).toMatchObject({ week: '2026-W10', closed: 42, wanted: 4 });
    await client.quality.skip({ id: drawn[0]!.id, reason: 'Spam' });
    expect((await client.quality.weeks({})).weeks[0]).toMatchObject({ skipped: 1 });
  });
});

describe('calibration', () => {
  it('is blind until it is closed; then it tells how far they agree, and who is lenient (QAC-1, QAC-2)', async () => {
    const ticketIds = [await solved('One'), await solved('Two'), await solved('Three')];
    const { id } = await client.quality.sessionMake({
      name: 'March',
      scorecardId: card,
      ticketIds,
      reviewerIds: [people.ben, people.cleo],
      baselineId: people.ben,
    });
    expect(await refusal(client.quality.sessionResult({ id }))).toMatchObject({ code: 'CONFLICT' });
    const { reviews } = await client.quality.reviews({ filter: { sessionId: id } });
    expect(reviews).toHaveLength(6);
    for (const each of reviews) {
      await say(each.id, 'solution', { value: each.reviewerId === people.ben ? 4 : 5 });
      await say(each.id, 'notes', { value: 2 });
      await say(each.id, 'privacy', { value: 1 });
      await client.quality.finish({ id: each.id });
    }
    const [mine, other] = [people.ben, people.cleo].map((id) => reviews.find(({ reviewerId }) => reviewerId === id)!);
    expect(await refusal(client.quality.review({ id: mine!.id }))).toMatchObject({ code: 'CONFLICT' });
    await client.desk.settings({ me: people.ben });
    expect(await client.quality.review({ id: mine!.id })).toMatchObject({ answers: { solution: { value: 4 } } });
    expect(await refusal(client.quality.review({ id: other!.id }))).toMatchObject({ code: 'CONFLICT' });
    expect(await refusal(client.quality.reviewFile({ id: other!.id }))).toMatchObject({ code: 'CONFLICT' });
    const told = (await client.quality.reviews({})).reviews;
    expect(told.map(({ percent, passed, autoFailed }) => [percent, passed, autoFailed])).toEqual(
      Array.from({ length: 6 }, () => [null, null, false]),
    );
    expect((await client.quality.dashboard({ kind: 'all' })).criteria).toEqual([]);
    const { base64 } = await client.quality.exportFile({ filter: {}, format: 'csv' });
    expect(Buffer.from(base64, 'base64').toString().trim().split('\n')).toHaveLength(1);
    await client.quality.sessionClose({ id });
    expect(await client.quality.review({ id: other!.id })).toMatchObject({ answers: { solution: { value: 5 } } });
    expect(await refusal(client.quality.reopen({ id: other!.id }))).toMatchObject({ code: 'CONFLICT' });
    const result = await client.quality.sessionResult({ id });
    const agreed = (criterion: string) => result.criteria.find((each) => each.id === criterion)!.agreement.percent;
    expect([agreed('solution'), agreed('notes'), agreed('privacy')]).toEqual([0, 100, 100]);
    const cleo = result.reviewers.find(({ reviewerId }) => reviewerId === people.cleo)!;
    expect(cleo.n).toBe(3);
    expect(cleo.difference!).toBeGreaterThan(0);
    expect(cleo.againstBaseline!.mean).toBeCloseTo(cleo.difference!, 9);
    expect(result.items.map(({ spread }) => spread!)).toEqual(
      [12, 12, 12].map((value) => expect.closeTo(value, 6) as number),
    );
  });

  it('a golden conversation looks like any other until it is done (QAC-4)', async () => {
    const { id } = await client.quality.reviewMake({
      ticketId: await solved(),
      reviewerId: people.ben,
      scorecardId: card,
      kind: 'golden',
    });
    expect(await client.quality.review({ id })).toMatchObject({ kind: 'random', why: 'Random sample' });
    await scoreAll(id);
    await client.quality.finish({ id });
    expect(await client.quality.review({ id })).toMatchObject({ kind: 'golden', why: 'Golden conversation' });
  });
});

describe('numbers', () => {
  it('open their reviews, with n and interval; risk picks are in no average (QAD-1 to QAD-4)', async () => {
    for (let n = 0; n < 3; n++) {
      const id = await review();
      await scoreAll(id);
      await client.quality.finish({ id });
    }
    expect((await client.quality.dashboard({})).overall.n).toBe(0);
    const { overall, agents, criteria, blindSpots } = await client.quality.dashboard({ kind: 'all' });
    expect(overall).toMatchObject({ n: 3, mean: expect.closeTo(4, 9) as number });
    for (const { filter, score } of [...agents, ...criteria]) {
      const { total } = await client.quality.reviews({ filter });
      expect(total).toBe(score.n === 0 ? 0 : 3);
    }
    expect(blindSpots.map(({ text }) => text)).toContain('Ben Oyelaran: 0 reviews, fewer than 5');
    const { base64 } = await client.quality.exportFile({ format: 'csv' });
    const csv = Buffer.from(base64, 'base64').toString('utf8');
    expect(csv.split('\r\n')).toHaveLength(5);
    expect(csv).toContain('Right solution');
  });

  it('a review leaves as a page in which nothing runs (QAR-6)', async () => {
    const id = await review(people.ben, '<script>alert(1)</script>');
    await say(id, 'solution', { value: 3, comment: '<img src=x onerror=alert(1)>' });
    const { html } = await client.quality.reviewFile({ id });
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});

/** A quote of the customer's words in which an address stands. */
async function quoteOfAddress(id: string) {
  const [passage] = (await client.quality.review({ id })).conversation;
  const from = passage!.text.indexOf('Write');
  return { eventId: passage!.id, from, to: passage!.text.length, text: passage!.text.slice(from) };
}

describe('packs', () => {
  const passphrase = 'correct horse battery';
  let other: TestDesk;
  let away: Client;
  beforeEach(async () => {
    other = await testDesk(folder, { clock: fakeClock(mondayTen + hour, 99) });
    away = other.client;
  });
  afterEach(() => other.close());

  const upload = async (to: Client, base64: string) => {
    const data = Buffer.from(base64, 'base64');
    const { uploadId } = await to.exchange.uploadStart({ fileName: 'a.fdpack', bytes: data.length });
    for (let offset = 0; offset < data.length; offset += 500_000)
      await to.exchange.uploadChunk({
        uploadId,
        offset,
        data: data.subarray(offset, offset + 500_000).toString('base64'),
      });
    return { uploadId };
  };
  const open = async (base64: string, words = passphrase) =>
    away.quality.packOpen({ source: await upload(away, base64), passphrase: words });
  const home = async (base64: string) => client.quality.packMerge({ source: await upload(client, base64), passphrase });

  it('is scored elsewhere and comes home whole, once, undoably (QAP-3, QAP-4, QAP-6)', async () => {
    const ids = [await review(), await review()];
    const made = await client.quality.packMake({ reviewIds: ids, passphrase });
    const opened = await open(made.base64);
    expect(opened.reviews.map(({ id, state }) => [id, state])).toEqual(ids.map((id) => [id, 'assigned']));
    // The other desk has no ticket, no person, no review: only the box.
    expect((await away.desk.info()).tickets).toBe(0);
    const [first, second] = ids as [string, string];
    const pack = opened.pack.id;
    for (const [criterion, value] of [
      ['solution', 4],
      ['notes', 'na'],
      ['privacy', 1],
    ] as const)
      await away.quality.answer({ id: first, pack, criterion, set: { value } });
    await away.quality.finish({ id: first, pack });
    await away.quality.answer({ id: second, pack, criterion: 'solution', set: { comment: 'Half done' } });
    expect((await away.quality.packReviews({ id: pack })).pack).toMatchObject({
      left: 1,
      reviewerName: 'Ben Oyelaran',
    });
    const before = dump(desk.file, desk.clock.now());
    const saved = await away.quality.packSave({ id: pack });
    expect(await home(saved.base64)).toMatchObject({ merged: 2, same: 0, conflicts: [] });
    expect(await client.quality.review({ id: first })).toMatchObject({
      state: 'done',
      percent: expect.closeTo(80, 9) as number,
    });
    expect((await client.quality.review({ id: second })).answers['solution']).toMatchObject({ comment: 'Half done' });
    expect(await home(saved.base64)).toMatchObject({ merged: 0, same: 2, changed: 0 });
    await client.desk.undo({});
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
  });

  it('what both said differently is kept and chosen; a ticket that went on is told (QAP-5)', async () => {
    const id = await review();
    await say(id, 'solution', { value: 3 });
    const made = await client.quality.packMake({ reviewIds: [id], passphrase });
    const { pack } = await open(made.base64);
    await say(id, 'solution', { value: 5 });
    await say(id, 'notes', { value: 3 });
    desk.clock.pass(2 * hour);
    other.clock.pass(4 * hour);
    await away.quality.answer({ id, pack: pack.id, criterion: 'solution', set: { value: 2 } });
    const { id: ticketId } = await client.tickets.get({ number: 1 });
    await client.tickets.note({ id: ticketId, body: 'Called again.' });
    const { conflicts } = await home((await away.quality.packSave({ id: pack.id })).base64);
    expect(
      conflicts.map(({ kind, criterionName, here, there }) => [kind, criterionName, here.value, there.value]),
    ).toEqual([
      ['value', 'Right solution', '5', '2'],
      ['ticket', '', expect.any(String), expect.any(String)],
    ]);
    expect((await client.quality.review({ id })).answers['solution']!.value).toBe(2);
    expect((await client.quality.review({ id })).answers['notes']!.value).toBe(3);
    await client.quality.conflictChoose({ id: conflicts[0]!.id, choice: 'here' });
    expect((await client.quality.review({ id })).answers['solution']!.value).toBe(5);
    expect((await client.quality.conflicts()).conflicts.map(({ kind }) => kind)).toEqual(['ticket']);
    // Brought again, what was chosen stands.
    await home((await away.quality.packSave({ id: pack.id })).base64);
    expect((await client.quality.review({ id })).answers['solution']!.value).toBe(5);
  });

  it('another passphrase, a cut file and a changed bit are refused before anything is read (QAP-1)', async () => {
    const made = await client.quality.packMake({ reviewIds: [await review()], passphrase });
    const bytes = Buffer.from(made.base64, 'base64');
    const before = dump(other.file, other.clock.now());
    expect(await refusal(open(made.base64, 'wrong horse'))).toMatchObject({ code: 'INVALID' });
    for (const length of [0, 10, 200, bytes.length - 1])
      expect(await refusal(open(bytes.subarray(0, length).toString('base64') || 'AA=='))).toMatchObject({
        code: 'INVALID',
      });
    for (let at = 3; at < bytes.length; at += Math.ceil(bytes.length / 12)) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 1;
      expect((await refusal(open(changed.toString('base64')))).code).toMatch(/INVALID|FROM_FUTURE/);
    }
    expect(dump(other.file, other.clock.now())).toEqual(before);
  });

  it('is locked after a start; what was said is there once the passphrase is typed (QAP-3)', async () => {
    const id = await review();
    await say(id, 'solution', { comment: 'Asked ann@example.com twice', quotes: [await quoteOfAddress(id)] });
    const made = await client.quality.packMake({
      reviewIds: [id],
      passphrase,
      redact: { emails: true, phones: true, cards: true, ibans: true, names: true },
    });
    const { pack } = await open(made.base64);
    await away.quality.answer({ id, pack: pack.id, criterion: 'solution', set: { value: 4 } });
    const { file } = other;
    await other.close();
    other = await testDesk(folder, { file, clock: fakeClock(mondayTen + 9 * hour, 5) });
    away = other.client;
    expect((await away.quality.packs()).packs).toMatchObject([{ id: pack.id, locked: true }]);
    expect(await refusal(away.quality.packReviews({ id: pack.id }))).toMatchObject({ code: 'FORBIDDEN' });
    await away.quality.packOpen({ id: pack.id, passphrase });
    const there = await away.quality.review({ id, pack: pack.id });
    expect(there.answers['solution']).toMatchObject({ value: 4 });
    // Redacted before it was sealed: no address, no name of the customer.
    expect(there.conversation[0]!.text).not.toContain('ann@example.com');
    expect(there.conversation[0]!.author).toBe('Customer');
    expect(JSON.stringify(there)).not.toContain('ann@example.com');
    const [quote] = there.answers['solution']!.quotes;
    expect(there.conversation[0]!.text.slice(quote!.from, quote!.to)).toBe(quote!.text);
  });
});
