import { useEffect } from 'react';
import { messageOf } from '../app/errors.ts';
import { usePeople, useNames } from '../client/use-desk.ts';
import { d } from '../strings/en-day.ts';
import { Button } from '../ui/button.tsx';
import { dayStart } from '../ui/days.ts';
import { Empty } from '../ui/empty.tsx';
import { longDay } from '../ui/format.ts';
import { BreaksDialog } from './breaks-dialog.tsx';
import { DateDialog } from './date-dialog.tsx';
import { DayBar } from './day-bar.tsx';
import { useShownDay } from './day-handle.ts';
import { DayHeader, useTitle } from './day-header.tsx';
import { useDay } from './day-store.ts';
import { DayView } from './day-view.tsx';
import './day.css';
import { KeyMenu } from './key-menu.tsx';
import { PatternDialog } from './pattern-dialog.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { flush } from './save.ts';
import { ShiftEditor } from './shift-editor.tsx';
import { chosenIds, skillId } from './strips.ts';
import { useDays, usePatterns, useRange, useStaffing } from './use-day-data.ts';
import { WeekView } from './week-view.tsx';

/** What keys and the palette ask for. */
function useShown(unpublished: number): void {
  const { from, days, today, zone } = useDays();
  useEffect(() => {
    useShownDay.setState({ from, days, today, zone, unpublished });
  }, [from, days, today, zone, unpublished]);
  useEffect(() => () => useShownDay.setState({ unpublished: 0 }), []);
}

/** What keys moved is saved before another key does something else, and before one leaves. */
function useFlush(): void {
  useEffect(() => {
    const onKey = ({ key, shiftKey }: KeyboardEvent): void => {
      if (!(shiftKey && key.startsWith('Arrow')) && !['Shift', 'Alt', 'Control', 'Meta'].includes(key)) flush();
    };
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('pointerdown', flush, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('pointerdown', flush, true);
      flush();
    };
  }, []);
}

function useChoices() {
  const { date, today } = useDays();
  const streams = useStaffing(date, today).data?.streams ?? [];
  const skills = usePeople().flatMap((person) => (person.active ? person.skills : []));
  const unique = [...new Map(skills.map((skill) => [skill.toLowerCase(), skill])).values()].sort();
  const chosen = useDay((state) => state.streamIds);
  return {
    choices: [
      ...streams.map(({ stream }) => ({ id: stream.id, name: stream.name })),
      ...unique.map((skill) => ({ id: skillId(skill), name: d.bar.skillStrip(skill) })),
    ],
    shownIds: chosenIds(chosen, streams),
  };
}

/** Who works when, whether it is enough, and what to do about it: a day by the hour, a week, four weeks. */
export function DayScreen() {
  const { zone, date, from, days } = useDays();
  const { asked, shifts } = useRange(from, days);
  const people = usePeople();
  const { people: names } = useNames();
  const dialog = useDay((state) => state.dialog);
  const templates = usePatterns().data?.templates ?? [];
  const title = useTitle();
  const { choices, shownIds } = useChoices();
  const { data, error } = asked;
  const unpublished = data?.unpublished ?? 0;
  useShown(unpublished);
  useFlush();
  const active = people.filter((person) => person.active);
  return (
    <div className="day-screen flex min-h-0 flex-1 flex-col">
      <header className="shrink-0 border-b border-line">
        <DayHeader unpublished={unpublished} shifts={data?.shifts.length ?? 0} />
        <DayBar people={people} choices={choices} shownIds={shownIds} />
      </header>
      {data === undefined ? (
        <main className="flex flex-1" aria-busy={error === null}>
          {error === null ? (
            <p role="status" className="sr-only">
              {d.board.loading}
            </p>
          ) : (
            <Empty
              title={d.board.failed}
              actions={<Button onClick={() => void asked.refetch()}>{d.board.retry}</Button>}
            >
              {messageOf(error)}
            </Empty>
          )}
        </main>
      ) : days === 1 ? (
        <DayView data={data} shifts={shifts} people={people} />
      ) : (
        <WeekView shifts={shifts} timeOff={data.timeOff} requests={data.requests} people={people} />
      )}
      <KeyMenu templates={templates} attendance={data?.attendance ?? []} />
      <ShiftEditor people={people} shifts={shifts} zone={zone} />
      <BreaksDialog open={dialog === 'breaks'} date={date} zone={zone} shifts={shifts} names={names} />
      <PlanDialog open={dialog === 'plan'} title={title} from={from} days={days} zone={zone} />
      <PatternDialog
        open={dialog === 'patterns'}
        from={from}
        days={days}
        people={active}
        dayName={(day) => longDay(dayStart(day, zone), zone)}
      />
      <DateDialog open={dialog === 'date'} />
    </div>
  );
}
