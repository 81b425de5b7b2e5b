import { ClipboardCheck, Link2, Plus, Ticket, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CoachingAction, CoachingGoal, CoachingSession } from '../../../contract/index.ts';
import { openReview } from '../../quality/quality-store.ts';
import { cw } from '../../strings/en-coaching.ts';
import { Button } from '../../ui/button.tsx';
import { moment } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { ask } from '../coaching-store.ts';
import { ItemList, type PageItem } from '../page/item-list.tsx';
import { ActionRow, GoalRow, type Told } from '../page/rows.tsx';
import { say } from './keeper.ts';
import { showTicket } from '../../written/rendered.tsx';

const w = cw.session;
export type Loaded = CoachingSession & {
  readonly actions: readonly CoachingAction[];
  readonly goals: readonly CoachingGoal[];
};
type Evidence = CoachingSession['evidence'][number];

const nameOfEvidence = ({ kind, number }: Evidence): string =>
  kind === 'ticket' ? `#${String(number)}` : w.review(number);

export function openEvidence(evidence: Evidence | undefined): void {
  if (evidence === undefined || evidence.gone) return;
  if (evidence.kind === 'ticket') showTicket(evidence.id);
  else openReview({ id: evidence.id });
}

/** Not linked any more. */
export const unlink = (session: CoachingSession, id: string): void =>
  say(session.id, { evidence: session.evidence.filter((each) => each.id !== id) });

function EvidenceRow({ evidence, onRemove }: { readonly evidence: Evidence; readonly onRemove: (() => void) | null }) {
  const Icon = evidence.kind === 'ticket' ? Ticket : ClipboardCheck;
  return (
    <>
      <Icon size={14} aria-hidden className="shrink-0 text-ink-2" />
      <span className="shrink-0 tabular-nums">{nameOfEvidence(evidence)}</span>
      <span className="min-w-0 flex-1 truncate text-ink-2" dir="auto" title={evidence.title}>
        {evidence.gone ? w.gone : evidence.title}
      </span>
      {onRemove !== null && (
        // The key for it is Delete; for a pointer, so it is out of the way of a reader of the list.
        <span
          aria-hidden
          onClick={onRemove}
          title={w.unlink(nameOfEvidence(evidence))}
          className="inline-flex size-5 items-center justify-center rounded-[4px] text-ink-2 hover:bg-sunken hover:text-ink"
        >
          <X size={13} />
        </span>
      )}
    </>
  );
}

type PartProps = {
  readonly title: string;
  readonly none: string;
  readonly count: number;
  readonly add: { readonly label: string; readonly keys: string; readonly run: () => void } | null;
  readonly children: ReactNode;
};

const Part = ({ title, none, count, add, children }: PartProps) => (
  <section aria-label={title}>
    <div className="flex min-h-[28px] items-center gap-2 pb-1">
      <h2 className="font-bold">{title}</h2>
      {count > 0 && <span className="text-small text-ink-2 tabular-nums">{count}</span>}
      <span className="flex-1" />
      {add !== null && (
        <Button
          small
          onClick={add.run}
          icon={add.keys === 'l' ? <Link2 size={13} aria-hidden /> : <Plus size={13} strokeWidth={2.2} aria-hidden />}
        >
          {add.label}
          <Kbd keys={add.keys} />
        </Button>
      )}
    </div>
    {count === 0 ? <p className="text-small text-ink-2">{none}</p> : children}
  </section>
);

type Props = {
  readonly session: Loaded;
  readonly told: Told;
  readonly leads: boolean;
  /** Whoever uses the desk is whom it is with. */
  readonly isMine: boolean;
  readonly metricName: (metric: CoachingGoal['metric']) => string | null;
  readonly pointed: { readonly list: string; readonly id: string } | null;
  readonly beyond: (name: string) => (way: 1 | -1) => void;
  readonly onOpen: (id: string) => void;
};

/** What was said by the agent once they read it. */
function Acknowledged({ session, told, isMine }: Pick<Props, 'session' | 'told' | 'isMine'>) {
  const { state, acknowledgedAt, agentNote, personId } = session;
  if (state !== 'held') return null;
  const name = told.nameOf(personId);
  return (
    <p className="text-small" role="status">
      {acknowledgedAt === null ? (
        <span className="font-semibold text-risk">{isMine ? w.waitsForYou : w.waits(name)}</span>
      ) : (
        <span className="font-semibold text-met">
          {w.acknowledgedBy(name, moment(acknowledgedAt, told.zone, told.now))}
        </span>
      )}
      {agentNote !== '' && (
        <span className="block break-words whitespace-pre-wrap" dir="auto">
          “{agentNote}”
        </span>
      )}
    </p>
  );
}

/** Beside what is written: what it is about, and what came of it. */
export function Side(props: Props) {
  const { session, told, leads, metricName, pointed } = props;
  const { id: sessionId, personId } = session;
  const lists = [
    {
      key: 'evidence',
      title: w.evidence,
      none: w.noEvidence,
      add: { label: w.link, keys: 'l', run: () => ask({ what: 'link', sessionId, personId }) },
      items: session.evidence.map((each): PageItem => ({
        id: each.id,
        node: <EvidenceRow evidence={each} onRemove={leads ? () => unlink(session, each.id) : null} />,
      })),
    },
    {
      key: 'actions',
      title: cw.page.actions,
      none: cw.page.noActions,
      add: { label: cw.page.action, keys: 'a', run: () => ask({ what: 'action', personId, sessionId, action: null }) },
      items: session.actions.map((each): PageItem => ({ id: each.id, node: <ActionRow action={each} told={told} /> })),
    },
    {
      key: 'goals',
      title: cw.page.goals,
      none: cw.page.noGoals,
      add: { label: cw.page.goal, keys: 'shift+g', run: () => ask({ what: 'goal', personId, sessionId, goal: null }) },
      items: session.goals.map((each): PageItem => ({
        id: each.id,
        node: <GoalRow goal={each} metric={metricName(each.metric)} told={told} />,
      })),
    },
  ] as const;
  return (
    <>
      <Acknowledged session={session} told={told} isMine={props.isMine} />
      {lists.map(({ key, title, none, add, items }) => (
        <Part key={key} title={title} none={none} count={items.length} add={leads ? add : null}>
          <ItemList
            name={key}
            label={title}
            items={items}
            currentId={pointed?.list === key ? pointed.id : null}
            beyond={props.beyond(key)}
            onOpen={props.onOpen}
          />
        </Part>
      ))}
    </>
  );
}
