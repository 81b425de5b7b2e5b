import { createPortal } from 'react-dom';
import { d } from '../strings/en-day.ts';
import { clockTime } from '../ui/format.ts';
import type { WeekRow } from './week-cells.ts';
import { offWords } from './words.ts';

type Props = {
  readonly rows: readonly WeekRow[];
  readonly dates: readonly string[];
  readonly zone: string;
  readonly desk: string;
  readonly weekday: (date: string) => string;
  readonly title: (from: string, to: string) => string;
};

const weekDays = 7;

/** What is printed of the weeks on screen: one page for each, in black on white. */
export function WeekSheet({ rows, dates, zone, desk, weekday, title }: Props) {
  const weeks = Array.from({ length: dates.length / weekDays }, (_, index) => index * weekDays);
  const shown = rows.filter((row) => row.cells.some((cell) => cell.shifts.length > 0 || cell.away.length > 0));
  return createPortal(
    <div className="day-sheet" aria-hidden>
      {weeks.map((first) => {
        const days = dates.slice(first, first + weekDays);
        return (
          <section key={first}>
            <h2 className="mb-2 text-head font-bold">{d.week.sheet(desk, title(days[0] ?? '', days.at(-1) ?? ''))}</h2>
            <table className="w-full border-collapse text-cap tabular-nums">
              <thead>
                <tr>
                  <th className="border border-line-strong px-1 text-left">{d.week.person}</th>
                  {days.map((date) => (
                    <th key={date} className="border border-line-strong px-1 text-left">
                      {weekday(date)}
                    </th>
                  ))}
                  <th className="border border-line-strong px-1 text-right">{d.week.hoursHead}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((row) => (
                  <tr key={row.id} className="break-inside-avoid">
                    <th className="border border-line-strong px-1 text-left font-semibold" dir="auto">
                      {row.person?.name ?? d.board.open}
                    </th>
                    {days.map((date, day) => {
                      const cell = row.cells[first + day];
                      const lines = [
                        ...(cell?.shifts ?? [])
                          .filter(({ removed }) => !removed)
                          .map(
                            (shift) =>
                              `${clockTime(shift.startAt, zone)}–${clockTime(shift.endAt, zone)} ${d.kind[shift.work]}${shift.draft ? ' *' : ''}`,
                          ),
                        ...(cell?.away ?? []).map(offWords),
                      ];
                      return (
                        <td key={date} className="border border-line-strong px-1 align-top">
                          {lines.map((line) => (
                            <span key={line} className="block whitespace-nowrap">
                              {line}
                            </span>
                          ))}
                        </td>
                      );
                    })}
                    <td className="border border-line-strong px-1 text-right">
                      {d.decimal((row.minutes[first / weekDays] ?? 0) / 60)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="mt-1 text-cap">{d.week.notPublished}</p>
          </section>
        );
      })}
    </div>,
    document.body,
  );
}
