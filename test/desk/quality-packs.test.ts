import { describe, expect, it } from 'vitest';
import { dump } from '../support/dump.ts';
import { hour } from '../support/fake-clock.ts';
import { awayDesk, chatCard, qualityDesk } from '../support/quality-desk.ts';
import { refusal } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const q = qualityDesk(folder);
const { review, say, finish } = q;

/** A quote of the customer's words in which an address stands. */
async function quoteOfAddress(id: string) {
  const [passage] = (await q.client.quality.review({ id })).conversation;
  const from = passage!.text.indexOf('Write');
  return { eventId: passage!.id, from, to: passage!.text.length, text: passage!.text.slice(from) };
}

describe('packs', () => {
  const away = awayDesk(folder, q);
  const { passphrase } = away;
  const sayThere = (id: string, pack: string, criterion: string, value: number | 'na') =>
    away.client.quality.answer({ id, pack, criterion, set: { value } });

  it('is scored elsewhere and comes home whole, once, undoably (QAP-3, QAP-4, QAP-6)', async () => {
    const ids = [await review(), await review()];
    const made = await q.client.quality.packMake({ reviewIds: ids, passphrase });
    const opened = await away.open(made.base64);
    expect(opened.reviews.map(({ id, state }) => [id, state])).toEqual(ids.map((id) => [id, 'assigned']));
    // The other desk has no ticket, no person, no review: only the box.
    expect((await away.client.desk.info()).tickets).toBe(0);
    const [first, second] = ids as [string, string];
    const pack = opened.pack.id;
    for (const [criterion, value] of [
      ['solution', 4],
      ['notes', 'na'],
      ['privacy', 1],
    ] as const)
      await away.client.quality.answer({ id: first, pack, criterion, set: { value } });
    await away.client.quality.finish({ id: first, pack });
    await away.client.quality.answer({ id: second, pack, criterion: 'solution', set: { comment: 'Half done' } });
    expect((await away.client.quality.packReviews({ id: pack })).pack).toMatchObject({
      left: 1,
      reviewerName: 'Ben Oyelaran',
    });
    const before = dump(q.desk.file, q.desk.clock.now());
    const saved = await away.client.quality.packSave({ id: pack });
    expect(await away.bringHome(saved.base64)).toMatchObject({ merged: 2, same: 0, conflicts: [] });
    expect(await q.client.quality.review({ id: first })).toMatchObject({
      state: 'done',
      percent: expect.closeTo(80, 9) as number,
    });
    expect((await q.client.quality.review({ id: second })).answers['solution']).toMatchObject({ comment: 'Half done' });
    expect(await away.bringHome(saved.base64)).toMatchObject({ merged: 0, same: 2, changed: 0 });
    await q.client.desk.undo({});
    expect(dump(q.desk.file, q.desk.clock.now())).toEqual(before);
  });

  it('what both said differently is kept and chosen; a ticket that went on is told (QAP-5)', async () => {
    const id = await review();
    await say(id, 'solution', { value: 3 });
    const made = await q.client.quality.packMake({ reviewIds: [id], passphrase });
    const { pack } = await away.open(made.base64);
    await say(id, 'solution', { value: 5 });
    await say(id, 'notes', { value: 3 });
    q.desk.clock.pass(2 * hour);
    away.desk.clock.pass(4 * hour);
    await away.client.quality.answer({ id, pack: pack.id, criterion: 'solution', set: { value: 2 } });
    const { id: ticketId } = await q.client.tickets.get({ number: 1 });
    await q.client.tickets.note({ id: ticketId, body: 'Called again.' });
    const { conflicts } = await away.bringHome((await away.client.quality.packSave({ id: pack.id })).base64);
    expect(
      conflicts.map(({ kind, criterionName, here, there }) => [kind, criterionName, here.value, there.value]),
    ).toEqual([
      ['value', 'Right solution', '5', '2'],
      ['ticket', '', expect.any(String), expect.any(String)],
    ]);
    expect((await q.client.quality.review({ id })).answers['solution']!.value).toBe(2);
    expect((await q.client.quality.review({ id })).answers['notes']!.value).toBe(3);
    await q.client.quality.conflictChoose({ id: conflicts[0]!.id, choice: 'here' });
    expect((await q.client.quality.review({ id })).answers['solution']!.value).toBe(5);
    expect((await q.client.quality.conflicts()).conflicts.map(({ kind }) => kind)).toEqual(['ticket']);
    // Brought again, with something new in it, what was chosen stands and is not asked again.
    await away.client.quality.answer({ id, pack: pack.id, criterion: 'privacy', set: { value: 1 } });
    const again = await away.bringHome((await away.client.quality.packSave({ id: pack.id })).base64);
    expect(again).toMatchObject({ merged: 1 });
    expect(again.conflicts.map(({ kind }) => kind)).toEqual(['ticket']);
    await q.client.quality.conflictChoose({ id: again.conflicts[0]!.id, choice: 'here' });
    expect((await q.client.quality.review({ id })).conflicts).toBe(0);
    // Said anew there, it is asked again.
    await away.client.quality.answer({ id, pack: pack.id, criterion: 'solution', set: { value: 1 } });
    away.desk.clock.pass(hour);
    const anew = await away.bringHome((await away.client.quality.packSave({ id: pack.id })).base64);
    expect(anew.conflicts.map(({ kind, there }) => [kind, there.value])).toEqual([['value', '1']]);
    await q.client.quality.conflictChoose({ id: anew.conflicts[0]!.id, choice: 'here' });
    expect((await q.client.quality.review({ id })).answers['solution']!.value).toBe(5);
  });

  it('another passphrase, a cut file and a changed bit are refused before anything is read (QAP-1)', async () => {
    const made = await q.client.quality.packMake({ reviewIds: [await review()], passphrase });
    const bytes = Buffer.from(made.base64, 'base64');
    const before = dump(away.desk.file, away.desk.clock.now());
    expect(await refusal(away.open(made.base64, 'wrong horse'))).toMatchObject({ code: 'INVALID' });
    for (const length of [0, 10, 200, bytes.length - 1])
      expect(await refusal(away.open(bytes.subarray(0, length).toString('base64') || 'AA=='))).toMatchObject({
        code: 'INVALID',
      });
    for (let at = 3; at < bytes.length; at += Math.ceil(bytes.length / 12)) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 1;
      expect((await refusal(away.open(changed.toString('base64')))).code).toMatch(/INVALID|FROM_FUTURE/);
    }
    expect(dump(away.desk.file, away.desk.clock.now())).toEqual(before);
  });

  it('is locked after a start; what was said is there once the passphrase is typed (QAP-3)', async () => {
    const id = await review();
    await say(id, 'solution', { comment: 'Asked ann@example.com twice', quotes: [await quoteOfAddress(id)] });
    const made = await q.client.quality.packMake({
      reviewIds: [id],
      passphrase,
      redact: { emails: true, phones: true, cards: true, ibans: true, names: true },
    });
    const { pack } = await away.open(made.base64);
    await away.client.quality.answer({ id, pack: pack.id, criterion: 'solution', set: { value: 4 } });
    await away.restart();
    expect((await away.client.quality.packs()).packs).toMatchObject([{ id: pack.id, locked: true }]);
    expect(await refusal(away.client.quality.packReviews({ id: pack.id }))).toMatchObject({ code: 'FORBIDDEN' });
    await away.client.quality.packOpen({ id: pack.id, passphrase });
    const there = await away.client.quality.review({ id, pack: pack.id });
    expect(there.answers['solution']).toMatchObject({ value: 4 });
    // Redacted before it was sealed: no address, no name of the customer.
    expect(there.conversation[0]!.text).not.toContain('ann@example.com');
    expect(there.conversation[0]!.author).toBe('Customer');
    expect(JSON.stringify(there)).not.toContain('ann@example.com');
    const [quote] = there.answers['solution']!.quotes;
    expect(there.conversation[0]!.text.slice(quote!.from, quote!.to)).toBe(quote!.text);
    // A quote of what was hidden comes home where it stands there.
    const { id: eventId, text } = there.conversation[0]!;
    const from = text.indexOf('[e-mail]');
    const quoted = { eventId, from, to: from + '[e-mail].'.length, text: '[e-mail].' };
    await away.client.quality.answer({ id, pack: pack.id, criterion: 'privacy', set: { quotes: [quoted] } });
    await away.bringHome((await away.client.quality.packSave({ id: pack.id })).base64);
    expect((await q.client.quality.review({ id })).answers['privacy']!.quotes).toMatchObject([
      { text: 'ann@example.com.' },
    ]);
  });

  it('hides what was typed about a dispute and a skip, and disputes what is released alone (QAP-2)', async () => {
    const [disputed, skipped, fresh] = [await review(), await review(), await review()];
    await finish(disputed);
    await q.client.quality.release({ ids: [disputed] });
    await q.client.quality.dispute({ id: disputed, reason: 'She wrote from ann@example.com', counter: {} });
    await q.client.quality.skip({ id: skipped, reason: 'Ask ann@example.com' });
    expect(await refusal(q.client.quality.skip({ id: disputed, reason: 'Spam' }))).toMatchObject({ code: 'CONFLICT' });
    const redact = { emails: true, phones: true, cards: true, ibans: true, names: true };
    const made = await q.client.quality.packMake({ reviewIds: [disputed, skipped, fresh], passphrase, redact });
    const { pack, reviews } = await away.open(made.base64);
    expect(reviews.map(({ skipReason }) => skipReason)).toContain('Ask [e-mail]');
    const there = await away.client.quality.review({ id: disputed, pack: pack.id });
    expect(there.dispute).toMatchObject({ reason: 'She wrote from [e-mail]' });
    expect(
      await refusal(away.client.quality.dispute({ id: fresh, pack: pack.id, reason: 'Unfair', counter: {} })),
    ).toMatchObject({ code: 'CONFLICT' });
  });
  it('are opened elsewhere and brought home at home, never the other way round (QAP-6)', async () => {
    const made = await q.client.quality.packMake({ reviewIds: [await review()], passphrase });
    const source = await away.upload(q.client, made.base64);
    expect(await refusal(q.client.quality.packOpen({ source, passphrase }))).toMatchObject({ code: 'CONFLICT' });
    const before = dump(away.desk.file, away.desk.clock.now());
    const there = await away.upload(away.client, made.base64);
    expect(await refusal(away.client.quality.packMerge({ source: there, passphrase }))).toMatchObject({
      code: 'CONFLICT',
    });
    expect(dump(away.desk.file, away.desk.clock.now())).toEqual(before);
  });

  it('in one, a review is finished only when nothing is missing, and then changed no more; opened again, what was said stays (QAP-3)', async () => {
    const id = await review();
    const made = await q.client.quality.packMake({ reviewIds: [id], passphrase });
    const { pack } = await away.open(made.base64);
    await sayThere(id, pack.id, 'solution', 4);
    expect(await refusal(away.client.quality.finish({ id, pack: pack.id }))).toMatchObject({
      code: 'INVALID',
      data: { missing: ['notes.value', 'privacy.value'] },
    });
    // The file as it came in: nothing said here is lost by it.
    await away.open(made.base64);
    expect((await away.client.quality.review({ id, pack: pack.id })).answers['solution']?.value).toBe(4);
    await sayThere(id, pack.id, 'notes', 'na');
    await sayThere(id, pack.id, 'privacy', 1);
    await away.client.quality.finish({ id, pack: pack.id });
    expect(await refusal(sayThere(id, pack.id, 'solution', 5))).toMatchObject({ code: 'CONFLICT' });
    expect((await q.client.quality.packs()).packs).toMatchObject([{ mergedAt: null }]);
    await away.bringHome((await away.client.quality.packSave({ id: pack.id })).base64);
    expect((await q.client.quality.packs()).packs).toMatchObject([{ mergedAt: q.desk.clock.now() }]);
  });

  it('a form that went on is told; either side can be chosen, and what is settled is not asked again (QAP-5)', async () => {
    const id = await review();
    await say(id, 'solution', { value: 3 });
    const made = await q.client.quality.packMake({ reviewIds: [id], passphrase });
    const { pack } = await away.open(made.base64);
    await sayThere(id, pack.id, 'solution', 2);
    q.desk.clock.pass(4 * hour);
    await say(id, 'solution', { value: 5 });
    await q.client.quality.cardSave({ id: q.card, card: { ...chatCard, passPercent: 90 } });
    const saved = (await away.client.quality.packSave({ id: pack.id })).base64;
    const { conflicts } = await away.bringHome(saved);
    expect(conflicts.map(({ kind, here, there }) => [kind, here.value, there.value])).toEqual([
      ['form', 'version 2', 'version 1'],
      ['value', '5', '2'],
    ]);
    // Here it was said later.
    expect((await q.client.quality.review({ id })).answers['solution']?.value).toBe(5);
    // As long as it waits it is asked once.
    expect(await away.bringHome(saved)).toMatchObject({ merged: 0, same: 1, changed: 0 });
    const value = conflicts.find(({ kind }) => kind === 'value')!;
    await q.client.quality.conflictChoose({ id: value.id, choice: 'there' });
    expect((await q.client.quality.review({ id })).answers['solution']?.value).toBe(2);
    expect((await away.bringHome(saved)).conflicts.map(({ kind }) => kind)).toEqual(['form']);
  });

  it('hide in subjects what they hide in conversations (QAP-2)', async () => {
    const id = await review(q.people.ben, 'Ann Lee, ann@example.com, again');
    const made = await q.client.quality.packMake({
      reviewIds: [id],
      passphrase,
      redact: { emails: true, phones: true, cards: true, ibans: true, names: true },
    });
    const { pack, reviews } = await away.open(made.base64);
    expect(reviews[0]?.subject).toBe('[name], [e-mail], again');
    expect(JSON.stringify(await away.client.quality.review({ id, pack: pack.id }))).not.toContain('Ann Lee');
  });
});
