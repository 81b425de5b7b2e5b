import type { Channel, StaffingSettings, Stream, WorkKind } from '../../contract/index.ts';
import { emptyWeek, readWeek, weekTextsOf, type WeekTexts } from '../calendar/week-hours.ts';
import { numberIn, secondsOf, secondsText } from '../ui/read-number.ts';

/** A stream as it is typed. */
export type StreamDraft = {
  readonly id: string;
  readonly name: string;
  readonly work: WorkKind;
  readonly channels: readonly Channel[];
  readonly queueIds: readonly string[];
  /** Weekly hours by the desk's clock; null: those of the policy that is for every ticket. */
  readonly hours: WeekTexts | null;
  readonly skill: string;
  readonly aht: string;
  readonly share: string;
  readonly within: string;
  readonly model: Stream['model'];
  readonly patience: string;
  readonly concurrency: string;
  readonly occupancy: string;
};

/** The settings as they are typed; shares in percent. */
export type SettingsDraft = {
  readonly streams: readonly StreamDraft[];
  readonly shrinkage: string;
  readonly intervalMinutes: StaffingSettings['intervalMinutes'];
  readonly low: string;
  readonly high: string;
};

export type StreamField =
  'name' | 'channels' | 'hours' | 'aht' | 'share' | 'within' | 'patience' | 'concurrency' | 'occupancy';
export type GeneralField = 'shrinkage' | 'low' | 'high';

const percentText = (share: number): string => String(Math.round(share * 10_000) / 100);

const streamDraft = (stream: Stream): StreamDraft => ({
  id: stream.id,
  name: stream.name,
  work: stream.work,
  channels: stream.channels,
  queueIds: stream.queueIds,
  hours: stream.hours === null ? null : weekTextsOf(stream.hours),
  skill: stream.skill ?? '',
  aht: secondsText(stream.ahtSeconds),
  share: percentText(stream.target.share),
  within: secondsText(stream.target.withinSeconds),
  model: stream.model,
  patience: secondsText(stream.patienceSeconds),
  concurrency: String(stream.concurrency),
  occupancy: percentText(stream.maxOccupancy),
});

export const draftOf = ({ streams, shrinkage, intervalMinutes, loadBand }: StaffingSettings): SettingsDraft => ({
  streams: streams.map(streamDraft),
  shrinkage: percentText(shrinkage),
  intervalMinutes,
  low: String(loadBand.low),
  high: String(loadBand.high),
});

/** A stream begun: calls, until something else is said. The id is free among those there are. */
export function newStream(streams: readonly { readonly id: string }[], name: string): StreamDraft {
  let count = streams.length + 1;
  while (streams.some(({ id }) => id === `stream-${count}`)) count += 1;
  return {
    id: `stream-${count}`,
    name,
    work: 'calls',
    channels: [],
    queueIds: [],
    hours: null,
    skill: '',
    aht: '5 min',
    share: '80',
    within: '20 s',
    model: 'erlangA',
    patience: '3 min',
    concurrency: '1',
    occupancy: '85',
  };
}

const secondsIn = (typed: string, low: number, high: number): number | null => {
  const seconds = secondsOf(typed);
  return seconds === null || seconds < low || seconds > high ? null : seconds;
};

type ReadStream = { readonly stream: Stream | null; readonly wrong: ReadonlySet<StreamField> };

/** A stream as it is typed, read; null while something in it cannot be meant. */
export function readStream(draft: StreamDraft): ReadStream {
  const wrong = new Set<StreamField>();
  const must = (field: StreamField, value: number | null): number => {
    if (value === null) wrong.add(field);
    return value ?? 0;
  };
  const name = draft.name.trim();
  if (name === '' || name.length > 100) wrong.add('name');
  if (draft.channels.length === 0) wrong.add('channels');
  const week = draft.hours === null ? null : readWeek(draft.hours);
  if (week !== null && (Object.keys(week.errors).length > 0 || Object.keys(week.hours).length === 0))
    wrong.add('hours');
  const stream: Stream = {
    id: draft.id,
    name,
    work: draft.work,
    channels: [...draft.channels],
    queueIds: [...draft.queueIds],
    hours: week === null ? null : week.hours,
    skill: draft.skill.trim() === '' ? null : draft.skill.trim(),
    ahtSeconds: must('aht', secondsIn(draft.aht, 1, 86_400)),
    target: {
      share: must('share', numberIn(draft.share, 0, 99.99)) / 100,
      withinSeconds: must('within', secondsIn(draft.within, 0, 864_000)),
    },
    model: draft.model,
    patienceSeconds: must('patience', secondsIn(draft.patience, 1, 86_400)),
    concurrency: must('concurrency', numberIn(draft.concurrency, 1, 20, true)),
    maxOccupancy: must('occupancy', numberIn(draft.occupancy, 1, 100)) / 100,
  };
  return { stream: wrong.size === 0 ? stream : null, wrong };
}

/** Which of the figures for the whole desk cannot be meant. */
export function wrongGeneral({ shrinkage, low, high }: SettingsDraft): ReadonlySet<GeneralField> {
  const wrong = new Set<GeneralField>();
  if (numberIn(shrinkage, 0, 90) === null) wrong.add('shrinkage');
  const from = numberIn(low, 0, 1_000_000);
  const to = numberIn(high, 1, 1_000_000);
  if (from === null) wrong.add('low');
  if (to === null || (from !== null && to < from)) wrong.add('high');
  return wrong;
}

/** What the desk is to keep; else the id of the first stream that is wrong, null where it is a figure for the whole desk. */
export function settingsOf(draft: SettingsDraft): StaffingSettings | { readonly wrongIn: string | null } {
  if (wrongGeneral(draft).size > 0) return { wrongIn: null };
  const streams: Stream[] = [];
  for (const each of draft.streams) {
    const { stream } = readStream(each);
    if (stream === null) return { wrongIn: each.id };
    streams.push(stream);
  }
  return {
    streams,
    shrinkage: Number(numberIn(draft.shrinkage, 0, 90)) / 100,
    intervalMinutes: draft.intervalMinutes,
    loadBand: { low: Number(numberIn(draft.low, 0, 1_000_000)), high: Number(numberIn(draft.high, 1, 1_000_000)) },
  };
}

/** Hours to begin with, where a stream is to have its own. */
export const ownWeek = (): WeekTexts => ({
  ...emptyWeek,
  ...Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, '09:00-17:00'])),
});
