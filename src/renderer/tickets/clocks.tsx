import { useState } from 'react';
import type { Clock, Metric, Ticket } from '../../contract/index.ts';
import { metrics } from '../../contract/words.ts';
import { openDialog } from '../app/window-store.ts';
import { useZone } from '../client/use-desk.ts';
import { c } from '../strings/en-clocks.ts';
import { t } from '../strings/en.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { clockTime, duration, exact, moment } from '../ui/format.ts';
import { useMinute } from '../ui/use-now.ts';
import { clockBar, type Stretch } from './clock-bar.ts';
import { SlaChip } from './sla-chip.tsx';

const tints: Record<Stretch['kind'], string> = {
  counted: 'bg-accent',
  over: 'bg-late',
  paused:
    'bg-line-strong [background-image:repeating-linear-gradient(135deg,transparent_0_2px,var(--surface)_2px_4px)]',
  closed: 'bg-line',
  left: 'bg-sunken',
};
const words: Record<Stretch['kind'], string> = {
  counted: t.panel.countedAt,
  over: t.panel.over,
  paused: t.panel.pausedAt,
  closed: t.panel.closedAt,
  left: t.panel.remaining,
};

function stretchWords(stretch: Stretch, zone: string): string {
  const { kind, from, to, minutes } = stretch;
  const when = from === null || to === null ? '' : ` ${clockTime(from, zone)} – ${clockTime(to, zone)}`;
  return `${words[kind]}${when}, ${duration(minutes)}`;
}

function Bar({ clock, zone, label }: { readonly clock: Clock; readonly zone: string; readonly label: string }) {
  const { stretches, targetAt } = clockBar(clock);
  if (stretches.length === 0) return null;
  const told = stretches.map((stretch) => stretchWords(stretch, zone)).join('. ');
  return (
    <div role="img" aria-label={`${label}. ${told}`} className="relative mt-1 flex h-[5px] gap-px">
      {stretches.map((stretch, index) => (
        <span
          key={index}
          title={stretchWords(stretch, zone)}
          style={{ flexGrow: stretch.share }}
          className={cx('min-w-px basis-0 first:rounded-l-full last:rounded-r-full', tints[stretch.kind])}
        />
      ))}
      {targetAt !== null && (
        <span
          title={t.panel.targetMark}
          style={{ left: `${targetAt * 100}%` }}
          className="absolute -top-[2px] -bottom-[2px] w-[2px] bg-ink"
        />
      )}
    </div>
  );
}

type OneProps = { readonly metric: Metric; readonly clock: Clock; readonly zone: string; readonly now: number };

function when({ clock, zone, now }: OneProps): string {
  const parts: string[] = [];
  if (clock.metAt !== null) parts.push(t.panel.done(moment(clock.metAt, zone, now)));
  else if (clock.dueAt !== null && clock.state !== 'paused') parts.push(t.panel.due(moment(clock.dueAt, zone, now)));
  if (clock.targetMinutes !== null) parts.push(t.panel.target(duration(clock.targetMinutes)));
  return parts.join(', ');
}

function OneClock(props: OneProps & { readonly first: boolean }) {
  const { metric, clock, zone } = props;
  const [explained, explain] = useState(props.first);
  if (clock.state === 'idle') return null;
  const { state, dueAt, riskAt, metAt } = clock;
  return (
    <section aria-label={t.metric[metric]}>
      <div className="flex h-[22px] items-center gap-2">
        <h3 className="shrink-0 font-bold">
          <button
            type="button"
            aria-expanded={explained}
            title={t.panel.why}
            onClick={() => explain(!explained)}
            className="rounded-[3px] hover:underline hover:decoration-line-strong hover:underline-offset-2"
          >
            {t.metric[metric]}
          </button>
        </h3>
        <span
          className="min-w-0 flex-1 truncate text-small text-ink-2"
          title={dueAt === null ? undefined : exact(dueAt, zone)}
        >
          {when(props)}
        </span>
        <SlaChip metric={metric} state={state} dueAt={dueAt} riskAt={riskAt} metAt={metAt} zone={zone} wordy />
      </div>
      <Bar clock={clock} zone={zone} label={t.metric[metric]} />
      {explained && clock.why !== '' && <p className="mt-[5px] text-small text-ink-2 select-text">{clock.why}</p>}
    </section>
  );
}

const rank = (clock: Clock): number => (clock.metAt !== null || clock.state === 'met' ? 1 : 0);

/** Every clock of a ticket: when due, how far as a bar, and why in words. Those that run stand first. */
export function Clocks({ ticket }: { readonly ticket: Ticket }) {
  const zone = useZone();
  const now = useMinute();
  const shown = metrics
    .flatMap((metric) => (ticket.clocks[metric].state === 'idle' ? [] : [{ metric, clock: ticket.clocks[metric] }]))
    .sort((a, b) => rank(a.clock) - rank(b.clock));
  if (shown.length === 0) return null;
  return (
    <div
      role="group"
      tabIndex={0}
      className="flex max-h-[38vh] shrink-0 flex-col gap-[10px] overflow-y-auto border-b border-line px-4 pt-[10px] pb-3 -outline-offset-2"
      aria-label={t.panel.clocks}
    >
      {shown.map(({ metric, clock }, index) => (
        <OneClock key={metric} first={index === 0} metric={metric} clock={clock} zone={zone} now={now} />
      ))}
      <Button small look="quiet" onClick={() => openDialog('ledger')} className="-mb-1 -ml-2 self-start">
        {c.ledger.show} <Kbd keys="e" />
      </Button>
    </div>
  );
}
