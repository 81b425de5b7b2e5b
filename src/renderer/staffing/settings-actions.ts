import type { StaffingSettings } from '../../contract/index.ts';
import { sayError } from '../app/errors.ts';
import { whileSaving } from '../app/saving.ts';
import { say } from '../app/toasts.tsx';
import { client, orpc, queryClient } from '../client/client.ts';
import { sw } from '../strings/en-staffing.ts';
import { newStream, settingsOf, type SettingsDraft, type StreamDraft } from './settings-draft.ts';
import { setStaffing } from './staffing-store.ts';

const w = sw.settings;

export const setDraft = (draft: SettingsDraft): void => setStaffing({ draft });

export function addStream(draft: SettingsDraft): void {
  const stream = newStream(draft.streams, w.newName);
  setStaffing({ draft: { ...draft, streams: [...draft.streams, stream] }, editedId: stream.id });
}

export function changeStream(draft: SettingsDraft, id: string, part: Partial<StreamDraft>): void {
  setDraft({ ...draft, streams: draft.streams.map((each) => (each.id === id ? { ...each, ...part } : each)) });
}

/** A desk has at least one stream. */
export function removeStream(draft: SettingsDraft, id: string): void {
  if (draft.streams.length < 2) {
    say({ title: w.oneLeft });
    return;
  }
  const at = draft.streams.findIndex((each) => each.id === id);
  const streams = draft.streams.filter((each) => each.id !== id);
  setStaffing({ draft: { ...draft, streams }, editedId: streams[Math.min(at, streams.length - 1)]?.id ?? null });
}

/** Keeps what is typed; where something cannot be meant, shows it and says so. Whether it was kept. */
export async function saveSettings(draft: SettingsDraft): Promise<boolean> {
  const read = settingsOf(draft);
  if ('wrongIn' in read) {
    if (read.wrongIn !== null) setStaffing({ editedId: read.wrongIn });
    say({ title: w.notSaved, body: w.correct, tone: 'late' });
    return false;
  }
  return keep(read);
}

async function keep(settings: StaffingSettings): Promise<boolean> {
  try {
    const kept = await whileSaving(client.staffing.settingsSave(settings));
    queryClient.setQueryData(orpc.staffing.settings.queryKey(), kept);
    setStaffing({ draft: null });
    say({ title: w.saved });
    return true;
  } catch (error) {
    sayError(error);
    return false;
  }
}
