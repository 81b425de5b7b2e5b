import { useQuery } from '@tanstack/react-query';
import { orpc } from '../client/client.ts';
import { d } from '../strings/en-day.ts';
import { cx } from '../ui/cx.ts';
import { PanelSection } from './panel-section.tsx';

const everyMinute = 60_000;
const w = d.panel;
const shareOf = (share: number | null | undefined): string => (share == null ? '–' : d.percent(share));

const tones = { below: 'text-ink-2', within: 'text-met', above: 'text-late' } as const;

/** How the running day goes, person by person: contacts done against the band, adherence and conformance. */
export function RunningSection({
  date,
  names,
}: {
  readonly date: string;
  readonly names: ReadonlyMap<string, string>;
}) {
  const asked = { refetchInterval: everyMinute } as const;
  const load = useQuery({ ...orpc.roster.load.queryOptions({ input: { date } }), ...asked }).data;
  const report = useQuery({ ...orpc.roster.adherenceReport.queryOptions({ input: { from: date } }), ...asked }).data;
  if (load === undefined && report === undefined) return null;
  const adherence = new Map((report?.people ?? []).map((person) => [person.personId, person]));
  const loads = new Map((load?.people ?? []).map((person) => [person.personId, person]));
  const ids = [...new Set([...loads.keys(), ...adherence.keys()])].filter((id) => names.has(id));
  const byName = ids.sort((a, b) => (names.get(a) ?? '').localeCompare(names.get(b) ?? ''));
  if (byName.length === 0) return null;
  return (
    <PanelSection title={w.running}>
      <p className="text-small text-ink-2 tabular-nums">
        {w.adherence} {shareOf(report?.all.adherence)} · {w.conformance} {shareOf(report?.all.conformance)}
      </p>
      <table className="w-full text-small tabular-nums">
        <caption className="sr-only">{w.load(load === undefined ? '' : `${load.low} to ${load.high}`)}</caption>
        <thead>
          <tr className="text-left text-cap text-ink-2">
            <th scope="col" className="pb-1 font-medium">
              {w.person}
            </th>
            <th
              scope="col"
              className="pb-1 pl-3 text-right font-medium"
              title={load === undefined ? '' : w.load(`${load.low} to ${load.high}`)}
            >
              {w.handled}
            </th>
            <th scope="col" className="pb-1 pl-3 text-right font-medium">
              {w.adherence}
            </th>
          </tr>
        </thead>
        <tbody>
          {byName.map((id) => {
            const own = loads.get(id);
            return (
              <tr key={id} className="border-t border-line">
                <th
                  scope="row"
                  className="max-w-0 w-full truncate py-[3px] text-left font-normal"
                  dir="auto"
                  title={names.get(id)}
                >
                  {names.get(id)}
                </th>
                <td className="py-[3px] pl-3 text-right whitespace-nowrap">
                  {own === undefined ? (
                    '–'
                  ) : (
                    <>
                      {own.handled}
                      {own.band !== null && <span className={cx('ml-1 text-cap', tones[own.band])}>{w[own.band]}</span>}
                    </>
                  )}
                </td>
                <td className="py-[3px] pl-3 text-right">{shareOf(adherence.get(id)?.adherence)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </PanelSection>
  );
}
