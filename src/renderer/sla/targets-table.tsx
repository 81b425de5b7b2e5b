import { useId, type KeyboardEvent } from 'react';
import type { Metric, Priority, Status } from '../../contract/index.ts';
import { metrics, priorities } from '../../contract/words.ts';
import { c } from '../strings/en-clocks.ts';
import { t } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';
import { inputClass } from '../ui/field.tsx';
import { PriorityBars } from '../ui/marks.tsx';
import { pausable, switched, type PolicyDraft, type Problems, type TargetCell } from './policy-draft.ts';

type Props = {
  readonly draft: PolicyDraft;
  readonly problems: Problems;
  readonly onChange: (next: PolicyDraft) => void;
};

/** Up, down and Enter go to the cell above or below, as in a sheet. */
function onCellKey(event: KeyboardEvent<HTMLInputElement>, metric: Metric, priority: Priority): void {
  const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const next = priorities[priorities.indexOf(priority) + step];
  event.preventDefault();
  const table = event.currentTarget.closest('table');
  table?.querySelector<HTMLInputElement>(`[data-cell="${metric}.${next ?? ''}"]`)?.select();
  table?.querySelector<HTMLInputElement>(`[data-cell="${metric}.${next ?? ''}"]`)?.focus();
}

type CellProps = Props & { readonly metric: Metric; readonly priority: Priority };

function Cell({ draft, problems, onChange, metric, priority }: CellProps) {
  const id = useId();
  const cell = draft.targets[metric][priority];
  const problem = problems.get(`targets.${metric}.${priority}`);
  const names = [t.metric[metric], t.priority[priority]] as const;
  const put = (next: TargetCell): void => {
    const row = { ...draft.targets[metric], [priority]: next };
    onChange({ ...draft, targets: { ...draft.targets, [metric]: row } });
  };
  const business = cell.time === 'business';
  return (
    <td className="py-[3px] pr-2 align-top">
      <span className="flex">
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          data-cell={`${metric}.${priority}`}
          aria-label={c.policy.targetOf(...names)}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : id}
          value={cell.text}
          onChange={(event) => put({ ...cell, text: event.target.value })}
          onKeyDown={(event) => onCellKey(event, metric, priority)}
          className={cx(inputClass, 'min-w-[46px] flex-1 rounded-r-none px-2 tabular-nums focus-visible:z-10')}
        />
        <button
          type="button"
          aria-label={`${c.policy.timeOf(...names)}: ${business ? c.policy.businessHow : c.policy.calendarHow}`}
          title={business ? c.policy.businessHow : c.policy.calendarHow}
          onClick={() => put(switched(cell))}
          className="h-[31px] w-[43px] shrink-0 rounded-r-md border border-l-0 border-line-strong bg-canvas text-cap text-ink-2 hover:bg-sunken hover:text-ink"
        >
          {business ? c.policy.business : c.policy.calendarTime}
        </button>
      </span>
      {problem !== undefined && (
        <p id={id} className="mt-[2px] text-cap text-late">
          {problem}
        </p>
      )}
    </td>
  );
}

/** What is promised: a row a priority, a column a metric; an empty cell has no clock. */
export function TargetsTable(props: Props) {
  const none = props.problems.get('targets');
  return (
    <div className="-m-1 flex flex-col gap-1 overflow-x-auto p-1">
      <table className="w-full max-w-[760px] min-w-[440px] table-fixed border-collapse">
        <caption className="mb-1 text-left text-small font-medium text-ink-2">
          {c.policy.targets} <span className="font-normal text-ink-3">{c.policy.targetsHow}</span>
        </caption>
        <thead>
          <tr className="text-left text-small text-ink-2">
            <td className="w-[52px]" />
            {metrics.map((metric) => (
              <th key={metric} scope="col" className="pr-2 pb-1 align-bottom font-medium">
                {t.metric[metric]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {priorities.map((priority) => (
            <tr key={priority}>
              <th scope="row" className="py-[3px] pr-2 text-left align-top font-semibold">
                <span className="flex h-[31px] items-center gap-2">
                  <PriorityBars priority={priority} />
                  {t.priority[priority]}
                </span>
              </th>
              {metrics.map((metric) => (
                <Cell key={metric} {...props} metric={metric} priority={priority} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {none !== undefined && (
        <p data-wrong className="text-small text-late">
          {none}
        </p>
      )}
    </div>
  );
}

/** In which statuses which clock stands still. */
export function PausesTable({ draft, onChange }: Omit<Props, 'problems'>) {
  const toggle = (metric: Metric, status: Status): void => {
    const held = draft.pauses[metric];
    const next = held.includes(status) ? held.filter((each) => each !== status) : [...held, status];
    // In the order of the statuses, so that ticking one off and on again is no change.
    const ordered = pausable.filter((each) => next.includes(each));
    onChange({ ...draft, pauses: { ...draft.pauses, [metric]: ordered } });
  };
  return (
    <div className="overflow-x-auto">
      <table className="w-full max-w-[760px] min-w-[380px] table-fixed border-collapse">
        <caption className="mb-1 text-left text-small font-medium text-ink-2">{c.policy.pauses}</caption>
        <thead>
          <tr className="text-left text-small text-ink-2">
            <td className="w-[108px]" />
            {pausable.map((status) => (
              <th key={status} scope="col" className="pb-1 font-medium">
                {t.status[status]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {metrics.map((metric) => (
            <tr key={metric}>
              <th scope="row" className="h-[25px] text-left font-normal">
                {t.metric[metric]}
              </th>
              {pausable.map((status) => (
                <td key={status}>
                  <input
                    type="checkbox"
                    aria-label={c.policy.pausesOf(t.metric[metric], t.status[status])}
                    checked={draft.pauses[metric].includes(status)}
                    onChange={() => toggle(metric, status)}
                    className="size-[14px] align-middle accent-accent"
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
