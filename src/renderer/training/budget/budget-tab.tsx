import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Wallet } from 'lucide-react';
import { useRef } from 'react';
import type { BudgetRow, Enrolment } from '../../../contract/index.ts';
import { openDialog } from '../../app/window-store.ts';
import { orpc } from '../../client/client.ts';
import { useViewer } from '../../people/viewer.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { Hints } from '../../ui/hints.tsx';
import { stageOf, useFirstFocus } from '../../app/use-focus.ts';
import { tw } from '../../strings/en-training.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Beside } from '../../ui/beside.tsx';
import { useTabActions } from '../tab-actions.ts';
import { ask, setTraining, useTraining } from '../training-store.ts';
import { useTold } from '../use-told.ts';
import { cancelEnrolment, tickEnrolment } from '../writes.ts';
import { EnrolmentList } from './enrolment-list.tsx';
import { PersonList } from './person-list.tsx';

const w = tw.budget;
const none: readonly Enrolment[] = [];

const yearBefore = (year: number): void => setTraining({ year: Math.max(1970, year - 1) });
const yearAfter = (year: number): void => setTraining({ year: Math.min(2200, year + 1) });

type BarProps = {
  readonly year: number;
  readonly rows: readonly BudgetRow[];
  readonly amount: number;
  readonly currency: string;
  readonly leads: boolean;
};

function YearBar({ year, rows, amount, currency, leads }: BarProps) {
  const sum = (of: (row: BudgetRow) => number): string =>
    tw.money(Math.round(rows.reduce((all, row) => all + 100 * of(row), 0)) / 100, currency);
  return (
    <div className="flex min-h-[40px] shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1">
      <span className="inline-flex items-center gap-1">
        <IconButton label={w.before} onClick={() => yearBefore(year)}>
          <ChevronLeft size={15} aria-hidden />
        </IconButton>
        <h2 className="font-bold tabular-nums">{w.year(year)}</h2>
        <IconButton label={w.after} onClick={() => yearAfter(year)}>
          <ChevronRight size={15} aria-hidden />
        </IconButton>
        <Kbd keys="," />
        <Kbd keys="." />
      </span>
      <span className="text-small text-ink-2 tabular-nums">
        {w.total(
          sum(({ spent }) => spent),
          sum(({ setAside }) => setAside),
          sum((row) => row.amount),
        )}
      </span>
      <span className="flex-1" />
      <span className="text-small text-ink-2 tabular-nums">{w.everybody(tw.money(amount, currency))}</span>
      {leads && (
        <Button small onClick={() => ask({ what: 'amount', personId: null })}>
          {w.change}
          <Kbd keys="shift+u" />
        </Button>
      )}
    </div>
  );
}

function useBudgetKeys(
  leads: boolean,
  year: number,
  current: BudgetRow | undefined,
  enrolment: Enrolment | undefined,
): void {
  const personId = current?.personId ?? null;
  useTabActions({
    before: () => yearBefore(year),
    after: () => yearAfter(year),
    ...(leads && {
      everybody: () => ask({ what: 'amount', personId: null }),
      new: () => ask({ what: 'enrolment', enrolment: null, personId, courseId: null }),
    }),
    ...(leads && personId !== null && { amount: () => ask({ what: 'amount', personId }) }),
    ...(leads &&
      enrolment !== undefined && {
        open: () => ask({ what: 'enrolment', enrolment, personId, courseId: enrolment.courseId }),
        edit: () => ask({ what: 'enrolment', enrolment, personId, courseId: enrolment.courseId }),
        tick: () => tickEnrolment(enrolment),
        callOff: () => cancelEnrolment(enrolment),
      }),
  });
}

const left = [
  ['j / k', w.hints.move],
  ['enter', w.hints.open],
] as const;
const leftLead = [
  ['n', w.hints.enrol],
  ['u', w.hints.amount],
  ['shift+u', w.hints.everybody],
] as const;
const right = [
  ['x', w.hints.done],
  ['e', w.hints.edit],
  ['n', w.hints.enrol],
] as const;
const year = [[', / .', w.hints.year]] as const;
const back = [['escape', w.hints.back]] as const;

const hintsOf = (side: 'left' | 'right', leads: boolean) =>
  side === 'left'
    ? [...left, ...(leads ? leftLead : []), ...year]
    : [...left.slice(0, 1), ...(leads ? right : []), ...year, ...back];

type Data = { readonly currency: string; readonly amount: number; readonly people: readonly BudgetRow[] };

function Loaded({ data, inYear, leads }: { readonly data: Data; readonly inYear: number; readonly leads: boolean }) {
  const { personId, enrolmentId, side } = useTraining();
  const told = useTold();
  const all = useQuery(orpc.training.enrolments.queryOptions({ input: { year: inYear } })).data?.enrolments ?? none;
  const courses = useQuery(orpc.training.courses.queryOptions()).data?.courses ?? [];
  const list = useRef<HTMLDivElement>(null);
  const beside = useRef<HTMLDivElement>(null);
  const current = data.people.find((each) => each.personId === personId) ?? data.people[0];
  const own = all.filter((each) => each.personId === current?.personId);
  const enrolment = own.find(({ id }) => id === enrolmentId) ?? own[0];
  useBudgetKeys(leads, inYear, current, side === 'right' ? enrolment : undefined);
  const add = (): void =>
    ask({ what: 'enrolment', enrolment: null, personId: current?.personId ?? null, courseId: null });
  return (
    <>
      <YearBar year={inYear} rows={data.people} amount={data.amount} currency={data.currency} leads={leads} />
      {current === undefined ? (
        <NoPeople />
      ) : (
        <Beside
          wide
          left={
            <PersonList
              list={list}
              rows={data.people}
              currency={data.currency}
              currentId={current.personId}
              nameOf={told.nameOf}
              onEnter={() => beside.current?.focus()}
            />
          }
          right={
            <EnrolmentList
              list={beside}
              title={w.courses(told.nameOf(current.personId), inYear)}
              enrolments={own}
              currentId={enrolment?.id ?? null}
              resting={side === 'left'}
              courseOf={(id) => courses.find((each) => each.id === id)?.name ?? ''}
              currency={data.currency}
              told={told}
              onAdd={leads ? add : null}
              onLeave={() => list.current?.focus({ preventScroll: true })}
            />
          }
        />
      )}
      <Hints hints={current === undefined ? year : hintsOf(side, leads)} />
    </>
  );
}

const NoPeople = () => (
  <Empty
    title={w.empty}
    icon={<Wallet size={28} strokeWidth={1.4} aria-hidden />}
    actions={
      <Button data-first onClick={() => openDialog('team')}>
        {w.team}
      </Button>
    }
  >
    {w.emptyHow}
  </Empty>
);

/** The money of a year: per person what is spent, set aside and left, beside their courses. */
export function BudgetTab() {
  const { leads } = useViewer();
  const { today } = useTold();
  const chosen = useTraining((state) => state.year);
  const inYear = chosen ?? Number(today.slice(0, 4));
  const asked = useQuery({
    ...orpc.training.budget.queryOptions({ input: { year: inYear } }),
    // The year before stays until the one that is asked for is read.
    placeholderData: (kept) => kept,
  });
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box, stageOf(asked.data?.people.length));
  if (asked.data === undefined) return <NotRead asked={asked} />;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <Loaded data={asked.data} inYear={inYear} leads={leads} />
    </div>
  );
}
