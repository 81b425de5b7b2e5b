import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ClockOutcome, DeskPolicy, Metric, SlaDraft } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { orpc, type client } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { c } from '../strings/en-clocks.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { exact, moment } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useMinute } from '../ui/use-now.ts';
import { useSettled } from '../ui/use-settled.ts';
import { showTicket } from './open-ticket.ts';
import { focusPreview } from './policy-focus.ts';
import { draftId, policyOf, withPolicy, type PolicyDraft } from './policy-draft.ts';
import { changeInWords } from './preview-words.ts';

type Answer = Awaited<ReturnType<typeof client.sla.preview>>;
type Line = Answer['tickets'][number];
type Names = ReadonlyMap<string, string>;

function Due({ outcome }: { readonly outcome: ClockOutcome }) {
  const zone = useZone();
  const now = useMinute();
  const { dueAt, state } = outcome;
  if (dueAt === null) return <span className="text-ink-3">{c.preview.noClock}</span>;
  return (
    <span title={exact(dueAt, zone)} className={cx('tabular-nums', state === 'breached' && 'text-late')}>
      {moment(dueAt, zone, now)}
      {state === 'breached' && ` ${c.preview.late}`}
    </span>
  );
}

type ClockProps = { readonly metric: Metric; readonly before: ClockOutcome; readonly after: ClockOutcome };

function ClockLine({ metric, before, after }: ClockProps) {
  const change = changeInWords(before, after);
  return (
    <li className="grid grid-cols-[104px_1fr] gap-x-2 text-small">
      <span className="text-ink-2">{t.metric[metric]}</span>
      <span>
        <Due outcome={before} />
        {change !== null && (
          <>
            {' → '}
            <Due outcome={after} />
            <span className="ml-2 font-semibold">{change}</span>
          </>
        )}
      </span>
    </li>
  );
}

function TicketLine({ line, names }: { readonly line: Line; readonly names: Names }) {
  const name = (id: string): string => names.get(id) ?? id;
  const { policyBefore, policyAfter } = line;
  const moved = policyBefore !== policyAfter;
  const changed = line.clocks.filter(({ before, after }) => changeInWords(before, after) !== null);
  const running = line.clocks.filter(({ before }) => before.dueAt !== null && before.metAt === null);
  return (
    <li className="flex flex-col gap-[2px] border-t border-line py-2 first:border-t-0">
      <button
        type="button"
        title={c.preview.openTicket(line.number)}
        onClick={() => showTicket(line.id)}
        className="flex min-w-0 gap-2 rounded-[3px] text-left hover:underline hover:underline-offset-2"
      >
        <span className="shrink-0 text-ink-2 tabular-nums">#{line.number}</span>
        <span className="truncate font-semibold" dir="auto">
          {line.subject}
        </span>
      </button>
      <p className="text-small text-ink-2" dir="auto">
        {moved ? `${name(policyBefore)} → ${name(policyAfter)}` : name(policyAfter)}
      </p>
      <ul>
        {(changed.length > 0 ? changed : running).map((clock) => (
          <ClockLine key={clock.metric} {...clock} />
        ))}
      </ul>
    </li>
  );
}

function Matched({ matched, names }: { readonly matched: Answer['matched']; readonly names: Names }) {
  const most = Math.max(1, ...matched.map(({ tickets }) => tickets));
  return (
    <div>
      <h3 className="mb-1 text-small font-bold">{c.preview.matched}</h3>
      <ul>
        {matched.map(({ policy, tickets }) => (
          <li key={policy} className="flex h-[24px] items-center gap-2 text-small">
            <span className="w-[46%] truncate" dir="auto" title={names.get(policy)}>
              {names.get(policy) ?? policy}
            </span>
            <span aria-hidden className="h-[6px] flex-1">
              <span
                className={cx('block h-full rounded-full bg-accent', tickets > 0 && 'min-w-px')}
                style={{ width: `${(tickets / most) * 100}%` }}
              />
            </span>
            <span className="w-[40px] text-right tabular-nums">{tickets}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Body({ data, names, isDraft }: { readonly data: Answer; readonly names: Names; readonly isDraft: boolean }) {
  const none = data.matched.every(({ tickets }) => tickets === 0);
  if (none) return <p className="text-ink-2">{c.preview.empty}</p>;
  return (
    <>
      <p className="font-semibold" role="status">
        {isDraft ? c.preview.changed(data.changed) : c.preview.ofNothing}
      </p>
      {data.looked < data.open && <p className="text-small text-ink-2">{c.preview.looked(data.looked, data.open)}</p>}
      <Matched matched={data.matched} names={names} />
      <div>
        <h3 className="text-small font-bold">{data.changed > 0 ? c.preview.firstChanged : c.preview.first}</h3>
        <ul>
          {data.tickets.map((line) => (
            <TicketLine key={line.id} line={line} names={names} />
          ))}
        </ul>
      </div>
    </>
  );
}

type Props = {
  readonly saved: readonly DeskPolicy[];
  /** Null while nothing is changed. */
  readonly draft: PolicyDraft | null;
};

const pauseMs = 350;
const noDraft: SlaDraft = {};

/** What the desk says of the rules as edited, once the typing pauses. */
function usePreview({ saved, draft }: Props) {
  const settled = useSettled(draft, pauseMs);
  const read = settled === null ? null : policyOf(settled);
  const isWrong = read !== null && read.policy === null;
  const asked = read?.policy == null ? noDraft : { policies: withPolicy(saved, read.policy) };
  const { data, error, isFetching } = useQuery({
    ...orpc.sla.preview.queryOptions({ input: { draft: asked, limit: 20 }, enabled: !isWrong }),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  return { data: isWrong ? undefined : data, error: isWrong ? null : error, isFetching, isWrong, settled };
}

/** In one line, where the preview stands below the editor and not beside it: always in sight, and a way to all of it. */
export function PreviewStrip(props: Props) {
  const { data, error, isFetching, isWrong, settled } = usePreview(props);
  const none = data?.matched.every(({ tickets }) => tickets === 0) === true;
  return (
    <div className="sticky bottom-0 z-10 flex h-[35px] shrink-0 items-center gap-2 border-t border-line bg-canvas px-4 text-small @[940px]:hidden">
      <span className="min-w-0 flex-1 truncate">
        {isWrong && c.preview.wrong}
        {error !== null && c.preview.failed}
        {data !== undefined && stripWords(data, none, settled !== null)}
        {data === undefined && isFetching && c.preview.reading}
      </span>
      <Button small onClick={focusPreview}>
        {c.preview.show} <Kbd keys="p" />
      </Button>
    </div>
  );
}

function stripWords(data: Answer, none: boolean, isDraft: boolean): string {
  if (none) return c.preview.empty;
  return isDraft ? c.preview.changed(data.changed) : c.preview.nothingYet;
}

/** What the rules as edited would do to the open tickets, before they are saved. */
export function Preview(props: Props) {
  const { data, error, isFetching, isWrong, settled } = usePreview(props);
  const { saved } = props;
  const names = new Map(saved.map(({ id, name }) => [id, name]));
  if (settled !== null) names.set(settled.id ?? draftId, settled.name);
  return (
    <section
      data-preview
      tabIndex={-1}
      aria-label={c.preview.title}
      aria-busy={isFetching}
      className="flex flex-col gap-3 px-4 pt-[7px] pb-4 -outline-offset-2"
    >
      <h2 className="flex items-baseline gap-2 font-bold">
        {c.preview.title}
        {isFetching && <span className="text-small font-normal text-ink-2">{c.preview.reading}</span>}
      </h2>
      {isWrong && <p className="text-ink-2">{c.preview.wrong}</p>}
      {error !== null && (
        <p className="text-late">
          {c.preview.failed}. {messageOf(error)}
        </p>
      )}
      {error === null && data !== undefined && <Body data={data} names={names} isDraft={settled !== null} />}
    </section>
  );
}
