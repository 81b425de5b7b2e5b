import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { addDays } from '../day/geometry.ts';
import { sw } from '../strings/en-staffing.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { dayStart } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DateField } from '../ui/field.tsx';
import { longDay } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { showDate } from './staffing-store.ts';
import { useTabActions } from './tab-actions.ts';
import { useDay } from './use-day.ts';

function DateForm({ date, onClose }: { readonly date: string; readonly onClose: () => void }) {
  const [wanted, setWanted] = useState(date);
  return (
    <form
      className="flex items-end gap-2 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted === '') return;
        showDate(wanted);
        onClose();
      }}
    >
      <DateField label={sw.date.field} value={wanted} onDate={setWanted} />
      <Button type="submit" look="primary">
        {sw.date.go} <Kbd keys="enter" on />
      </Button>
    </form>
  );
}

/** The day before, the day after, today, or a date that is typed or picked. */
export function DateBar() {
  const { zone, date, today } = useDay();
  const [asking, setAsking] = useState(false);
  const go = (days: number): void => showDate(addDays(date, days));
  const close = (): void => setAsking(false);
  useTabActions({
    before: () => go(-1),
    after: () => go(1),
    today: () => showDate(null),
    date: () => setAsking(true),
  });
  return (
    <div className="flex items-center">
      <span className="min-w-[168px] font-semibold">{longDay(dayStart(date, zone), zone)}</span>
      <IconButton label={sw.date.previous} onClick={() => go(-1)}>
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <IconButton label={sw.date.next} onClick={() => go(1)}>
        <ChevronRight size={16} aria-hidden />
      </IconButton>
      <IconButton label={sw.date.ask} onClick={() => setAsking(true)}>
        <CalendarDays size={14} aria-hidden />
      </IconButton>
      {date !== today && (
        <Button small look="quiet" onClick={() => showDate(null)} className="ml-1">
          {sw.date.today} <Kbd keys="t" />
        </Button>
      )}
      <Dialog title={sw.date.ask} open={asking} onClose={close} width={420}>
        <DateForm date={date} onClose={close} />
      </Dialog>
    </div>
  );
}
