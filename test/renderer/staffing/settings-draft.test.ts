import { expect, test } from 'vitest';
import { staffingSettingsSchema } from '../../../src/contract/index.ts';
import {
  draftOf,
  newStream,
  ownWeek,
  readStream,
  settingsOf,
  wrongGeneral,
  type SettingsDraft,
} from '../../../src/renderer/staffing/settings-draft.ts';

const settings = staffingSettingsSchema.parse({
  streams: [
    {
      id: 'calls',
      name: 'Calls',
      work: 'calls',
      channels: ['phone'],
      ahtSeconds: 285,
      target: { share: 0.8, withinSeconds: 20 },
      hours: { mon: [['09:00', '17:00']] },
      skill: 'Billing',
    },
    {
      id: 'mail',
      name: 'Mail',
      work: 'mail',
      channels: ['email', 'web'],
      ahtSeconds: 480,
      target: { share: 0.955, withinSeconds: 14_400 },
    },
  ],
});
const draft = draftOf(settings);
const stream = draft.streams[0]!;
const withStream = (part: object): SettingsDraft => ({ ...draft, streams: [{ ...stream, ...part }] });

test('settings that are shown and saved untouched are the same', () => {
  expect(settingsOf(draft)).toEqual(settings);
  expect(stream).toMatchObject({ aht: '4 min 45 s', share: '80', within: '20 s', occupancy: '85' });
});

test('each field that cannot be meant is named', () => {
  const bad = {
    name: ' ',
    channels: [],
    aht: 'long',
    share: '100',
    within: '-1',
    patience: '0',
    concurrency: '1.5',
    occupancy: '0',
    hours: { ...ownWeek(), mon: '9 to' },
  };
  const { stream: read, wrong } = readStream({ ...stream, ...bad });
  expect(read).toBeNull();
  expect([...wrong].sort()).toEqual(Object.keys(bad).sort());
});

test('hours of its own need at least one day', () => {
  const none = { mon: '', tue: '', wed: '', thu: '', fri: '', sat: '', sun: '' };
  expect([...readStream({ ...stream, hours: none }).wrong]).toEqual(['hours']);
  expect(readStream({ ...stream, hours: null }).stream?.hours).toBeNull();
  expect(readStream({ ...stream, hours: ownWeek() }).stream?.hours?.fri).toEqual([['09:00', '17:00']]);
});

test('figures for the whole desk are checked, the band also against itself', () => {
  expect([...wrongGeneral({ ...draft, shrinkage: '95', low: 'x', high: '0' })]).toEqual(['shrinkage', 'low', 'high']);
  expect([...wrongGeneral({ ...draft, low: '90', high: '80' })]).toEqual(['high']);
});

test('saving says in which stream something is wrong, or that it is a figure of the desk', () => {
  expect(settingsOf(withStream({ aht: '' }))).toEqual({ wrongIn: 'calls' });
  expect(settingsOf({ ...draft, shrinkage: '' })).toEqual({ wrongIn: null });
});

test('what is read fits the contract', () => {
  expect(staffingSettingsSchema.safeParse(settingsOf(withStream({ aht: '1:30', share: '99,99' }))).success).toBe(true);
});

test('a stream begun has an id that is free, and asks for channels', () => {
  const begun = newStream([{ id: 'stream-3' }, { id: 'a' }], 'New stream');
  expect(begun.id).toBe('stream-4');
  expect([...readStream(begun).wrong]).toEqual(['channels']);
});
