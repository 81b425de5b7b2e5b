import type { Command } from '../app/command-type.ts';
import { useWindow } from '../app/window-store.ts';
import { orpc, queryClient } from '../client/client.ts';
import { c } from '../strings/en-calendar.ts';
import { removeShown, saveShown } from './actions.ts';
import { addCalendar, duplicateCalendar, focusPart, openDay, setCalendars, useCalendars } from './store.ts';

const here = (): boolean => useWindow.getState().screen === 'clocks' && useCalendars.getState().here;
const some = (): boolean => here() && useCalendars.getState().shown !== null;
const deskZone = (): string => queryClient.getQueryData(orpc.desk.info.queryKey())?.timeZone ?? 'UTC';

const onScreen = (id: keyof typeof c.commands, key: string, when: () => boolean, run: () => void): Command => ({
  id: `calendar.${id}`,
  title: c.commands[id],
  group: 'screen',
  keys: [key],
  scope: 'clocks',
  when,
  run,
});

/** What the keys and the palette can do with calendars: `y`, then a letter. */
export const calendarCommands: readonly Command[] = [
  onScreen('list', 'y l', here, () => focusPart('list')),
  onScreen('add', 'y n', here, () => addCalendar(deskZone())),
  onScreen('year', 'y y', some, () => focusPart('year')),
  onScreen('edit', 'y e', some, () => focusPart('name')),
  onScreen('day', 'y d', some, () => openDay(null)),
  onScreen('country', 'y h', some, () => setCalendars({ dialog: { kind: 'country' } })),
  onScreen('ics', 'y i', some, () => setCalendars({ dialog: { kind: 'ics', file: null } })),
  onScreen('save', 'y s', some, () => void saveShown()),
  onScreen('duplicate', 'y c', some, duplicateCalendar),
  onScreen('remove', 'y delete', some, () => void removeShown()),
];
