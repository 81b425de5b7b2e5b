import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, CircleOff, Equal, Hourglass, ChevronRight, Sprout } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Chain } from '../../../contract/index.ts';
import { orpc } from '../../client/client.ts';
import { openReview } from '../../quality/quality-store.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { Hints } from '../../ui/hints.tsx';
import { stageOf } from '../../app/use-focus.ts';
import { cw } from '../../strings/en-coaching.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Empty } from '../../ui/empty.tsx';
import { shortDate } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ask, openPerson, openSession, setCoaching, showTab, useCoaching } from '../coaching-store.ts';
import type { Told } from '../page/rows.tsx';
import { useTabActions } from '../tab-actions.ts';
import { useFirstFocus } from '../../app/use-focus.ts';
import { useTold } from '../use-told.ts';

const w = cw.effects;
const spans = [14, 30, 60, 90] as const;
const segments = spans.map((days) => ({ value: String(days), label: String(days) }));
const tones: Readonly<Record<Chain['verdict'], string>> = {
  better: 'text-met',
  worse: 'text-late',
  noDifference: 'text-ink',
  early: 'text-ink-2',
  notMeasured: 'text-ink-2',
};

function Verdict({ chain: { verdict, change } }: { readonly chain: Chain }) {
  const isUp = (change?.comparison.difference ?? 0) > 0;
  const icons = { noDifference: Equal, early: Hourglass, notMeasured: CircleOff } as const;
  const Icon = verdict === 'better' || verdict === 'worse' ? (isUp ? ArrowUp : ArrowDown) : icons[verdict];
  return (
    <span className={cx('inline-flex items-center gap-1 font-semibold', tones[verdict])}>
      <Icon size={13} aria-hidden className="shrink-0" />
      {w.verdict[verdict]}
    </span>
  );
}

/** The figure before and after, with how many that is, how sure, and how likely chance alone does as much. */
function Figure({ chain }: { readonly chain: Chain }) {
  const { change, adjustedP } = chain;
  return (
    <p className="flex flex-wrap items-center gap-x-3 tabular-nums">
      <Verdict chain={chain} />
      {change !== null && (
        <>
          <span dir="auto">
            {change.name}: {cw.valueOf(change.unit, change.comparison.a)} →{' '}
            {cw.valueOf(change.unit, change.comparison.b)}
          </span>
          <span className="text-ink-2">{w.difference(cw.difference(change.unit, change.comparison))}</span>
          <span className="text-ink-2">{cw.chance(adjustedP)}</span>
        </>
      )}
    </p>
  );
}

type Part = {
  readonly key: string;
  readonly label: string;
  readonly run: (() => void) | null;
  readonly grows?: boolean;
};

/** What led to a goal, in its order; what there was none of says so. */
function partsOf({ goal }: Chain, told: Told): readonly Part[] {
  const { reviewId, sessionId, personId } = goal;
  return [
    { key: 'person', label: told.nameOf(personId), run: () => openPerson(personId) },
    {
      key: 'review',
      label: reviewId === null ? w.noReview : w.review,
      run: reviewId === null ? null : () => openReview({ id: reviewId }),
    },
    {
      key: 'session',
      label: sessionId === null ? w.noSession : w.session,
      run: sessionId === null ? null : () => openSession(sessionId, personId),
    },
    {
      key: 'goal',
      label: goal.text,
      grows: true,
      run: () => {
        openPerson(personId);
        ask({ what: 'goal', personId, sessionId, goal });
      },
    },
  ];
}

type RowProps = {
  readonly chain: Chain;
  readonly told: Told;
  /** The part that the cursor is on; null: it is in another row. */
  readonly at: number | null;
  readonly onAt: (part: number) => void;
};

function ChainRow({ chain, told, at, onAt }: RowProps) {
  const { goal } = chain;
  const parts = partsOf(chain, told);
  const open = parts.flatMap((part, index) => (part.run === null ? [] : [index]));
  const cursor = at === null ? null : (open.findLast((index) => index <= at) ?? open[0]);
  return (
    <li className="flex flex-col gap-[2px] border-b border-line px-4 py-2">
      <div className="flex min-w-0 items-center gap-1">
        {parts.map(({ key, label, run, grows = false }, index) => (
          <PartOf key={key} first={index === 0} grows={grows}>
            {run === null ? (
              <span className="px-1 text-small whitespace-nowrap text-ink-2">{label}</span>
            ) : (
              <button
                type="button"
                data-part={key}
                data-first={index === cursor ? true : undefined}
                tabIndex={index === cursor ? 0 : -1}
                title={label}
                dir="auto"
                onFocus={() => onAt(index)}
                onClick={run}
                className={cx(
                  'min-w-0 truncate rounded-[4px] px-1 text-left hover:bg-sunken',
                  grows ? 'font-semibold' : 'shrink-0 underline decoration-line-strong underline-offset-2',
                )}
              >
                {label}
              </button>
            )}
          </PartOf>
        ))}
        <span className="shrink-0 pl-2 text-small text-ink-2 tabular-nums">
          {cw.page.set(shortDate(goal.setAt, told.zone, told.now))}
          {goal.state !== 'open' && `, ${cw.page.goalState[goal.state]}`}
        </span>
      </div>
      <div className="px-1 text-small">
        <Figure chain={chain} />
      </div>
    </li>
  );
}

type PartProps = { readonly first: boolean; readonly grows: boolean; readonly children: ReactNode };

const PartOf = ({ first, grows, children }: PartProps) => (
  <>
    {!first && <ChevronRight size={13} aria-hidden className="shrink-0 text-ink-3" />}
    <span className={cx('flex min-w-0', grows ? 'flex-1' : 'shrink-0')}>{children}</span>
  </>
);

const focusPart = (box: HTMLElement, row: number, part: number): void => {
  const items = box.querySelectorAll('li');
  const found = [...(items[row]?.querySelectorAll<HTMLElement>('[data-part]') ?? [])];
  const keys = ['person', 'review', 'session', 'goal'];
  const to = found.findLast((each) => keys.indexOf(each.dataset['part'] ?? '') <= part) ?? found[0];
  to?.focus();
  to?.scrollIntoView({ block: 'nearest' });
};

function ChainList({ chains, told }: { readonly chains: readonly Chain[]; readonly told: Told }) {
  const [cursor, setCursor] = useState({ row: 0, part: 0 });
  const box = useRef<HTMLUListElement>(null);
  const row = Math.min(cursor.row, chains.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const down = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, Home: -chains.length, End: chains.length }[event.key];
    const across = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const list = box.current;
    if (list === null || (down ?? across) === undefined) return;
    if (down !== undefined) focusPart(list, Math.min(Math.max(row + down, 0), chains.length - 1), cursor.part);
    else {
      const parts = [...(list.querySelectorAll('li')[row]?.querySelectorAll<HTMLElement>('[data-part]') ?? [])];
      const at = parts.findIndex((each) => each === document.activeElement);
      parts[at + (across ?? 0)]?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ul ref={box} aria-label={w.label} data-board onKeyDown={onKeyDown} className="min-h-0 flex-1 overflow-y-auto">
      {chains.map((chain, index) => (
        <ChainRow
          key={chain.goal.id}
          chain={chain}
          told={told}
          at={index === row ? cursor.part : null}
          onAt={(part) => setCursor({ row: index, part })}
        />
      ))}
    </ul>
  );
}

const step = (by: 1 | -1): void => {
  const { days } = useCoaching.getState();
  const next = spans[spans.findIndex((each) => each === days) + by];
  if (next !== undefined) setCoaching({ days: next });
};

const Nothing = () => (
  <Empty
    title={w.empty}
    icon={<Sprout size={28} strokeWidth={1.4} aria-hidden />}
    actions={
      <Button data-first onClick={() => showTab('people')}>
        {w.toPeople} <Kbd keys="1" />
      </Button>
    }
  >
    {w.emptyHow}
  </Empty>
);

/** Which coaching worked: review, session, goal, and the figure before and after. */
export function EffectsTab() {
  const days = useCoaching((state) => state.days);
  const asked = useQuery(orpc.coaching.effects.queryOptions({ input: { days } }));
  const told = useTold();
  const box = useRef<HTMLDivElement>(null);
  const chains = asked.data?.chains;
  useFirstFocus(box, stageOf(chains?.length));
  useTabActions({ before: () => step(-1), after: () => step(1) });
  const tested = chains?.filter(({ adjustedP }) => adjustedP !== null).length ?? 0;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 flex-col gap-2 border-b border-line px-4 py-2">
        <p className="max-w-[900px] text-small text-ink-2">
          {w.regression} {w.together(tested)}
        </p>
        <div className="flex items-center gap-2 text-small text-ink-2">
          {w.days}
          <Segmented
            label={w.days}
            segments={segments}
            value={String(days)}
            onChange={(value) => setCoaching({ days: Number(value) })}
          />
          <Kbd keys="," />
          <Kbd keys="." />
        </div>
      </div>
      {chains === undefined && <NotRead asked={asked} />}
      {chains?.length === 0 && <Nothing />}
      {chains !== undefined && chains.length > 0 && <ChainList chains={chains} told={told} />}
      <Hints
        hints={[
          ['j / k', w.hints.move],
          ['arrowleft / arrowright', w.hints.parts],
          ['enter', w.hints.open],
          [', / .', w.hints.days],
        ]}
      />
    </div>
  );
}
