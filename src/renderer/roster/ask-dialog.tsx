import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import type { DeskShift, TimeOff } from '../../contract/index.ts';
import { requestKinds, timeOffKinds } from '../../contract/words.ts';
import { command } from '../app/actions.ts';
import { keepFocus } from '../app/keep-focus.ts';
import { client, orpc } from '../client/client.ts';
import { usePeople, useZone } from '../client/use-desk.ts';
import { instantOfWhen } from '../relations/when.ts';
import { rw } from '../strings/en-roster.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Check } from '../ui/switch.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { shiftWords, stretchOf } from './asked-words.ts';
import { daysBetween, plusDays } from './dates.ts';
import { TimeOffEffect } from './effect-view.tsx';
import { deskToday } from './export-actions.ts';
import { setRoster, useRoster } from './roster-store.ts';

const w = rw.requests;
const kinds = ['timeOff', ...requestKinds] as const;
type Kind = (typeof kinds)[number];

type Draft = {
  readonly kind: Kind;
  readonly personId: string;
  readonly from: string;
  readonly to: string;
  readonly fromTime: string;
  readonly toTime: string;
  readonly wholeDays: boolean;
  readonly leave: TimeOff['kind'];
  readonly shiftId: string;
  readonly toPersonId: string;
  readonly otherShiftId: string;
  readonly note: string;
  readonly approve: boolean;
};
type Change = (part: Partial<Draft>) => void;
type PartProps = { readonly draft: Draft; readonly change: Change; readonly errors: Readonly<Record<string, string>> };

const soon = 42;

function close(): void {
  setRoster({ asking: false });
  keepFocus();
}

/** Shifts of the next six weeks. */
function useShifts(): readonly DeskShift[] {
  const asked = useQuery(orpc.roster.range.queryOptions({ input: { from: deskToday(), days: soon } }));
  return (asked.data?.shifts ?? []).filter(({ removed }) => !removed);
}

const dayAfter = (date: string): string | null => (daysBetween(date, date) === null ? null : plusDays(date, 1));

function TimeOffFields({ draft, change, errors }: PartProps) {
  const date = (field: 'from' | 'to') => (
    <Field label={w[field]} error={field === 'to' ? errors['dates'] : undefined}>
      {(ids) => (
        <TextInput
          {...ids}
          type="date"
          value={draft[field]}
          onChange={({ target: { value } }) =>
            change(field === 'from' && value > draft.to ? { from: value, to: value } : { [field]: value })
          }
        />
      )}
    </Field>
  );
  const time = (field: 'fromTime' | 'toTime') =>
    !draft.wholeDays && (
      <Field label={w.time}>
        {(ids) => (
          <TextInput
            {...ids}
            type="time"
            value={draft[field]}
            onChange={({ target: { value } }) => change({ [field]: value })}
          />
        )}
      </Field>
    );
  return (
    <>
      <div>
        <Segmented
          look="accent"
          label={w.kind}
          segments={timeOffKinds.map((value) => ({ value, label: w.timeOff[value] }))}
          value={draft.leave}
          onChange={(leave) => change({ leave })}
        />
      </div>
      <div className="flex gap-3">
        {date('from')}
        {time('fromTime')}
        {date('to')}
        {time('toTime')}
      </div>
      <Check label={w.wholeDays} on={draft.wholeDays} onChange={(wholeDays) => change({ wholeDays })} />
    </>
  );
}

type ShiftSelectProps = {
  readonly label: string;
  readonly shifts: readonly DeskShift[];
  readonly value: string;
  readonly none: string;
  readonly error: string | undefined;
  readonly onPick: (id: string) => void;
};

function ShiftSelect({ label, shifts, value, none, error, onPick }: ShiftSelectProps) {
  const zone = useZone();
  const options = shifts.map((shift) => ({ value: shift.id, label: shiftWords(shift, zone) }));
  return (
    <Field label={label} error={error} hint={shifts.length === 0 ? none : undefined}>
      {(ids) => (
        <Select
          {...ids}
          disabled={shifts.length === 0}
          options={[{ value: '', label: '' }, ...options]}
          value={value}
          onPick={onPick}
        />
      )}
    </Field>
  );
}

function ShiftFields({ draft, change, errors }: PartProps) {
  const shifts = useShifts();
  const people = usePeople().filter(({ active }) => active);
  const { kind, personId, toPersonId } = draft;
  const nameOf = (id: string): string => people.find((each) => each.id === id)?.name ?? '';
  const mine = shifts.filter((shift) => shift.personId === (kind === 'claim' ? null : personId));
  const others = people.filter(({ id }) => id !== personId).map(({ id, name }) => ({ value: id, label: name }));
  const nobody = { value: '', label: kind === 'give' ? w.toNobody : '' };
  return (
    <>
      <ShiftSelect
        label={kind === 'claim' ? w.openShift : w.shift}
        shifts={mine}
        none={kind === 'claim' ? w.noOpenShifts : w.noShifts(nameOf(personId))}
        value={draft.shiftId}
        error={errors['shiftId']}
        onPick={(shiftId) => change({ shiftId })}
      />
      {kind !== 'claim' && (
        <Field label={kind === 'give' ? w.giveTarget : w.swapTarget} error={errors['toPersonId']}>
          {(ids) => (
            <Select
              {...ids}
              options={[nobody, ...others]}
              value={toPersonId}
              onPick={(id) => change({ toPersonId: id, otherShiftId: '' })}
            />
          )}
        </Field>
      )}
      {kind === 'swap' && toPersonId !== '' && (
        <ShiftSelect
          label={w.otherShift}
          shifts={shifts.filter((shift) => shift.personId === toPersonId)}
          none={w.noShifts(nameOf(toPersonId))}
          value={draft.otherShiftId}
          error={errors['otherShiftId']}
          onPick={(otherShiftId) => change({ otherShiftId })}
        />
      )}
    </>
  );
}

function useStretch(draft: Draft) {
  const zone = useZone();
  return stretchOf(draft, draft.wholeDays, (date, time) => instantOfWhen({ date, time }, zone), dayAfter);
}

function errorsIn(draft: Draft, stretch: object | null): Readonly<Record<string, string>> {
  const { kind, personId, shiftId, toPersonId, otherShiftId } = draft;
  return {
    ...(personId === '' && { personId: w.needPerson }),
    ...(kind === 'timeOff' && stretch === null && { dates: w.needDates }),
    ...(kind !== 'timeOff' && shiftId === '' && { shiftId: w.needShift }),
    ...(kind === 'swap' && toPersonId === '' && { toPersonId: w.needPerson }),
    ...(kind === 'swap' && otherShiftId === '' && { otherShiftId: w.needShift }),
  };
}

function Preview({ draft }: { readonly draft: Draft }) {
  const stretch = useStretch(useSettled(draft, 250));
  if (draft.kind !== 'timeOff' || draft.personId === '' || stretch === null) return null;
  return (
    <div className="max-h-[260px] overflow-y-auto rounded-md border border-line bg-canvas p-3" tabIndex={0}>
      <TimeOffEffect personId={draft.personId} {...stretch} />
    </div>
  );
}

type Stretch = Pick<TimeOff, 'startAt' | 'endAt'>;

function send(draft: Draft, stretch: Stretch | null) {
  const { kind, personId, shiftId, note, approve, leave } = draft;
  if (kind === 'timeOff')
    return client.roster.timeOffAsk({ personId, ...(stretch ?? { startAt: 0, endAt: 0 }), kind: leave, note, approve });
  const orNull = (id: string): string | null => (id === '' ? null : id);
  const toPersonId = kind === 'claim' ? null : orNull(draft.toPersonId);
  const otherShiftId = kind === 'swap' ? orNull(draft.otherShiftId) : null;
  return client.roster.requestMake({ kind, shiftId, personId, toPersonId, otherShiftId, note, approve });
}

function AskForm() {
  const people = usePeople().filter(({ active }) => active);
  const { personId } = useRoster.getState();
  const [draft, setDraft] = useState<Draft>(() => ({
    kind: 'timeOff',
    personId: people.find(({ id }) => id === personId)?.id ?? people[0]?.id ?? '',
    from: plusDays(deskToday(), 1),
    to: plusDays(deskToday(), 1),
    fromTime: '09:00',
    toTime: '17:00',
    wholeDays: true,
    leave: 'holiday',
    shiftId: '',
    toPersonId: '',
    otherShiftId: '',
    note: '',
    approve: false,
  }));
  const [tried, setTried] = useState(false);
  const change: Change = (part) => setDraft((held) => ({ ...held, ...part }));
  const stretch = useStretch(draft);
  const wrong = errorsIn(draft, stretch);
  const errors = tried ? wrong : {};
  const submit = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(wrong).length > 0) return;
    const done = await command(send(draft, stretch));
    if (done === null) return;
    setRoster({ askedId: done.id, ...(draft.approve && { decidedShown: true }) });
    close();
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
  const part = { draft, change, errors };
  return (
    <form noValidate onSubmit={onSubmit} onKeyDown={onKeyDown} className="flex flex-col gap-3 p-4">
      <Field label={w.people} error={errors['personId']}>
        {(ids) => (
          <Select
            {...ids}
            // The dialog gives the focus to the first that says so.
            tabIndex={0}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.personId}
            onPick={(id) => change({ personId: id, shiftId: '', otherShiftId: '' })}
          />
        )}
      </Field>
      <div>
        <Segmented
          look="accent"
          label={rw.tabs.requests}
          segments={kinds.map((value) => ({ value, label: w.kinds[value] }))}
          value={draft.kind}
          onChange={(kind) => change({ kind, shiftId: '', otherShiftId: '' })}
        />
      </div>
      {draft.kind === 'timeOff' ? <TimeOffFields {...part} /> : <ShiftFields {...part} />}
      <Field label={w.note}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={1000}
            value={draft.note}
            onChange={({ target: { value } }) => change({ note: value })}
          />
        )}
      </Field>
      <Preview draft={draft} />
      <div className="mt-1 flex items-center gap-2">
        <Check label={w.approveNow} on={draft.approve} onChange={(approve) => change({ approve })} />
        <span className="flex-1" />
        <Button onClick={close}>{rw.cancel}</Button>
        <Button type="submit" look="primary">
          {draft.approve ? w.submitApproved : w.submit} <Kbd keys="mod+enter" on />
        </Button>
      </div>
    </form>
  );
}

/** Asks on behalf of somebody, with what time off would do shown before it is asked for. */
export function AskDialog({ open }: { readonly open: boolean }) {
  return (
    <Dialog title={w.ask} open={open} onClose={close} width={640}>
      <AskForm />
    </Dialog>
  );
}
