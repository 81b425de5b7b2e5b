import type { FoundHoliday } from '../../contract/index.ts';
import { c } from '../strings/en-calendar.ts';
import { Button } from '../ui/button.tsx';

/** A day found elsewhere, with a note about it. */
export type Found = { readonly day: FoundHoliday; readonly note: string; readonly here: boolean };

export const foundKey = ({ date, name, from = '' }: FoundHoliday): string => `${date} ${from} ${name}`;

type Props = {
  readonly found: readonly Found[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
};

/** Days that could be added, each with a tick. */
export function FoundList({ found, ticked, onTick }: Props) {
  const toggle = (key: string): void => {
    const next = new Set(ticked);
    if (!next.delete(key)) next.add(key);
    onTick(next);
  };
  return (
    <section aria-label={c.preview} className="flex min-h-0 flex-col gap-1">
      <div className="flex items-center gap-1">
        <h3 className="flex-1 text-small font-medium text-ink-2">{c.preview}</h3>
        <Button small look="quiet" onClick={() => onTick(new Set(found.map(({ day }) => foundKey(day))))}>
          {c.all}
        </Button>
        <Button small look="quiet" onClick={() => onTick(new Set())}>
          {c.none}
        </Button>
      </div>
      <ul aria-label={c.preview} className="max-h-[38vh] overflow-y-auto rounded-md border border-line">
        {found.map(({ day, note, here }) => {
          const key = foundKey(day);
          return (
            <li key={key} className="border-b border-line last:border-b-0">
              <label className="flex min-h-[28px] items-center gap-2 px-2 py-[3px] hover:bg-sunken">
                <input type="checkbox" className="check" checked={ticked.has(key)} onChange={() => toggle(key)} />
                <span className="w-[92px] shrink-0 text-small text-ink-2 tabular-nums">{c.shortDate(day.date)}</span>
                <span className="min-w-0 flex-1 truncate" dir="auto">
                  {day.name}
                  {day.from !== undefined && (
                    <span className="text-small text-ink-2 tabular-nums">
                      {' '}
                      {day.from}-{day.to}
                    </span>
                  )}
                </span>
                <span className="shrink-0 text-small text-ink-2">{here ? c.here : note}</span>
              </label>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
