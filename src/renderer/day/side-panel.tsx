import { CircleAlert, CircleCheck, Ellipsis, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import type { Finding, Move, ShiftRequest, TimeOff } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { goTo } from '../app/window-store.ts';
import { d } from '../strings/en-day.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { clockTime } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Menu } from '../ui/menu.tsx';
import { Resizer } from '../ui/resizer.tsx';
import { applyFix, applyMove } from './day-actions.ts';
import { useShownDay } from './day-handle.ts';
import { setDay, useDay } from './day-store.ts';
import { PanelSection } from './panel-section.tsx';
import { RunningSection } from './running-section.tsx';
import { useFindings, useMoves } from './use-day-data.ts';

const w = d.panel;

function MoveCard({ move, index }: { readonly move: Move; readonly index: number }) {
  return (
    <li className="rounded-lg border border-line p-[11px]">
      <p className="font-semibold" dir="auto">
        {move.label}
      </p>
      <p className="text-small text-ink-2" dir="auto">
        {move.effect}
      </p>
      <Button small onClick={() => applyMove(move)} aria-label={w.applyOf(move.label)} className="mt-2">
        {w.apply} {index < 9 && <Kbd keys={`m ${index + 1}`} />}
      </Button>
    </li>
  );
}

const noMoves: readonly Move[] = [];

/** What is short, and what would help, each applied by one key. */
function Moves({ date, zone, reforecast }: { date: string; zone: string; reforecast: number | null }) {
  const { data, error } = useMoves(date);
  const moves = data?.moves ?? noMoves;
  useEffect(() => {
    useShownDay.setState({ moves });
    return () => useShownDay.setState({ moves: noMoves });
  }, [moves]);
  if (data === undefined) return error === null ? null : <p className="text-small text-ink-2">{messageOf(error)}</p>;
  const { short, words } = data;
  const title = short === null ? w.notShort : w.shortAt(clockTime(short.startAt, zone), clockTime(short.endAt, zone));
  return (
    <PanelSection title={title}>
      <p className="text-small text-ink-2">
        {words} {reforecast !== null && Math.abs(reforecast - 1) >= 0.01 && w.reforecast(reforecast)}
      </p>
      {moves.length > 0 && (
        <ul aria-label={w.moves} className="flex flex-col gap-3">
          {moves.map((move, index) => (
            <MoveCard key={move.id} move={move} index={index} />
          ))}
        </ul>
      )}
      {moves.length === 0 && short !== null && <p className="text-small text-ink-2">{w.noMoves}</p>}
    </PanelSection>
  );
}

/** The best way to put a finding right on a button, the others in a menu. */
function Remedies({ finding, index }: { readonly finding: Finding; readonly index: number }) {
  const [first, ...others] = finding.remedies;
  if (first === undefined) return null;
  return (
    <p className="mt-1 flex gap-1">
      <Button
        small
        onClick={() => applyFix(finding, first)}
        aria-label={w.fixOf(first.label)}
        title={first.label}
        className="!shrink overflow-hidden"
      >
        <span className="truncate">{first.label}</span>
        {index < 9 && <Kbd keys={`f ${index + 1}`} />}
      </Button>
      {others.length > 0 && (
        <Menu
          trigger={
            <IconButton label={w.moreFixes}>
              <Ellipsis size={14} aria-hidden />
            </IconButton>
          }
          label={w.moreFixes}
          align="end"
          items={others.map((remedy) => ({ label: remedy.label, onPick: () => applyFix(finding, remedy) }))}
        />
      )}
    </p>
  );
}

function FindingLine({ finding, index }: { readonly finding: Finding; readonly index: number }) {
  const error = finding.severity === 'error';
  const Icon = error ? TriangleAlert : CircleAlert;
  return (
    <li className="flex gap-2 text-small">
      <Icon
        size={14}
        role="img"
        aria-label={w[finding.severity]}
        className={cx('mt-[2px] shrink-0', error ? 'text-late' : 'text-risk')}
      />
      <div className="min-w-0 flex-1">
        <p dir="auto">{finding.text}</p>
        {finding.fix !== '' && finding.remedies.length === 0 && <p className="text-ink-2">{finding.fix}</p>}
        <Remedies finding={finding} index={index} />
      </div>
    </li>
  );
}

const noFindings: readonly Finding[] = [];
const mostFindings = 9;

/** What breaks a rule of the roster, with the change that puts it right. */
function Findings({ from, days }: { readonly from: string; readonly days: number }) {
  const { data } = useFindings(from, days);
  const findings = data?.findings ?? noFindings;
  useEffect(() => {
    useShownDay.setState({ findings });
    return () => useShownDay.setState({ findings: noFindings });
  }, [findings]);
  if (data === undefined) return null;
  if (findings.length === 0)
    return (
      <p className="flex items-center gap-2 text-small text-ink-2">
        <CircleCheck size={14} aria-hidden className="text-met" />
        {w.noFindings}
      </p>
    );
  return (
    <PanelSection title={w.findings(findings.length)}>
      <ul className="flex flex-col gap-3">
        {findings.slice(0, mostFindings).map((finding, index) => (
          <FindingLine key={`${finding.rule} ${finding.startAt} ${finding.text}`} finding={finding} index={index} />
        ))}
      </ul>
      {findings.length > mostFindings && (
        <p className="text-small text-ink-2">{w.more(findings.length - mostFindings)}</p>
      )}
    </PanelSection>
  );
}

type AskedProps = {
  readonly requests: readonly ShiftRequest[];
  readonly timeOff: readonly TimeOff[];
  readonly names: ReadonlyMap<string, string>;
};
const mostAsked = 5;

/** What people ask for, in a line each; it is decided on the Roster screen, where its effect is shown. */
function Asked({ requests, timeOff, names }: AskedProps) {
  const name = (id: string): string => names.get(id) ?? '…';
  const lines = [
    ...requests
      .filter(({ state }) => state === 'asked')
      .map(({ id, kind, personId }) => ({ id, words: w.request[kind](name(personId)) })),
    ...timeOff
      .filter(({ state }) => state === 'asked')
      .map(({ id, kind, personId }) => ({ id, words: w.off(name(personId), d.timeOff[kind]) })),
  ];
  if (lines.length === 0) return null;
  return (
    <PanelSection title={w.asked(lines.length)}>
      <ul className="flex flex-col gap-1 text-small">
        {lines.slice(0, mostAsked).map(({ id, words }) => (
          <li key={id} dir="auto">
            {words}
          </li>
        ))}
      </ul>
      {lines.length > mostAsked && <p className="text-small text-ink-2">{w.more(lines.length - mostAsked)}</p>}
      <Button small onClick={() => goTo('roster')} className="self-start">
        {w.decide}
      </Button>
    </PanelSection>
  );
}

type PanelProps = AskedProps & {
  readonly date: string;
  readonly from: string;
  readonly days: number;
  readonly zone: string;
  readonly today: boolean;
  readonly reforecast: number | null;
};

const least = 240;
const most = 520;

/** Beside the day: what is short and what helps, what is wrong, what is asked, how the day runs. */
export function SidePanel({ date, from, days, zone, today, reforecast, ...asked }: PanelProps) {
  const panelPx = useDay((state) => state.panelPx);
  return (
    <aside
      data-panel
      aria-label={w.label}
      style={{ width: panelPx }}
      className="relative flex shrink-0 flex-col border-l border-line bg-surface"
    >
      <Resizer
        label={w.resize}
        value={panelPx}
        min={least}
        max={most}
        grows="left"
        onResize={(px) => setDay({ panelPx: px })}
        className="-left-[4px]"
      />
      <div
        className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-4 py-[14px]"
        tabIndex={0}
        role="group"
        aria-label={w.label}
      >
        {days === 1 && <Moves date={date} zone={zone} reforecast={reforecast} />}
        <Findings from={from} days={days} />
        <Asked {...asked} />
        {days === 1 && today && <RunningSection date={date} names={asked.names} />}
      </div>
    </aside>
  );
}
