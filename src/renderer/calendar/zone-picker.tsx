import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { zonesWith } from '../app/zones.ts';
import { c } from '../strings/en-calendar.ts';
import { ComboPicker } from '../ui/combo.tsx';
import { cx } from '../ui/cx.ts';
import { inputClass } from '../ui/field.tsx';
import { useMinute } from '../ui/use-now.ts';

const known = new Map<string, string>();

/** `UTC+1`, `UTC−3:30`, `UTC` now; empty where the zone is not known. */
function offsetOf(zone: string, now: number): string {
  const found = known.get(zone);
  if (found !== undefined) return found;
  let offset: string;
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(now);
    offset = (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC');
  } catch {
    offset = '';
  }
  known.set(zone, offset);
  return offset;
}

const labelOf = (zone: string, now: number): string => {
  const offset = offsetOf(zone, now);
  return offset === '' || zone === 'UTC' ? zone : c.zoneAs(zone, offset);
};

type Props = { readonly zone: string; readonly onPick: (zone: string) => void; readonly invalid: boolean };

/** Every zone by its IANA name with the offset it has now; the offsets are worked out when the list is opened. */
export function ZonePicker({ zone, onPick, invalid }: Props) {
  const [open, setOpen] = useState(false);
  const now = useMinute();
  const hour = Math.floor(now / 3_600_000) * 3_600_000;
  const options = useMemo(
    () =>
      open
        ? zonesWith(zone).map((value) => ({ value, label: labelOf(value, hour) }))
        : [{ value: zone, label: labelOf(zone, hour) }],
    [open, zone, hour],
  );
  const trigger = (
    <button
      type="button"
      aria-invalid={invalid}
      className={cx(inputClass, 'flex items-center justify-between gap-2 text-left')}
    >
      <span className="truncate tabular-nums">{labelOf(zone, hour)}</span>
      <ChevronDown size={14} aria-hidden />
    </button>
  );
  return (
    <ComboPicker
      trigger={trigger}
      label={c.zone}
      options={options}
      chosen={[zone]}
      open={open}
      onOpenChange={setOpen}
      onToggle={(option) => onPick(option.value ?? zone)}
      offerNew={c.useZone}
    />
  );
}
