import { ChevronDown, ChevronRight, Circle, CircleCheck, CircleDot } from 'lucide-react';
import type { StageState } from '../../../contract/index.ts';
import type { Told } from '../../coaching/page/rows.tsx';
import { ow } from '../../strings/en-onboarding.ts';
import { cx } from '../../ui/cx.ts';
import { Entry } from '../../ui/entry-list.tsx';
import { dateText, shortDate } from '../../ui/format.ts';
import type { Item, StageOf } from './items.ts';
import { GateRow, SignRow, TaskRow } from './item-rows.tsx';

const w = ow.page;

const marks = {
  passed: { icon: CircleCheck, tone: 'text-met' },
  current: { icon: CircleDot, tone: 'text-accent' },
  ahead: { icon: Circle, tone: 'text-ink-3' },
} as const;

function stateWords({ state, passedAt }: StageState, told: Told): string {
  return passedAt === null ? w.stageState[state] : w.passedOn(shortDate(passedAt, told.zone, told.now));
}

/** A stage in a line or two: how it stands, when it is, how long, and how much of it is done. */
function Head({ of: { stage, state, open }, told }: { readonly of: StageOf; readonly told: Told }) {
  const { icon: Icon, tone } = marks[state.state];
  const Turn = open ? ChevronDown : ChevronRight;
  const done = state.tasks.filter(({ doneAt }) => doneAt !== null).length;
  return (
    <>
      <Turn size={14} aria-hidden className="mt-[3px] shrink-0 text-ink-2" />
      <Icon size={15} aria-hidden className={cx('mt-[2px] shrink-0', tone)} />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="min-w-0 font-bold break-words" dir="auto">
            {stage.name}
          </span>
          <span className={cx('text-small', state.state === 'current' ? 'font-semibold text-on-soft' : 'text-ink-2')}>
            {stateWords(state, told)}
          </span>
        </span>
        <span className="flex flex-wrap gap-x-3 text-small text-ink-2 tabular-nums">
          <span>{w.span(dateText(state.startOn, told.now), dateText(state.endOn, told.now))}</span>
          <span>{w.length(stage.workDays, state.extraDays)}</span>
          <span>{w.rampOf(stage.rampPercent)}</span>
          {stage.tasks.length > 0 && <span>{w.tasksDone(done, stage.tasks.length)}</span>}
          {state.state === 'ahead' && stage.gates.length > 0 && (
            <span dir="auto">{w.asks(stage.gates.map(ow.gateAsks))}</span>
          )}
        </span>
        {open && stage.summary !== '' && (
          <span className="block text-small break-words whitespace-pre-wrap text-ink-2" dir="auto">
            {stage.summary}
          </span>
        )}
      </span>
    </>
  );
}

function Row({ item, told, of }: { readonly item: Item; readonly told: Told; readonly of: StageOf }) {
  if (item.kind === 'stage') return <Head of={of} told={told} />;
  if (item.kind === 'task') return <TaskRow item={item} told={told} />;
  return item.kind === 'gate' ? <GateRow item={item} /> : <SignRow item={item} told={told} />;
}

type Props = {
  readonly of: StageOf;
  readonly items: readonly Item[];
  readonly told: Told;
  readonly onOpen: (item: Item) => void;
};

/** A stage with what is in it, where it is open. A double click does what Enter does. */
export const StageGroup = ({ of, items, told, onOpen }: Props) => (
  <div role="group" aria-label={of.stage.name}>
    {items.map((item) => (
      <div key={item.id} role="presentation" onDoubleClick={() => onOpen(item)}>
        <Entry
          id={item.id}
          className={cx(
            '!min-h-[34px] items-start gap-2 py-[6px]',
            item.kind === 'stage' ? 'bg-canvas aria-selected:bg-accent-soft' : '!pl-[38px]',
          )}
        >
          <Row item={item} told={told} of={of} />
        </Entry>
      </div>
    ))}
  </div>
);
