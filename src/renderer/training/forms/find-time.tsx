import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Refresher, TrainingSlot } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client, orpc } from '../../client/client.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { Hints } from '../../ui/hints.tsx';
import { tw } from '../../strings/en-training.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Entry, EntryList } from '../../ui/entry-list.tsx';
import { dateText } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { ask } from '../training-store.ts';
import { spanText, useTold, type Told } from '../use-told.ts';
import { dateAfter } from '../weeks.ts';

const w = tw.slots;
const days = 7;

type LineProps = { readonly slot: TrainingSlot; readonly refresher: Refresher; readonly told: Told };

function Line({ slot, refresher, told }: LineProps) {
  const { attendance } = refresher;
  const missing = attendance.filter(({ personId }) => !slot.personIds.includes(personId));
  const isShorter = slot.shortAfter - slot.shortBefore >= 0.5;
  return (
    <Entry id={String(slot.startAt)} className="flex-col justify-center py-[5px]">
      <span className="flex flex-wrap items-baseline gap-x-3 tabular-nums">
        <span className="min-w-[190px] font-semibold">{spanText(slot.startAt, slot.endAt, told)}</span>
        <span>{w.come(slot.personIds.length, attendance.length)}</span>
        <span className={cx('inline-flex items-center gap-1 text-small', isShorter ? 'text-risk' : 'text-ink-2')}>
          {isShorter && <TriangleAlert size={12} aria-hidden />}
          {w.shortage(slot)}
        </span>
      </span>
      {missing.length > 0 && (
        <span className="text-small text-ink-2" dir="auto">
          {w.without(missing.map(({ personId }) => told.nameOf(personId)).join(', '))}
        </span>
      )}
    </Entry>
  );
}

type ListProps = {
  readonly slots: readonly TrainingSlot[];
  readonly refresher: Refresher;
  readonly told: Told;
  readonly onPlace: (startAt: number, publish: boolean) => void;
};

function Slots({ slots, refresher, told, onPlace }: ListProps) {
  const [at, setAt] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.focus(), []);
  const current = slots.find(({ startAt }) => String(startAt) === at) ?? slots[0];
  const place = (publish: boolean): void => {
    if (current !== undefined) onPlace(current.startAt, publish);
  };
  return (
    <div
      className="flex max-h-[340px] min-h-0 flex-col rounded-md border border-line"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        place(true);
      }}
    >
      <EntryList
        ref={list}
        label={w.list}
        ids={slots.map(({ startAt }) => String(startAt))}
        currentId={at}
        onChoose={setAt}
        onOther={(key) => {
          if (key !== 'Enter') return false;
          place(false);
          return true;
        }}
      >
        {slots.map((slot) => (
          <Line key={slot.startAt} slot={slot} refresher={refresher} told={told} />
        ))}
      </EntryList>
    </div>
  );
}

type BarProps = {
  readonly from: string;
  readonly isFirst: boolean;
  readonly told: Told;
  readonly onStep: (by: 1 | -1) => void;
};

const Bar = ({ from, isFirst, told, onStep }: BarProps) => (
  <div className="flex flex-wrap items-center gap-2">
    <span role="status" className="flex-1 text-small text-ink-2 tabular-nums">
      {w.from(dateText(from, told.now), dateText(dateAfter(from, days - 1), told.now))}
    </span>
    <Button small disabled={isFirst} onClick={() => onStep(-1)} icon={<ChevronLeft size={13} aria-hidden />}>
      {w.earlier}
      <Kbd keys="," />
    </Button>
    <Button small onClick={() => onStep(1)} icon={<ChevronRight size={13} aria-hidden />}>
      {w.later}
      <Kbd keys="." />
    </Button>
  </div>
);

const otherDays = [[', / .', w.hints.days]] as const;
const hints = [
  ['j / k', w.hints.move],
  ['enter', w.hints.place],
  ['mod+enter', w.hints.publish],
  ...otherDays,
] as const;

/** Nobody is invited: there is nobody to find a time for. */
const Nobody = ({ refresher }: { readonly refresher: Refresher }) => (
  <div className="flex flex-col items-start gap-3 p-4">
    <p className="font-semibold">{w.nobody}</p>
    <Button look="primary" autoFocus onClick={() => ask({ what: 'invite', refresher })}>
      {tw.form.invite}
    </Button>
  </div>
);

type Props = { readonly refresher: Refresher; readonly onClose: () => void };

/** Where a refresher fits, week by week from today on: by how many can come, and how short it leaves the queues. */
export const FindTime = (props: Props) =>
  props.refresher.attendance.length === 0 ? <Nobody refresher={props.refresher} /> : <Times {...props} />;

function Times({ refresher, onClose }: Props) {
  const told = useTold();
  const [week, setWeek] = useState(0);
  const from = dateAfter(told.today, days * week);
  const { id } = refresher;
  const asked = useQuery(orpc.training.slots.queryOptions({ input: { id, from, days } }));
  const step = (by: 1 | -1): void => setWeek((now) => Math.max(0, now + by));
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ',': -1, '.': 1 } as const;
    if (event.key !== ',' && event.key !== '.') return;
    event.preventDefault();
    step(by[event.key]);
  };
  const place = async (startAt: number, publish: boolean): Promise<void> => {
    const done = await command(client.training.place({ id, startAt, publish }));
    if (done !== null) onClose();
  };
  const slots = asked.data?.slots;
  return (
    <div className="flex min-h-0 flex-col gap-3 p-4" onKeyDown={onKeyDown}>
      <Bar from={from} isFirst={week === 0} told={told} onStep={step} />
      {slots === undefined ? (
        <NotRead asked={asked} />
      ) : slots.length > 0 ? (
        <Slots
          key={from}
          slots={slots}
          refresher={refresher}
          told={told}
          onPlace={(at, publish) => void place(at, publish)}
        />
      ) : (
        <div>
          <p className="font-semibold">{w.none}</p>
          <p className="text-small text-ink-2">{w.noneHow}</p>
        </div>
      )}
      <div className="-mx-4 -mb-4">
        <Hints hints={slots === undefined || slots.length === 0 ? otherDays : hints} />
      </div>
    </div>
  );
}
