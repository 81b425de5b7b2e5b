import { Check, LoaderCircle, TriangleAlert, X } from 'lucide-react';
import type { SimulatedRun } from '../../contract/index.ts';
import { goTo, openTicket } from '../app/window-store.ts';
import { useNames, useZone, type Directory } from '../client/use-desk.ts';
import { deskTime } from '../client/clock.ts';
import { r } from '../strings/en-rules.ts';
import { number } from '../strings/en.ts';
import { exact, moment } from '../ui/format.ts';
import { conditionsInWords } from '../rules/condition-words.ts';
import { foundWords } from './found-words.ts';
import { causeWords } from './rule-words.ts';
import type { Trial } from './rules-store.ts';
import { byTicket, type Simulated, type TicketRuns } from './simulate.ts';

const openOnBoard = (ticketId: string): void => {
  goTo('queues');
  openTicket(ticketId);
};

type WhyProps = { readonly run: SimulatedRun; readonly directory: Directory };

/** Each condition with what it found, and whether it passed: an icon and a word, never colour alone. */
function Why({ run, directory }: WhyProps) {
  if (run.why.length === 0) return <p className="text-small text-ink-2">{r.sim.noConditions}</p>;
  return (
    <ul className="flex flex-col text-small">
      {run.why.map(({ condition, passed, found }, index) => (
        <li key={index} className="flex items-start gap-[6px]">
          {passed ? (
            <Check size={13} aria-hidden className="mt-[2px] shrink-0 text-met" />
          ) : (
            <X size={13} aria-hidden className="mt-[2px] shrink-0 text-late" />
          )}
          <span className="min-w-0 break-words">
            <bdi>{conditionsInWords({ all: [condition], any: [] }, directory)}</bdi>
            <span className="text-ink-2">
              , {passed ? r.sim.passed : r.sim.notPassed}:{' '}
              <bdi>{r.sim.found(foundWords(condition, found, directory))}</bdi>
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

type RunProps = WhyProps & { readonly zone: string; readonly single: boolean };

function Run({ run, directory, zone, single }: RunProps) {
  return (
    <li className="flex gap-3 py-[6px]">
      <span className="w-5 shrink-0 text-right text-small text-ink-3 tabular-nums">{run.order}</span>
      <div className="flex min-w-0 flex-1 flex-col gap-[2px]">
        <p className="flex flex-wrap items-baseline gap-x-2">
          {!single && (
            <span className="font-semibold" dir="auto">
              {run.ruleName}
            </span>
          )}
          <span className="text-small text-ink-2">
            {causeWords(run.cause)}, <time title={exact(run.at, zone)}>{moment(run.at, zone, deskTime())}</time>
          </span>
        </p>
        <Why run={run} directory={directory} />
        <p className="text-small">
          <span className="text-ink-2">{r.sim.would}: </span>
          <span className="break-words" dir="auto">
            {run.changes.length === 0 ? r.log.nothing : run.changes.join('; ')}
          </span>
        </p>
      </div>
    </li>
  );
}

type TicketProps = {
  readonly group: TicketRuns;
  readonly directory: Directory;
  readonly zone: string;
  readonly single: boolean;
};

function TicketGroup({ group, directory, zone, single }: TicketProps) {
  return (
    <section className="border-t border-line px-4 py-1">
      <h4 className="flex min-w-0 items-center gap-2 pt-1">
        <button
          type="button"
          title={r.log.open(group.number)}
          onClick={() => openOnBoard(group.ticketId)}
          className="shrink-0 rounded-[4px] font-semibold text-on-soft tabular-nums hover:underline"
        >
          #{group.number}
        </button>
        <span className="truncate font-medium" dir="auto" title={group.subject}>
          {group.subject}
        </span>
      </h4>
      <ol>
        {group.runs.map((run, index) => (
          <Run key={index} run={run} directory={directory} zone={zone} single={single} />
        ))}
      </ol>
    </section>
  );
}

function Loops({ loops }: Pick<Simulated, 'loops'>) {
  if (loops.length === 0) return null;
  return (
    <div role="alert" className="mx-4 mb-3 flex gap-2 rounded-md bg-risk-soft px-3 py-2 text-risk">
      <TriangleAlert size={15} aria-hidden className="mt-[2px] shrink-0" />
      <div className="min-w-0">
        <p className="font-semibold">{r.sim.loops}</p>
        <ul className="text-small">
          {loops.map(({ ticketNumber, rules }, index) => (
            <li key={index} className="break-words" dir="auto">
              {r.sim.loop(ticketNumber, rules)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Rule by rule in order: how often it would have fired. */
function PerRule({ rules }: Pick<Simulated, 'rules'>) {
  return (
    <table className="mx-4 mb-3 w-[calc(100%-32px)] max-w-[640px]">
      <caption className="sr-only">{r.sim.perRule}</caption>
      <thead>
        <tr className="border-b border-line text-small text-ink-2">
          <th scope="col" className="py-1 text-left font-medium">
            {r.log.rule}
          </th>
          <th scope="col" className="w-[92px] text-right font-medium">
            {r.sim.fired}
          </th>
          <th scope="col" className="w-[84px] text-right font-medium">
            {r.sim.onTickets}
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.ruleId} className="border-b border-line">
            <td className="max-w-0 truncate py-1" dir="auto" title={rule.name}>
              {rule.name}
            </td>
            <td className="text-right font-semibold tabular-nums">{number(rule.fired)}</td>
            <td className="text-right tabular-nums">{number(rule.tickets)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Result({ result, single }: { readonly result: Simulated; readonly single: boolean }) {
  const directory = useNames();
  const zone = useZone();
  const { runs, total, rules, loops, tickets } = result;
  const touched = new Set(runs.map((run) => run.ticketId)).size;
  const onTickets = runs.length < total ? Math.max(touched, ...rules.map((rule) => rule.tickets)) : touched;
  return (
    <>
      <Loops loops={loops} />
      {total === 0 ? (
        <div className="px-4 pb-4">
          <p className="font-semibold">{r.sim.nothing}</p>
          <p className="text-ink-2">{r.sim.nothingHow(tickets)}</p>
        </div>
      ) : (
        <p className="px-4 pb-3" aria-live="polite">
          <span className="font-semibold">{r.sim.summary(total, onTickets, tickets)}</span>
          {runs.length < total && <span className="text-ink-2"> {r.sim.cut(runs.length, total)}</span>}
        </p>
      )}
      {!single && rules.length > 0 && <PerRule rules={rules} />}
      <div role="group" aria-label={r.sim.perTicket}>
        {byTicket(runs).map((group) => (
          <TicketGroup key={group.ticketId} group={group} directory={directory} zone={zone} single={single} />
        ))}
      </div>
    </>
  );
}

/** What rules would have done; `single` where it is about one rule, whose name then need not be said. */
export function Simulation({ trial, single = false }: { readonly trial: Trial; readonly single?: boolean }) {
  if (trial.state === 'running')
    return (
      <p aria-busy className="flex items-center gap-2 px-4 py-2 text-ink-2">
        <LoaderCircle size={15} aria-hidden className="animate-spin" />
        {r.sim.running}
      </p>
    );
  if (trial.state === 'failed')
    return (
      <p role="alert" className="px-4 py-2 break-words text-late">
        {r.sim.failed}. {trial.message}
      </p>
    );
  return <Result result={trial.result} single={single} />;
}
