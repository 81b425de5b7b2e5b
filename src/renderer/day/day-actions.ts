import type {
  ActivityKind,
  AgentState,
  Attendance,
  DeskShift,
  Finding,
  Move,
  RosterShift,
} from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { say } from '../app/toasts.tsx';
import { client, orpc, queryClient } from '../client/client.ts';
import { openStaffing } from '../staffing/staffing-store.ts';
import { d } from '../strings/en-day.ts';
import { dayHandle, shownDay, under } from './day-handle.ts';
import { setCursor, setDay, useDay, type DayView, type Edited, type KeyMenuName } from './day-store.ts';
import { addDays, hourMs, instantOfTime, snap, type Stretch } from './geometry.ts';
import { spotKey } from './lanes.ts';
import { changed, create, flush, save } from './save.ts';
import { addActivity, patchOf, removeActivity, type Plan } from './shift-draft.ts';
import { stepped } from './use-day-data.ts';
import { copiedTo } from './week-cells.ts';

/** Shows another stretch: of a week the day under the cursor, of a day the week it is in. What keys moved is saved first. */
export function showView(view: DayView): void {
  flush();
  const { view: before, date, cursor } = useDay.getState();
  const { today } = shownDay();
  if (view === before) return;
  if (before === 'day') setCursor({ date: date ?? today });
  else if (view === 'day' && cursor.date !== null) showDate(cursor.date);
  setDay({ view });
}

/** Shows a day; today is not kept as a date, so that it moves on at midnight. */
export function showDate(date: string): void {
  flush();
  setDay({ date: date === shownDay().today ? null : date });
}

export function stepDate(by: 1 | -1): void {
  const { date, view } = useDay.getState();
  const next = stepped(date ?? shownDay().today, view, by);
  showDate(next);
  setCursor({ date: next });
}

export const publish = (): void => {
  flush();
  const { from, days } = shownDay();
  void command(client.roster.publish({ from, days }));
};

export const revert = (): void => {
  flush();
  const { from, days } = shownDay();
  void command(client.roster.revert({ from, days }));
};

/** Copies the weeks on screen to those that follow, and shows them. */
export async function copyOn(): Promise<void> {
  flush();
  const { from, days } = shownDay();
  const to = addDays(from, days);
  const done = await command(client.roster.copyDays({ from, days, to }));
  if (done !== null) showDate(to);
}

export const whatIf = (): void => openStaffing('whatIf', shownDay().from);

const usualStart = '09:00';
const usualHours = 8;

/** A shift with the usual times, to be filled in. */
export function blankShift(personId: string | null, date: string): Edited {
  const startAt = instantOfTime(date, usualStart, shownDay().zone) ?? 0;
  return { personId, startAt, endAt: startAt + usualHours * hourMs, work: 'calls', activities: [], note: '' };
}

export function edit(shift: DeskShift): void {
  flush();
  const { id, personId, startAt, endAt, work, activities, note } = shift;
  setDay({ menu: null, edited: { id, personId, startAt, endAt, work, activities, note } });
}

export function editNew(): void {
  const spot = under();
  if (spot !== null) setDay({ menu: null, edited: blankShift(spot.personId, spot.date) });
}

/** Enter: the shift under the cursor, or a new one where there is none. */
export function openUnder(): void {
  const spot = under();
  if (spot === null || dayHandle()?.enter?.() === true) return;
  if (spot.shift === null) editNew();
  else edit(spot.shift);
}

export function openMenu(menu: KeyMenuName): void {
  flush();
  const spot = under();
  if (spot === null) return;
  const patterns = queryClient.getQueryData(orpc.roster.templates.queryKey());
  if (menu === 'new' && (patterns?.templates.length ?? 0) === 0) editNew();
  else if (menu === 'activity' && spot.shift === null) say({ title: d.menu.noShift });
  else if ((menu === 'attend' || menu === 'state') && spot.personId === null) say({ title: d.menu.noPerson });
  else setDay({ menu });
}

/** Puts an activity on the shift under the cursor, in the middle of the cursor's part; lunch in the middle of the shift. */
export function add(kind: ActivityKind): void {
  const spot = under();
  if (spot?.shift == null) return;
  const { shift, piece } = spot;
  const added = addActivity(shift, kind, middle(kind === 'lunch' ? shift : (piece ?? shift)));
  if (added === null) {
    say({ title: d.menu.full });
    return;
  }
  setCursor({ spot: spotKey(shift.id, `a${added.index}`) });
  void save([changed(added.shift, {})]);
}

/** The quarter of an hour nearest to the middle of a stretch. */
const middle = ({ startAt, endAt }: Stretch): number => snap((startAt + endAt) / 2);

/** Delete: the activity under the cursor, or where that is on queue work the shift. */
export function removeUnder(): void {
  flush();
  const spot = under();
  if (spot?.shift == null || spot.shift.removed) return;
  const { shift, piece } = spot;
  const activity = piece?.activity ?? null;
  if (activity !== null) void save([changed(removeActivity(shift, activity), {})]);
  else void removeShift(shift.id);
}

export const removeShift = async (id: string): Promise<boolean> =>
  (await command(client.roster.remove({ ids: [id] }))) !== null;

export function attend(kind: Attendance['kind']): void {
  const personId = under()?.personId;
  if (personId != null) void command(client.roster.attend({ personId, kind }));
}

export const attendRemove = (id: string): void => void command(client.roster.attendRemove({ id }));

export function setState(state: AgentState): void {
  const personId = under()?.personId;
  if (personId != null) void command(client.roster.stateSet({ personId, state }));
}

export function applyTemplate(id: string): void {
  const spot = under();
  if (spot !== null) void command(client.roster.templateApply({ id, personIds: [spot.personId], dates: [spot.date] }));
}

/** The shifts on screen by id: what a proposal changes keeps its note, and counts at once where what it changes did. */
function heldShifts(): ReadonlyMap<string, DeskShift> {
  const held = new Map<string, DeskShift>();
  for (const [, data] of queryClient.getQueriesData<{ shifts: readonly DeskShift[] }>({
    queryKey: orpc.roster.range.key(),
  }))
    for (const shift of data?.shifts ?? []) held.set(shift.id, shift);
  return held;
}

/** Puts a move of the running day on the plan; at once in what counts, where nothing else of these shifts is a draft. */
export function applyMove(move: Move): void {
  flush();
  const held = heldShifts();
  const publishes = move.shifts.every(({ id }) => held.get(id)?.draft !== true);
  const shifts = move.shifts.map((shift: RosterShift) => {
    const known = held.get(shift.id);
    return patchOf({ ...shift, id: known === undefined ? undefined : shift.id, note: known?.note ?? '' });
  });
  void command(client.roster.save({ shifts, publish: publishes }));
}

/** The first thing that would put a finding right. */
export function applyFix(finding: Finding, remedy = finding.remedies[0]): void {
  flush();
  if (remedy === undefined) return;
  if (remedy.set === null) void removeShift(remedy.shiftId);
  else {
    const note = heldShifts().get(remedy.shiftId)?.note ?? '';
    void command(client.roster.save({ shifts: [patchOf({ ...remedy.set, id: remedy.shiftId, note })] }));
  }
}

export function copyUnder(): void {
  const shift = under()?.shift ?? null;
  if (shift === null) return;
  setDay({ copied: shift });
  say({ title: d.week.copied });
}

export async function pasteUnder(): Promise<void> {
  const spot = under();
  const { copied } = useDay.getState();
  if (spot === null) return;
  if (copied === null) {
    say({ title: d.week.nothingCopied });
    return;
  }
  const plan: Plan | null = copiedTo(copied, spot.date, spot.personId, shownDay().zone);
  if (plan === null) say({ title: d.week.skipped });
  else await create([{ ...plan, note: copied.note }]);
}

/** Closes what floats and gives the keys back to the board. */
export function closeFloat(): void {
  setDay({ menu: null, edited: null, dialog: null });
  dayHandle()?.focus();
}

/** Prints the sheet; the board, which is not on it, has the focus again afterwards. */
export function print(): void {
  flush();
  window.addEventListener('afterprint', () => dayHandle()?.focus(), { once: true });
  window.print();
}
