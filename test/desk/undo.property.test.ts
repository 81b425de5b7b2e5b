import fc from 'fast-check';
import { expect, it } from 'vitest';
import { column } from '../../src/main/store/db.ts';
import { dump } from '../support/dump.ts';
import { mondayTen, minute } from '../support/fake-clock.ts';
import { acts } from '../support/random-acts.ts';
import { testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();

/** Where clocks are compared: after all that happens here. */
const later = mondayTen + 1000 * minute;

const done = ({ db }: TestDesk): number =>
  column<number>(db, "SELECT count(*) FROM change_set WHERE kind = 'do' AND undoable = 1")[0] ?? 0;

/** A desk with views of its own among the pinned ones: what deleting and restoring them is tried on. */
async function furnished(): Promise<TestDesk> {
  const desk = await testDesk(folder);
  // What the desk does by itself between two commands makes undoing the first a refusal (CHG-12), which is not asked here.
  await desk.client.escalation.settingsSave({ automatic: { on: false, minutes: 30 } });
  const { views } = await desk.client.tickets.views();
  const { id: _, pinned: __, count: ___, ...first } = views[0]!;
  await desk.client.tickets.viewSave({ ...first, name: 'Mine' });
  await desk.client.tickets.viewSave({ ...first, id: views[0]!.id, name: 'Renamed', urgent: true });
  return desk;
}

it('any commands undone one by one give each earlier desk again, redone each later one (CHG-10, CHG-5)', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const desk = await furnished();
      try {
        const states = [dump(desk.file, later)];
        for (const { act, minutes } of sequence) {
          const before = done(desk);
          // What is refused (a closed ticket, a taken name) leaves no set and nothing to undo.
          await act(desk.client).catch(() => undefined);
          for (let made = done(desk) - before; made > 1; made--) states.push({});
          if (done(desk) > before) states.push(dump(desk.file, later));
          desk.clock.pass(minutes * minute);
        }
        const expectState = (index: number) => {
          if (Object.keys(states[index]!).length > 0) expect(dump(desk.file, later)).toEqual(states[index]);
        };
        for (let index = states.length - 2; index >= 0; index--) {
          await desk.client.desk.undo({});
          expectState(index);
        }
        for (let index = 1; index < states.length; index++) {
          await desk.client.desk.redo();
          expectState(index);
        }
        expect((await desk.client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
      } finally {
        await desk.close();
      }
    }),
    { numRuns: 25 },
  );
});
