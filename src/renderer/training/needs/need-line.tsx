import { CalendarCheck, Check, Hourglass } from 'lucide-react';
import type { TrainingNeed } from '../../../contract/index.ts';
import { tw } from '../../strings/en-training.ts';
import { cx } from '../../ui/cx.ts';
import { Entry } from '../../ui/entry-list.tsx';

const w = tw.needs;
const mostNames = 3;

/** Up to three names, and how many more. */
function namesOf(ids: readonly string[], nameOf: (id: string) => string): string {
  const names = ids.slice(0, mostNames).map(nameOf);
  const more = ids.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` ${w.more(more)}` : ''}`;
}

type Props = {
  readonly id: string;
  readonly need: TrainingNeed;
  /** Of the refresher that has it; null: none. */
  readonly plannedIn: string | null;
  /** Null: there is nothing to be ticked for. */
  readonly ticked: boolean | null;
  readonly nameOf: (id: string) => string;
};

const Box = ({ ticked }: { readonly ticked: boolean }) => (
  <span
    className={cx(
      'mt-[3px] flex size-[13px] shrink-0 items-center justify-center rounded-[3.5px] border',
      ticked ? 'border-accent bg-accent text-on-accent' : 'border-ink-3',
    )}
  >
    {ticked && <Check size={11} strokeWidth={3} aria-hidden />}
  </span>
);

/** Something that could be trained, with what speaks for it and how sure that is. */
export function NeedLine({ id, need, plannedIn, ticked, nameOf }: Props) {
  const { source, title, why, n, few, personIds } = need;
  return (
    <Entry id={id} className="flex-row items-start gap-3 py-[7px]">
      {ticked !== null && <Box ticked={ticked} />}
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="min-w-0 font-semibold break-words" dir="auto">
            {title}
          </span>
          {ticked === true && <span className="sr-only">{w.ticked(1)}</span>}
          <span className="text-small text-ink-2">{w.kinds[source.kind]}</span>
          {few && (
            <span className="inline-flex h-[20px] items-center gap-1 rounded-[4px] bg-sunken px-[6px] text-small font-semibold text-ink-2">
              <Hourglass size={12} aria-hidden />
              {w.few}
            </span>
          )}
          {plannedIn !== null && (
            <span
              className="inline-flex min-h-[20px] items-center gap-1 rounded-[4px] bg-met-soft px-[6px] text-small font-semibold text-met"
              dir="auto"
            >
              <CalendarCheck size={12} aria-hidden className="shrink-0" />
              {w.planned(plannedIn)}
            </span>
          )}
        </span>
        <span className="text-small break-words text-ink-2 tabular-nums" dir="auto">
          {why}
        </span>
        {personIds.length > 0 && (
          <span className="text-small text-ink-2" dir="auto">
            {w.helps(namesOf(personIds, nameOf))}
          </span>
        )}
      </span>
      {source.kind !== 'topic' && <span className="shrink-0 text-small text-ink-2 tabular-nums">{w.n(n)}</span>}
    </Entry>
  );
}
