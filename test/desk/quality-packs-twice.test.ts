import { describe, expect, it } from 'vitest';
import { hour } from '../support/fake-clock.ts';
import { awayDesk, qualityDesk } from '../support/quality-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const q = qualityDesk(folder);
const { review, say } = q;

describe('packs brought home more than once', () => {
  const away = awayDesk(folder, q);
  const { passphrase } = away;
  const sayThere = (id: string, pack: string, value: number) =>
    away.client.quality.answer({ id, pack, criterion: 'solution', set: { value } });
  const home = async (pack: string) => away.bringHome((await away.client.quality.packSave({ id: pack })).base64);

  it('what only the pack said is no conflict, however often it comes home (QAP-5)', async () => {
    const id = await review();
    const made = await q.client.quality.packMake({ reviewIds: [id], passphrase });
    const { pack } = await away.open(made.base64);
    await sayThere(id, pack.id, 3);
    expect((await home(pack.id)).conflicts).toEqual([]);
    away.desk.clock.pass(hour);
    await sayThere(id, pack.id, 4);
    expect((await home(pack.id)).conflicts).toEqual([]);
    expect((await q.client.quality.review({ id })).answers['solution']?.value).toBe(4);
  });

  it('a conflict that waits offers what was said last there (QAP-5)', async () => {
    const id = await review();
    await say(id, 'solution', { value: 3 });
    const made = await q.client.quality.packMake({ reviewIds: [id], passphrase });
    const { pack } = await away.open(made.base64);
    await say(id, 'solution', { value: 5 });
    away.desk.clock.pass(2 * hour);
    await sayThere(id, pack.id, 2);
    const first = await home(pack.id);
    expect(first.conflicts.map(({ here, there }) => [here.value, there.value])).toEqual([['5', '2']]);
    away.desk.clock.pass(hour);
    await sayThere(id, pack.id, 1);
    const { conflicts } = await home(pack.id);
    expect(conflicts.map(({ here, there }) => [here.value, there.value])).toEqual([['5', '1']]);
    await q.client.quality.conflictChoose({ id: conflicts[0]!.id, choice: 'there' });
    expect((await q.client.quality.review({ id })).answers['solution']?.value).toBe(1);
  });
});
