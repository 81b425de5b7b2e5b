import { describe, expect, it } from 'vitest';
import { awayDesk, qualityDesk } from '../support/quality-desk.ts';
import { tempFolder } from '../support/temp.ts';
import { refusal } from '../support/test-desk.ts';

const folder = tempFolder();
const q = qualityDesk(folder);
const { review, say, finish } = q;

describe('packs', () => {
  const away = awayDesk(folder, q);
  const { passphrase } = away;

  it('have a passphrase of eight letters or more, and what is said in one is signed by its reviewer (QAP-7)', async () => {
    const id = await review();
    const make = (words: string) => q.client.quality.packMake({ reviewIds: [id], passphrase: words });
    expect(await refusal(make('seven77'))).toMatchObject({ code: 'INVALID' });
    await make('eight888');
    const { pack } = await away.open((await make(passphrase)).base64);
    await away.client.desk.settings({ me: (await away.client.people.create({ name: 'Zoe Elsewhere' })).id });
    await say(id, 'solution', { value: 5 });
    await away.client.quality.answer({ id, pack: pack.id, criterion: 'solution', set: { value: 2 } });
    const saved = (await away.client.quality.packSave({ id: pack.id })).base64;
    const { conflicts } = await away.bringHome(saved);
    expect(conflicts.map(({ there }) => [there.value, there.by])).toEqual([['2', 'Ben Oyelaran']]);
  });

  it('whose head asks for more than 256 MB for its key are refused unasked (QAP-1)', async () => {
    const made = await q.client.quality.packMake({ reviewIds: [await review()], passphrase });
    const text = Buffer.from(made.base64, 'base64').toString('latin1');
    const asking = (logN: number) =>
      Buffer.from(text.replace('"logN":16', `"logN":${logN}`), 'latin1').toString('base64');
    expect((await refusal(away.open(asking(17)))).message).toMatch(/passphrase is another one/);
    expect((await refusal(away.open(asking(19)))).message).toMatch(/no Foredesk pack/);
  });

  it('whose parts were swapped are refused (QAP-1)', async () => {
    const made = await q.client.quality.packMake({ reviewIds: [await review()], passphrase });
    const bytes = Buffer.from(made.base64, 'base64');
    const first = bytes.indexOf(10) + 1;
    // A length, a nonce of 12 bytes, a tag of 16, and so many bytes.
    const second = first + 4 + 12 + 16 + bytes.readUInt32BE(first);
    const swapped = Buffer.concat([bytes.subarray(0, first), bytes.subarray(second), bytes.subarray(first, second)]);
    expect((await refusal(away.open(swapped.toString('base64')))).message).toMatch(/the file was cut or changed/);
  });

  it('of times and states nobody is asked (QAP-5)', async () => {
    const id = await review();
    const { pack } = await away.open((await q.client.quality.packMake({ reviewIds: [id], passphrase })).base64);
    await finish(id);
    for (const [criterion, value] of [
      ['solution', 4],
      ['notes', 'na'],
      ['privacy', 1],
    ] as const)
      await away.client.quality.answer({ id, pack: pack.id, criterion, set: { value } });
    await away.client.quality.finish({ id, pack: pack.id });
    expect((await away.bringHome((await away.client.quality.packSave({ id: pack.id })).base64)).conflicts).toEqual([]);
  });
});

it('a criterion that did not apply as often as it did is no blind spot; more often, it is one (QAD-4)', async () => {
  const notes = async () =>
    (await q.client.quality.dashboard({ kind: 'all' })).blindSpots.flatMap(({ text }) =>
      text.includes('Notes') ? [text] : [],
    );
  const [first, second, third] = [await review(), await review(), await review()];
  await finish(first);
  await say(second, 'solution', { value: 4 });
  await say(second, 'notes', { value: 3 });
  await say(second, 'privacy', { value: 1 });
  await q.client.quality.finish({ id: second });
  expect(await notes()).toEqual([]);
  await finish(third);
  expect(await notes()).toEqual(['“Notes” did not apply in 2 of 3 reviews']);
});
