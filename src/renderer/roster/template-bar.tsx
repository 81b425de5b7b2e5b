import type { ShiftTemplate } from '../../contract/index.ts';
import { minutesADay, timeOf } from '../../domain/calendar/wall-time.ts';
import { rw } from '../strings/en-roster.ts';
import { cx } from '../ui/cx.ts';
import { minuteOf } from './clock-span.ts';
import { kindLook } from './kind-look.ts';
import { tilesOf } from './template-draft.ts';

const w = rw.patterns;

type Props = {
  readonly template: Pick<ShiftTemplate, 'start' | 'minutes' | 'work' | 'activities'>;
  /** With names in it and times below; else a thin one for a list. */
  readonly large?: boolean;
};

/** A shift from end to end: what is done when. */
export function TemplateBar({ template, large = false }: Props) {
  const start = minuteOf(template.start);
  const time = (offset: number): string => timeOf((start + offset) % minutesADay);
  const tiles = tilesOf(template);
  const words = tiles.map(({ kind, offset, minutes }) =>
    w.tile(rw.activity[kind], time(offset), time(offset + minutes)),
  );
  return (
    <div className="flex min-w-0 flex-col gap-1" role="img" aria-label={`${w.preview}: ${words.join(', ')}`}>
      <div className={cx('flex gap-[2px] overflow-hidden', large ? 'h-[30px]' : 'h-[10px]')}>
        {tiles.map(({ kind, offset, minutes }, index) => (
          <span
            key={offset}
            title={words[index]}
            className={cx(
              'flex min-w-0 items-center overflow-hidden rounded-[4px] border border-ink/15 text-small font-medium text-ink',
              kindLook[kind],
            )}
            style={{ flexGrow: minutes, flexBasis: 0 }}
          >
            {large && minutes / template.minutes > 0.09 && <span className="truncate px-2">{rw.activity[kind]}</span>}
          </span>
        ))}
      </div>
      {large && (
        <div className="flex justify-between text-cap text-ink-2 tabular-nums">
          <span>{time(0)}</span>
          <span>{time(template.minutes)}</span>
        </div>
      )}
    </div>
  );
}
