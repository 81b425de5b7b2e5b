import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { Metric } from '../../contract/index.ts';
import { metrics } from '../../contract/words.ts';
import { undo } from '../app/actions.ts';
import { sayError } from '../app/errors.ts';
import { whileSaving } from '../app/saving.ts';
import { say } from '../app/toasts.tsx';
import { client, orpc, queryClient } from '../client/client.ts';
import { deskTime } from '../client/clock.ts';
import { c } from '../strings/en-clocks.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { tomorrowAt } from '../ui/days.ts';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { moment } from '../ui/format.ts';
import { Segmented } from '../ui/segmented.tsx';
import { parseDuration } from './duration-text.ts';

type Answer = Awaited<ReturnType<typeof client.sla.ledger>>;
type Span = keyof typeof c.ledger.times;

const minuteMs = 60_000;
const fixed: Partial<Record<Span, number>> = { '30m': 30, '1h': 60, '2h': 120 };
const spans = (Object.keys(c.ledger.times) as Span[]).map((value) => ({ value, label: c.ledger.times[value] }));

/** Until when warnings wait, epoch ms; null where what was typed is no time. */
function untilOf(span: Span, typed: string, zone: string): number | null {
  const now = deskTime();
  if (span === 'morning') return tomorrowAt(now, '09:00', zone);
  const minutes = fixed[span] ?? parseDuration(typed);
  return minutes === null || minutes <= 0 ? null : Math.round(now + minutes * minuteMs);
}

/** Holds back the warnings of one clock for a reason that stays in the log. */
export function SnoozeForm({ data }: { readonly data: Answer }) {
  const running = metrics.filter((metric) => {
    const clock = data.clocks[metric];
    return clock.dueAt !== null && clock.metAt === null;
  });
  const [metric, setMetric] = useState<Metric | undefined>(running[0]);
  const [span, setSpan] = useState<Span>('1h');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [checked, check] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const held = data.snoozes.length;
  const heldAtFirst = useRef(held);
  // A new line in the list above moves the form: where one wrote stays in sight.
  useEffect(() => {
    if (held !== heldAtFirst.current) form.current?.scrollIntoView({ block: 'nearest' });
  }, [held]);
  if (metric === undefined) return null;
  const until = untilOf(span, typed, data.timeZone);
  const isShort = reason.trim().length < 3;
  const send = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    check(true);
    if (isShort || until === null) return;
    try {
      const input = { ticketId: data.ticket.id, metric, until, reason: reason.trim() };
      const { changeSet } = await whileSaving(client.sla.snooze(input));
      await queryClient.invalidateQueries({ queryKey: orpc.sla.ledger.key() });
      setReason('');
      check(false);
      say({
        title: c.ledger.snoozed(t.metric[metric], moment(until, data.timeZone, deskTime())),
        ...(changeSet !== null && { action: { label: t.toasts.undo, keys: 'mod+z', run: () => void undo(changeSet) } }),
      });
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => void send(event)}
      className="flex flex-col gap-2 border-t border-line pt-3"
    >
      <h3 className="font-bold">{c.ledger.snooze}</h3>
      <p className="text-small text-ink-2">{c.ledger.snoozeHow}</p>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={c.ledger.metric}>
          {(ids) => (
            <Select
              {...ids}
              options={running.map((value) => ({ value, label: t.metric[value] }))}
              value={metric}
              onPick={(value) => setMetric(value as Metric)}
            />
          )}
        </Field>
        <Segmented look="accent" label={c.ledger.until} segments={spans} value={span} onChange={setSpan} />
        {span === 'typed' && (
          <Field label={c.ledger.typed} error={checked && until === null ? c.policy.badTime : undefined}>
            {(ids) => (
              <TextInput
                {...ids}
                value={typed}
                placeholder={c.ledger.typedHow}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
        )}
      </div>
      <div className="flex items-end gap-3">
        <Field label={c.ledger.reason2} error={checked && isShort ? c.ledger.needReason : undefined}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="auto"
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" look="primary">
          {c.ledger.snooze}
        </Button>
      </div>
    </form>
  );
}
