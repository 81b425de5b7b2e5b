import { ChevronLeft, ChevronRight } from 'lucide-react';
import { addDays } from '../day/geometry.ts';
import { sw } from '../strings/en-staffing.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { showDate } from './staffing-store.ts';
import { useTabActions } from './tab-actions.ts';
import { useDay } from './use-day.ts';

const fieldId = 'staffing-date';

/** The day before, the day after, today, or a date that is typed or picked. */
export function DateBar() {
  const { date, today } = useDay();
  const go = (days: number): void => showDate(addDays(date, days));
  useTabActions({
    before: () => go(-1),
    after: () => go(1),
    today: () => showDate(null),
    date: () => document.getElementById(fieldId)?.focus(),
  });
  return (
    <div className="flex items-center gap-1">
      <IconButton label={sw.date.previous} onClick={() => go(-1)}>
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <TextInput
        id={fieldId}
        type="date"
        aria-label={sw.date.field}
        required
        className="!h-[26px] !w-[128px] px-2 tabular-nums"
        value={date}
        onChange={(event) => event.target.value !== '' && showDate(event.target.value)}
      />
      <IconButton label={sw.date.next} onClick={() => go(1)}>
        <ChevronRight size={16} aria-hidden />
      </IconButton>
      <Button small disabled={date === today} onClick={() => showDate(null)}>
        {sw.date.today} <Kbd keys="t" />
      </Button>
    </div>
  );
}
