import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanJob, Proposal } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { messageOf, sayError } from '../app/errors.ts';
import { client, orpc } from '../client/client.ts';
import { d } from '../strings/en-day.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { clockTime, shortDate } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { closeFloat } from './day-actions.ts';
import { clamp } from './geometry.ts';

const w = d.plan;
const pollMs = 500;
const usualSeconds = 20;
const mostShort = 30;

type Figure = readonly [string, string];

function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2 tabular-nums">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt className="text-small text-ink-2">{label}</dt>
          <dd className="font-bold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const gapOf = (cost: number, bound: number): string => d.percent(cost > 0 ? clamp((cost - bound) / cost, 0, 1) : 0);

function Running({ job }: { readonly job: PlanJob }) {
  const { progress, secondsAllowed } = job;
  const seconds = progress?.seconds ?? 0;
  return (
    <div role="status" className="flex flex-col gap-3">
      <p className="tabular-nums">{progress === null ? w.starting : w.running(seconds, secondsAllowed)}</p>
      <div aria-hidden className="h-[4px] overflow-hidden rounded-full bg-sunken">
        <div style={{ width: `${clamp((seconds / secondsAllowed) * 100, 0, 100)}%` }} className="h-full bg-accent" />
      </div>
      {progress !== null && (
        <Figures
          figures={[
            [w.cost, d.decimal(progress.cost)],
            [w.bound, d.decimal(progress.bound)],
            [w.gap, gapOf(progress.cost, progress.bound)],
          ]}
        />
      )}
    </div>
  );
}

/** What is still short, and why nobody fills it. */
function Short({ short, zone }: { readonly short: Proposal['short']; readonly zone: string }) {
  if (short.length === 0) return <p className="text-met">{w.noShort}</p>;
  return (
    <>
      <p className="font-semibold">{w.short(short.length)}</p>
      <div
        tabIndex={0}
        role="group"
        aria-label={w.short(short.length)}
        className="max-h-[220px] overflow-y-auto rounded-md border border-line"
      >
        <table className="w-full text-small tabular-nums">
          <thead>
            <tr className="sticky top-0 bg-canvas text-left text-ink-2">
              <th scope="col" className="px-3 py-1 font-medium">
                {w.when}
              </th>
              <th scope="col" className="px-3 py-1 text-right font-medium">
                {w.missing}
              </th>
              <th scope="col" className="px-3 py-1 font-medium">
                {w.why}
              </th>
            </tr>
          </thead>
          <tbody>
            {short.slice(0, mostShort).map(({ at, work, required, scheduled, why }) => (
              <tr key={`${at} ${work}`} className="border-t border-line align-top">
                <td className="px-3 py-1 whitespace-nowrap">
                  {shortDate(at, zone, at)}, {clockTime(at, zone)}
                </td>
                <td className="px-3 py-1 text-right whitespace-nowrap">
                  {d.decimal(required - scheduled)} {d.kind[work].toLowerCase()}
                </td>
                <td className="px-3 py-1">{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {short.length > mostShort && <p className="text-small text-ink-2">{w.more(short.length - mostShort)}</p>}
    </>
  );
}

function Outcome({ proposal, zone }: { readonly proposal: Proposal; readonly zone: string }) {
  return (
    <div className="flex flex-col gap-3">
      <p role="status">{w[proposal.status]}</p>
      <Figures
        figures={[
          [w.made, w.shifts(proposal.shifts.length)],
          [w.cost, d.decimal(proposal.cost)],
          [w.bound, d.decimal(proposal.bound)],
          [w.gap, d.percent(proposal.gap)],
        ]}
      />
      <Short short={proposal.short} zone={zone} />
    </div>
  );
}

type Props = {
  readonly from: string;
  readonly days: number;
  readonly zone: string;
  readonly personIds?: readonly string[];
};

function usePlan() {
  const [begun, setBegun] = useState<PlanJob | null>(null);
  const id = begun?.id ?? '';
  const asked = useQuery({
    ...orpc.roster.planState.queryOptions({ input: { id } }),
    enabled: begun !== null,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'running' ? pollMs : false),
  });
  return { job: begun === null ? null : (asked.data ?? begun), begin: setBegun, error: asked.error };
}

function Body({ from, days, zone, personIds }: Props) {
  const { job, begin, error } = usePlan();
  const [seconds, setSeconds] = useState(String(usualSeconds));
  const start = (): void => {
    const allowed = clamp(Number(seconds) || usualSeconds, 1, 600);
    const input = { from, days, seconds: allowed, ...(personIds && { personIds: [...personIds] }) };
    client.roster.plan(input).then(begin, sayError);
  };
  const stop = (): void => void client.roster.planCancel({ id: job?.id ?? '' }).catch(sayError);
  const apply = (): void => {
    closeFloat();
    void command(client.roster.planApply({ id: job?.id ?? '' }));
  };
  const running = job?.state === 'running';
  return (
    <div className="flex flex-col gap-4 p-4">
      {job === null && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            start();
          }}
          className="flex flex-col gap-3"
        >
          <p className="text-ink-2">{w.how}</p>
          <div className="w-[180px]">
            <Field label={w.seconds}>
              {(ids) => (
                <TextInput
                  {...ids}
                  inputMode="numeric"
                  value={seconds}
                  onChange={(event) => setSeconds(event.target.value)}
                />
              )}
            </Field>
          </div>
          <div className="flex justify-end gap-2">
            <Button onClick={closeFloat}>{d.editor.cancel}</Button>
            <Button type="submit" look="primary">
              {w.begin} <Kbd keys="enter" on />
            </Button>
          </div>
        </form>
      )}
      {error !== null && <p className="text-late">{messageOf(error)}</p>}
      {running && <Running job={job} />}
      {job?.state === 'failed' && <p className="text-late">{job.error ?? w.failed}</p>}
      {!running && job?.proposal != null && <Outcome proposal={job.proposal} zone={zone} />}
      {job !== null && (
        <div className="flex justify-end gap-2">
          {running ? (
            <Button onClick={stop} autoFocus>
              {w.stop}
            </Button>
          ) : (
            <>
              <Button onClick={closeFloat}>{w.close}</Button>
              <Button onClick={start}>{w.again}</Button>
              <Button look="primary" autoFocus disabled={(job.proposal?.shifts.length ?? 0) === 0} onClick={apply}>
                {w.apply} <Kbd keys="enter" on />
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** Shifts worked out by the solver for the weeks on screen: how far it is, how good, what stays short, and whether to take it. */
export function PlanDialog({ open, title, ...props }: Props & { readonly open: boolean; readonly title: string }) {
  return (
    <Dialog title={w.title(title)} open={open} onClose={closeFloat} width={640}>
      <Body {...props} />
    </Dialog>
  );
}
