import { useState } from 'react';
import type { ClockOutcome, Compliance } from '../../contract/index.ts';
import { metrics } from '../../contract/words.ts';
import type { client } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { c } from '../strings/en-clocks.ts';
import { number } from '../strings/en-words.ts';
import { t } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';
import { moment, shortDate } from '../ui/format.ts';
import { PriorityBars } from '../ui/marks.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useMinute } from '../ui/use-now.ts';
import { showTicket } from './open-ticket.ts';
import { isFew, rowsOf, shareMet } from './what-if.ts';

type Answer = Awaited<ReturnType<typeof client.sla.policyReplay>>;
type Pair = { readonly before: Compliance; readonly after: Compliance };

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)}\u00a0%`);

/** Points up or down, said with a sign and a word and not by colour alone. */
function Change({ before, after }: Pair) {
  const [from, to] = [shareMet(before), shareMet(after)];
  if (from === null || to === null) return <>–</>;
  const points = (to - from) * 100;
  if (Math.abs(points) < 0.05) return <span className="text-ink-2">{c.replay.same}</span>;
  const words = points > 0 ? c.replay.better(points.toFixed(1)) : c.replay.worse(Math.abs(points).toFixed(1));
  return <span className={points > 0 ? 'text-met' : 'text-late'}>{words}</span>;
}

const counts = ({ met, breached, open }: Compliance): readonly number[] => [met, breached, open];
const cellClass = 'px-2 py-[5px] text-right tabular-nums';

function RowOf({
  name,
  pair,
  strong,
}: {
  readonly name: React.ReactNode;
  readonly pair: Pair;
  readonly strong?: boolean;
}) {
  const { before, after } = pair;
  const few = isFew(before) || isFew(after);
  return (
    <tr className={cx('border-b border-line', strong === true && 'bg-canvas font-semibold')}>
      <th scope="row" className="py-[5px] pr-2 pl-4 text-left font-[inherit] whitespace-nowrap">
        {name}
      </th>
      <td className={cellClass}>{number(before.met + before.breached)}</td>
      {counts(before).map((value, index) => (
        <td key={index} className={cellClass}>
          {number(value)}
        </td>
      ))}
      <td className={cx(cellClass, 'border-r border-line')}>{percent(shareMet(before))}</td>
      {counts(after).map((value, index) => (
        <td key={index} className={cellClass}>
          {number(value)}
        </td>
      ))}
      <td className={cx(cellClass, 'font-semibold')}>{percent(shareMet(after))}</td>
      <td className="py-[5px] pr-4 pl-2 whitespace-nowrap">
        <Change {...pair} />
        {few && <span className="ml-2 text-small font-normal text-ink-2">{c.replay.few}</span>}
      </td>
    </tr>
  );
}

function Table({ rows }: Pick<Answer, 'rows'>) {
  return (
    <table className="w-full border-collapse text-body">
      <caption className="sr-only">{c.replay.table}</caption>
      <thead className="text-small text-ink-2">
        <tr>
          <td />
          <th scope="colgroup" colSpan={5} className="px-2 pt-2 font-medium">
            <span className="block border-b border-line text-center">{c.replay.before}</span>
          </th>
          <th scope="colgroup" colSpan={4} className="px-2 pt-2 font-medium">
            <span className="block border-b border-line text-center">{c.replay.after}</span>
          </th>
          <td />
        </tr>
        <tr className="border-b border-line">
          <td />
          {c.replay.beforeHeads.map((head, index) => (
            <th key={index} scope="col" className="px-2 pb-1 text-right font-medium">
              {head}
            </th>
          ))}
          {c.replay.afterHeads.map((head, index) => (
            <th key={index} scope="col" className="px-2 pb-1 text-right font-medium">
              {head}
            </th>
          ))}
          <th scope="col" className="pr-4 pb-1 pl-2 text-left font-medium">
            {c.replay.change}
          </th>
        </tr>
      </thead>
      {metrics.map((metric) => {
        const { all, each } = rowsOf(rows, metric);
        if (each.length === 0) return null;
        return (
          <tbody key={metric}>
            <RowOf name={t.metric[metric]} pair={all} strong />
            {each.map((row) => (
              <RowOf
                key={row.priority}
                name={
                  <span className="flex items-center gap-2">
                    <PriorityBars priority={row.priority} />
                    {t.priority[row.priority]}
                  </span>
                }
                pair={row}
              />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function outcomeWords({ state, dueAt }: ClockOutcome, at: (instant: number) => string): string {
  if (dueAt === null) return c.preview.noClock;
  return state === 'breached' ? c.replay.lateAt(at(dueAt)) : c.replay.inTimeAt(at(dueAt));
}

const kinds = [
  { value: 'all', label: c.replay.allFlips },
  { value: 'late', label: c.replay.newlyLate },
  { value: 'met', label: c.replay.noLongerLate },
] as const;

function Flips({ answer }: { readonly answer: Answer }) {
  const [kind, setKind] = useState<(typeof kinds)[number]['value']>('all');
  const zone = useZone();
  const now = useMinute();
  const at = (instant: number): string => moment(instant, zone, now);
  const shown = answer.flips.filter(
    ({ after }) => kind === 'all' || (after.state === 'breached') === (kind === 'late'),
  );
  const all = answer.toBreached + answer.toMet;
  return (
    <section aria-label={c.replay.flips} className="@container">
      <div className="flex h-[42px] items-center gap-3 px-4">
        <h2 className="font-bold">{c.replay.flips}</h2>
        <Segmented label={c.replay.flips} segments={kinds} value={kind} onChange={setKind} />
        {answer.flips.length < all && (
          <span className="text-small text-ink-2">{c.replay.firstOf(answer.flips.length, all)}</span>
        )}
      </div>
      {shown.length === 0 && <p className="px-4 text-ink-2">{c.replay.noFlips}</p>}
      <ul>
        {shown.map((flip) => (
          <li key={`${flip.id} ${flip.metric}`} className="border-t border-line">
            <button
              type="button"
              onClick={() => showTicket(flip.id)}
              className="grid w-full grid-cols-[20px_56px_minmax(0,1fr)_108px] items-center gap-x-2 px-4 py-[6px] text-left -outline-offset-2 hover:bg-canvas @[820px]:grid-cols-[20px_56px_minmax(0,1fr)_108px_352px]"
            >
              <PriorityBars priority={flip.priority} />
              <span className="text-ink-2 tabular-nums">#{flip.number}</span>
              <span className="truncate font-semibold" dir="auto">
                {flip.subject}
              </span>
              <span className="text-small text-ink-2">{t.metric[flip.metric]}</span>
              <span className="col-span-2 col-start-3 text-small tabular-nums @[820px]:col-span-1 @[820px]:col-start-5">
                {outcomeWords(flip.before, at)} →{' '}
                <span className={flip.after.state === 'breached' ? 'text-late' : 'text-met'}>
                  {outcomeWords(flip.after, at)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Compliance before and after, and what flips. */
export function ReplayResult({ answer }: { readonly answer: Answer }) {
  const zone = useZone();
  const { from, to, toBreached, toMet } = answer;
  const day = (at: number): string => shortDate(at, zone, to);
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={c.replay.result}
      className="min-h-0 flex-1 overflow-y-auto pb-6 -outline-offset-2"
    >
      <p role="status" className="px-4 pt-3 font-semibold">
        {c.replay.summary(answer.tickets, day(from), day(to))} {c.replay.flipped(toBreached, toMet)}
      </p>
      {answer.tickets === 0 ? (
        <p className="px-4 pt-1 text-ink-2">{c.replay.noTickets}</p>
      ) : (
        <>
          <Table rows={answer.rows} />
          <Flips answer={answer} />
        </>
      )}
    </div>
  );
}
