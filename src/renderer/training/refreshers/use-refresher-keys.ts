import type { Refresher, TrainingAttendance } from '../../../contract/index.ts';
import { useTabActions } from '../tab-actions.ts';
import type { TextField } from '../texts.ts';
import { ask, setTraining, useTraining } from '../training-store.ts';
import { attend, removeRefresher, setState, unplace } from '../writes.ts';

/** Into a text, out of the preview if need be: it is there one frame later. */
function write(name: TextField): void {
  setTraining({ preview: false });
  requestAnimationFrame(() => {
    const area = document.querySelector<HTMLTextAreaElement>(`[data-written="${name}"]`);
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  });
}

/** Who was there can be said once it was held, of whom the cursor is on or of everybody. */
function attendKeys(refresher: Refresher, attendeeId: string | null) {
  const { attendance, state } = refresher;
  if (state !== 'held' || attendance.length === 0) return {};
  const say = (how: TrainingAttendance['state']) => () => attend(refresher, [attendeeId ?? ''], how);
  return {
    allAttended: () =>
      attend(
        refresher,
        attendance.map(({ personId }) => personId),
        'attended',
      ),
    ...(attendeeId !== null && {
      attended: say('attended'),
      missed: say('missed'),
      excused: say('excused'),
      asked: say('invited'),
    }),
  };
}

function refresherKeys(refresher: Refresher) {
  const { state, startAt } = refresher;
  const isPlanned = state === 'planned';
  return {
    edit: () => ask({ what: 'refresher', refresher }),
    invite: () => ask({ what: 'invite', refresher }),
    remove: () => removeRefresher(refresher),
    agenda: () => write('agenda'),
    materials: () => write('materials'),
    ...(isPlanned && { find: () => ask({ what: 'find', refresher }) }),
    ...(isPlanned && startAt !== null && { unplace: () => unplace(refresher) }),
    ...(state !== 'cancelled' && { held: () => setState(refresher, isPlanned ? 'held' : 'planned') }),
    ...(state !== 'held' && { callOff: () => setState(refresher, isPlanned ? 'cancelled' : 'planned') }),
  };
}

/** What the keys do with the refresher under the cursor, and with whom the cursor of its people is on. */
export function useRefresherKeys(refresher: Refresher | undefined, attendeeId: string | null, leads: boolean): void {
  const { preview } = useTraining();
  useTabActions({
    ...(leads && { new: () => ask({ what: 'refresher', refresher: null }) }),
    ...(leads && refresher !== undefined && refresherKeys(refresher)),
    ...(leads && refresher !== undefined && attendKeys(refresher, attendeeId)),
    ...(leads && refresher !== undefined && { preview: () => setTraining({ preview: !preview }) }),
  });
}
