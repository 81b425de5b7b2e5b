import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { command } from '../../app/actions.ts';
import { client, orpc } from '../../client/client.ts';
import { deskTime } from '../../client/clock.ts';
import { usePeople, useZone } from '../../client/use-desk.ts';
import { TicketFinder } from '../../relations/ticket-finder.tsx';
import { qm } from '../../strings/en-quality-more.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ComboPicker } from '../../ui/combo.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { shortDate } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { setCalibration } from './calibration-store.ts';
import { lackingIn, withReviewer, type Picked, type SessionDraft } from './session-draft.ts';

const w = qm.calibration.form;

type TicketsProps = {
  readonly tickets: readonly Picked[];
  readonly onChange: (tickets: readonly Picked[]) => void;
  readonly error: string | undefined;
};

function Tickets({ tickets, onChange, error }: TicketsProps) {
  return (
    <div className="flex flex-col gap-2">
      <TicketFinder
        label={w.find}
        leave={new Set(tickets.map(({ id }) => id))}
        onPick={({ id, number, subject }) => onChange([...tickets, { id, number, subject }])}
      />
      {tickets.length === 0 ? (
        <p className={error === undefined ? 'text-small text-ink-2' : 'text-small text-late'}>{error ?? w.none}</p>
      ) : (
        <ul aria-label={w.picked} className="max-h-[180px] overflow-y-auto rounded-md border border-line">
          {tickets.map(({ id, number, subject }) => (
            <li key={id} className="flex h-[30px] items-center gap-2 border-b border-line px-2 last:border-b-0">
              <span className="tabular-nums">#{number}</span>
              <span className="min-w-0 flex-1 truncate" dir="auto" title={subject}>
                {subject}
              </span>
              <IconButton label={w.remove(number)} onClick={() => onChange(tickets.filter((each) => each.id !== id))}>
                <X size={13} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type PeopleProps = {
  readonly draft: SessionDraft;
  readonly error: string | undefined;
  readonly onChange: (draft: SessionDraft) => void;
};

function Reviewers({ draft, error, onChange }: PeopleProps) {
  const people = usePeople().filter(({ active }) => active);
  const chosen = people.filter(({ id }) => draft.reviewerIds.includes(id));
  const names = chosen.map(({ name }) => name).join(', ');
  return (
    <div className="flex gap-3 max-[560px]:flex-col">
      <Field label={w.reviewers} hint={w.reviewersHint} error={error}>
        {(ids) => (
          <div className="flex min-w-0 items-center gap-2">
            <ComboPicker
              label={w.reviewers}
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
              chosen={draft.reviewerIds}
              several
              onToggle={({ value }) => value !== null && onChange(withReviewer(draft, value))}
              trigger={
                <Button id={ids.id} aria-describedby={ids['aria-describedby']}>
                  {chosen.length === 0 ? w.addReviewer : w.chosen(chosen.length)}
                </Button>
              }
            />
            <span className="min-w-0 flex-1 truncate text-ink-2" dir="auto" title={names}>
              {names}
            </span>
          </div>
        )}
      </Field>
      <Field label={w.baseline} hint={w.baselineHint}>
        {(ids) => (
          <Select
            {...ids}
            value={draft.baselineId ?? ''}
            onPick={(value) => onChange({ ...draft, baselineId: value === '' ? null : value })}
            options={[
              { value: '', label: w.noBaseline },
              ...chosen.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Field>
    </div>
  );
}

function SessionForm({ onClose }: { readonly onClose: () => void }) {
  const zone = useZone();
  const cards = (useQuery(orpc.quality.cards.queryOptions()).data?.cards ?? []).filter(({ active }) => active);
  const [draft, setDraft] = useState<SessionDraft>(() => ({
    name: w.first(shortDate(deskTime(), zone, deskTime())),
    scorecardId: cards[0]?.id ?? '',
    reviewerIds: [],
    baselineId: null,
    tickets: [],
  }));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const change = (part: Partial<SessionDraft>): void => setDraft((held) => ({ ...held, ...part }));
  const cardId = draft.scorecardId === '' ? (cards[0]?.id ?? '') : draft.scorecardId;
  const lacking = lackingIn({ ...draft, scorecardId: cardId });
  const errorOf = (what: typeof lacking): string | undefined =>
    tried && lacking === what && what !== null ? w[what] : undefined;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (lacking !== null || busy.current) return;
    busy.current = true;
    const done = await command(
      client.quality.sessionMake({
        name: draft.name.trim(),
        scorecardId: cardId,
        ticketIds: draft.tickets.map(({ id }) => id),
        reviewerIds: [...draft.reviewerIds],
        baselineId: draft.baselineId,
      }),
    );
    busy.current = false;
    if (done === null) return;
    setCalibration({ sessionId: done.id });
    onClose();
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void submit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void submit();
  };
  return (
    <form ref={form} noValidate onSubmit={onSubmit} onKeyDown={onKeyDown} className="flex flex-col gap-3 p-4">
      <div className="flex gap-3 max-[560px]:flex-col">
        <Field label={w.name} error={errorOf('needName')}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="auto"
              maxLength={200}
              value={draft.name}
              onFocus={(event) => event.target.select()}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={w.scorecard} error={errorOf('needCard')}>
          {(ids) => (
            <Select
              {...ids}
              value={cardId}
              onPick={(scorecardId) => change({ scorecardId })}
              options={cards.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
      </div>
      <Reviewers draft={draft} error={errorOf('needReviewers')} onChange={setDraft} />
      <Tickets tickets={draft.tickets} onChange={(tickets) => change({ tickets })} error={errorOf('needTickets')} />
      <FormFoot>
        <span role="status" className="min-w-0 flex-1 text-small text-ink-2">
          {lacking === null ? w.would(draft.tickets.length, draft.reviewerIds.length) : ''}
        </span>
        <Button onClick={onClose}>{qm.cancel}</Button>
        <Button type="submit" look="primary">
          {w.submit}
          <Kbd keys="mod+enter" on />
        </Button>
      </FormFoot>
    </form>
  );
}

/** A session: who scores which conversations blind, by which card. */
export function SessionDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title={qm.calibration.make} open={open} onClose={onClose} width={640}>
      <SessionForm onClose={onClose} />
    </Dialog>
  );
}
