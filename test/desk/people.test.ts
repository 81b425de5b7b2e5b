import { expect, test } from 'vitest';
import { tempFolder } from '../support/temp.ts';
import { testDesk } from '../support/test-desk.ts';

const folder = tempFolder();

test('somebody is added with all that is known of them as one change set, and undone as one', async () => {
  const desk = await testDesk(folder);
  const { client } = desk;
  const before = await client.people.list();
  const known = { skills: ['billing'], languages: ['fr'], capacity: 5, away: true };
  const ada = await client.people.create({ name: 'Ada', ...known });
  const { people } = await client.people.list();
  expect(people.find(({ id }) => id === ada.id)).toEqual(ada);
  expect(ada).toMatchObject({ name: 'Ada', active: true, ...known });
  await client.desk.undo({});
  expect(await client.people.list()).toEqual(before);
  await desk.close();
});
