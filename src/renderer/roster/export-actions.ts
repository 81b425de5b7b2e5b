import { create } from 'zustand';
import { sayError } from '../app/errors.ts';
import { fromBase64, saveFile } from '../app/save-file.ts';
import { whileSaving } from '../app/saving.ts';
import { say } from '../app/toasts.tsx';
import { client, orpc, queryClient } from '../client/client.ts';
import { deskTime } from '../client/clock.ts';
import { ownZone } from '../app/zones.ts';
import { rw } from '../strings/en-roster.ts';
import { dayOf } from '../ui/days.ts';
import { mostDays } from './dates.ts';

export const exportFormats = ['csv', 'xlsx', 'teams', 'whenIWork'] as const;
type ExportFormat = (typeof exportFormats)[number];

type State = {
  readonly what: 'people' | 'shifts';
  readonly format: ExportFormat;
  /** Null: today. */
  readonly from: string | null;
  readonly days: string;
  /** Whose calendar; null: the first of the people. */
  readonly personId: string | null;
};

/** What is to leave the desk, as it was last chosen. */
export const useExport = create<State>(() => ({
  what: 'shifts',
  format: 'csv',
  from: null,
  days: '28',
  personId: null,
}));

/** Today in the desk's zone. */
export const deskToday = (): string =>
  dayOf(deskTime(), queryClient.getQueryData(orpc.desk.info.queryKey())?.timeZone ?? ownZone());

/** Days as typed, 1 to 62; null for anything else. */
export function daysOf(typed: string): number | null {
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : 0;
  return days >= 1 && days <= mostDays ? days : null;
}

type DeskFile = { readonly fileName: string; readonly type: string; readonly base64: string };

async function keep(work: Promise<DeskFile>): Promise<void> {
  try {
    const { fileName, type, base64 } = await whileSaving(work);
    saveFile(fileName, fromBase64(base64), type);
    say({ title: rw.files.saved(fileName) });
  } catch (error) {
    sayError(error);
  }
}

/** Saves people or shifts as a file, as chosen. */
export async function saveExport(): Promise<void> {
  const { what, format, from, days } = useExport.getState();
  const count = daysOf(days);
  if (count === null) say({ title: rw.files.badDays, tone: 'late' });
  else await keep(client.roster.exportFile({ what, format, from: from ?? deskToday(), days: count }));
}

/** Saves the published shifts of one person for a calendar. */
export async function saveIcs(): Promise<void> {
  const { personId, from, days } = useExport.getState();
  const person =
    personId ?? queryClient.getQueryData(orpc.people.list.queryKey())?.people.find((one) => one.active)?.id;
  const count = daysOf(days);
  if (person === undefined) say({ title: rw.files.noPeople });
  else if (count === null) say({ title: rw.files.badDays, tone: 'late' });
  else await keep(client.roster.ics({ personId: person, from: from ?? deskToday(), days: count }));
}
