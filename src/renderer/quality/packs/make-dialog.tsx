import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { flushSync } from 'react-dom';
import { messageOf } from '../../app/errors.ts';
import { whileSaving } from '../../app/saving.ts';
import { say } from '../../app/toasts.tsx';
import { client, orpc } from '../../client/client.ts';
import { deskTime } from '../../client/clock.ts';
import { useInfo, useNames, useZone } from '../../client/use-desk.ts';
import { qp } from '../../strings/en-quality-packs.ts';
import { qw } from '../../strings/en-quality.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { shortDate } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Check, Switch } from '../../ui/switch.tsx';
import { everybody, nobody, ofReviewer, packable, packLack, type PackLack } from './pack-draft.ts';
import { savePackFile } from './pack-file.ts';
import { setPacks } from './packs-store.ts';
import { PassphraseInput } from './passphrase.tsx';
import { ReviewPicker } from './review-picker.tsx';
import { strengthOf } from './strength.ts';

const w = qp.make;
const rules = ['emails', 'phones', 'cards', 'ibans', 'names'] as const;
type Rules = Record<(typeof rules)[number], boolean>;
const firstRules: Rules = { emails: true, phones: true, cards: true, ibans: true, names: false };
const most = 2000;

type RedactProps = { readonly rules: Rules | null; readonly onChange: (rules: Rules | null) => void };

function Redaction({ rules: on, onChange }: RedactProps) {
  return (
    <div className="flex flex-col gap-2">
      <span className="flex items-center gap-2">
        <Switch label={w.redact} on={on !== null} onChange={(next) => onChange(next ? firstRules : null)} />
        <span className="font-medium">{w.redact}</span>
        <span className="min-w-0 flex-1 text-small text-ink-2">{w.redactHint}</span>
      </span>
      {on !== null && (
        <div className="flex flex-wrap gap-x-4 gap-y-1 pl-9">
          {rules.map((rule) => (
            <Check
              key={rule}
              label={w.rules[rule]}
              on={on[rule]}
              onChange={(next) => onChange({ ...on, [rule]: next })}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function useOpenReviews() {
  const input = { filter: { state: ['assigned' as const, 'started' as const] }, limit: most };
  return packable(useQuery(orpc.quality.reviews.queryOptions({ input })).data?.reviews ?? []);
}

/** Which reviews go along: of whom, and which of them were left out. */
function useChosen() {
  const { people } = useNames();
  const me = useInfo().data?.me ?? null;
  const zone = useZone();
  const all = useOpenReviews();
  const [reviewerId, setReviewer] = useState<string | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const reviewerIds = [...new Set(all.map((each) => each.reviewerId ?? nobody))];
  const who = reviewerId ?? (me !== null && reviewerIds.includes(me) ? me : everybody);
  const reviews = ofReviewer(all, who);
  return {
    who,
    /** Where none is given: the desk names it after a reviewer; one for several is named after its day. */
    name: who === everybody || who === nobody ? w.first(shortDate(deskTime(), zone, deskTime())) : '',
    options: [
      { value: everybody, label: w.anybody },
      ...reviewerIds.map((id) => ({ value: id, label: id === nobody ? w.unassigned : (people.get(id) ?? qw.someone) })),
    ],
    reviews,
    chosen: reviews.filter(({ id }) => !left.has(id)),
    setWho: (next: string): void => {
      setReviewer(next);
      setLeft(new Set());
    },
    choose: (next: ReadonlySet<string>): void =>
      setLeft(new Set(reviews.filter(({ id }) => !next.has(id)).map(({ id }) => id))),
  };
}
type Chosen = ReturnType<typeof useChosen>;

const WhatGoes = ({ reviews, chosen, choose }: Chosen) => (
  <div className="flex flex-col gap-1">
    <span className="flex items-baseline gap-2 text-small">
      <span className="font-medium text-ink-2">{w.reviews}</span>
      <span className="tabular-nums">{w.chosen(chosen.length, reviews.length)}</span>
      <span className="text-ink-2">{w.listHint}</span>
    </span>
    <ReviewPicker reviews={reviews} chosen={new Set(chosen.map(({ id }) => id))} onChange={choose} />
  </div>
);

type Pair = { readonly passphrase: string; readonly again: string };
type PairProps = { readonly pair: Pair; readonly onChange: (pair: Pair) => void; readonly lack: PackLack | null };

/** The passphrase twice, with how hard it is to guess. `lack` is what kept the pack from being made. */
function PassphrasePair({ pair: { passphrase, again }, onChange, lack }: PairProps) {
  const [shown, setShown] = useState(false);
  const differs = lack === 'differs' || (again.length >= passphrase.length && again !== passphrase);
  return (
    <div className="flex gap-3 max-[560px]:flex-col">
      <PassphraseInput
        label={w.passphrase}
        value={passphrase}
        onChange={(typed) => onChange({ passphrase: typed, again })}
        shown={shown}
        onShow={setShown}
        hint={passphrase === '' ? undefined : w.strength[strengthOf(passphrase)]}
        error={lack === 'tooShort' ? w.strength.tooShort : undefined}
      />
      <PassphraseInput
        label={w.again}
        value={again}
        onChange={(typed) => onChange({ passphrase, again: typed })}
        shown={shown}
        onShow={setShown}
        error={differs ? w.differs : undefined}
      />
    </div>
  );
}

/** Where one has to go on: the list, the passphrase, or the passphrase again. */
const placeOf: Readonly<Record<PackLack, string>> = {
  needReviews: '[role="listbox"]',
  tooShort: '[aria-invalid="true"]',
  differs: '[aria-invalid="true"]',
};

function MakeForm({ onClose }: { readonly onClose: () => void }) {
  const what = useChosen();
  const [name, setName] = useState('');
  const [redact, setRedact] = useState<Rules | null>(null);
  const [pair, setPair] = useState<Pair>({ passphrase: '', again: '' });
  const [tried, setTried] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const lack = packLack(what.chosen.length, pair.passphrase, pair.again);
  const make = async (): Promise<void> => {
    setWorking(true);
    setFailed(null);
    try {
      const reviewIds = what.chosen.map(({ id }) => id);
      const input = {
        reviewIds,
        passphrase: pair.passphrase,
        name: name.trim() === '' ? what.name : name.trim(),
        redact,
      };
      const made = await whileSaving(client.quality.packMake(input));
      savePackFile(made);
      say({ title: w.made(made.fileName, made.pack.reviews) });
      setPacks({ entryId: made.pack.id });
      onClose();
    } catch (error) {
      setFailed(messageOf(error));
      setWorking(false);
    }
  };
  const submit = (): void => {
    flushSync(() => setTried(true));
    if (lack !== null) box.current?.querySelector<HTMLElement>(placeOf[lack])?.focus();
    else if (!working) void make();
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    submit();
  };
  const problem = failed ?? (tried && lack === 'needReviews' ? w.needReviews : null);
  return (
    <form ref={box} noValidate onSubmit={onSubmit} onKeyDown={onKeyDown} className="flex flex-col gap-3 p-4">
      <div className="flex gap-3 max-[560px]:flex-col">
        <Field label={w.reviewer}>
          {(ids) => <Select {...ids} tabIndex={0} value={what.who} onPick={what.setWho} options={what.options} />}
        </Field>
        <Field label={w.name} hint={w.nameHint}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="auto"
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </div>
      <WhatGoes {...what} />
      <Redaction rules={redact} onChange={setRedact} />
      <PassphrasePair pair={pair} onChange={setPair} lack={tried ? lack : null} />
      <p className="text-small text-ink-2">{w.lost}</p>
      <FormFoot>
        <span role="status" className={cx('min-w-0 flex-1 text-small', problem === null ? 'text-ink-2' : 'text-late')}>
          {problem ?? (working ? w.working : '')}
        </span>
        <Button onClick={onClose}>{qp.cancel}</Button>
        <Button type="submit" look="primary" disabled={working}>
          {w.submit}
          <Kbd keys="mod+enter" on />
        </Button>
      </FormFoot>
    </form>
  );
}

/** An encrypted file of reviews for somebody who is elsewhere. The passphrase is in this dialog alone, and goes with it. */
export function MakeDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title={w.title} open={open} onClose={onClose} width={640}>
      {open && <MakeForm onClose={onClose} />}
    </Dialog>
  );
}
