import { Check, Minus, Trash2, X } from 'lucide-react';
import type { Candidate, Screening } from '../../../contract/index.ts';
import { hw } from '../../strings/en-hiring.ts';
import { locale } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { isUnbroken, unkerned } from '../../ui/long-words.ts';
import { cx } from '../../ui/cx.ts';
import { ask } from '../hiring-store.ts';
import { flush, say } from '../keeper.ts';
import type { Told } from '../use-told.ts';
import { Part } from './part.tsx';

const w = hw.panel;

/** Of somebody who is out: why, when everything of them goes, and the way to have that now. */
export function Closed({ candidate, told }: { readonly candidate: Candidate; readonly told: Told }) {
  const { id, stage, stageAt, deleteAt, reason } = candidate;
  if (deleteAt === null) return null;
  const when = told.day(deleteAt);
  return (
    <section aria-label={hw.stage[stage]} className="rounded-md border border-line bg-canvas px-3 py-2">
      <p className="font-semibold">{w.closedTitle(hw.stage[stage], told.day(stageAt))}</p>
      {reason !== '' && (
        <p className={cx('break-words whitespace-pre-wrap', isUnbroken(reason) && unkerned)} dir="auto">
          {w.reason(reason)}
        </p>
      )}
      <p className="text-ink-2 tabular-nums">{stage === 'hired' ? w.deletesHired(when) : w.deletes(when)}</p>
      {stage !== 'hired' && (
        <Button
          small
          look="danger"
          className="mt-2"
          icon={<Trash2 size={13} aria-hidden />}
          onClick={() => ask({ what: 'forget', id })}
        >
          {w.forget}
          <Kbd keys="delete" />
        </Button>
      )}
    </section>
  );
}

/** How to reach them, and how they came here. */
export function Contact({ email, phone, source }: Candidate) {
  const facts = [
    [w.email, email],
    [w.phone, phone],
    [w.source, source],
  ].filter(([, value]) => value !== '');
  return (
    <Part title={w.contact}>
      {facts.length === 0 ? (
        <p className="text-small text-ink-2">{w.noContact}</p>
      ) : (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {facts.map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-ink-2">{label}</dt>
              <dd className="min-w-0 break-words select-text" dir="auto">
                {value}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Part>
  );
}

const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const verdicts = {
  true: { Icon: Check, tone: 'text-met', words: w.passed },
  false: { Icon: X, tone: 'text-late', words: w.failed },
  null: { Icon: Minus, tone: 'text-ink-2', words: w.open },
} as const;

function Test({ id, at, test }: { readonly id: string; readonly at: number; readonly test: Screening }) {
  const { Icon, tone, words } = verdicts[`${test.passed}`];
  return (
    <li>
      <button
        type="button"
        aria-label={w.changeTest(test.name)}
        onClick={() => ask({ what: 'test', id, at })}
        className="flex min-h-[34px] w-full items-center gap-3 border-b border-line px-2 py-1 text-left -outline-offset-2 hover:bg-canvas"
      >
        <span className="min-w-0 flex-1">
          <span className="block break-words" dir="auto">
            {test.name}
          </span>
          {test.note !== '' && (
            <span className="block text-small break-words text-ink-2" dir="auto">
              {test.note}
            </span>
          )}
        </span>
        <span className="shrink-0 tabular-nums" dir="auto">
          {figure.format(test.value)} {test.unit}
        </span>
        <span className={cx('flex w-[92px] shrink-0 items-center gap-1 text-small font-semibold', tone)}>
          <Icon size={13} aria-hidden />
          {words}
        </span>
      </button>
    </li>
  );
}

/** What they did in tests: role-based ones, and figures such as handle time. */
export function Tests({ id, screenings }: Candidate) {
  return (
    <Part
      title={w.tests}
      {...(screenings.length > 0 && { note: String(screenings.length) })}
      act={{ label: w.addTest, keys: 't', run: () => ask({ what: 'test', id, at: null }) }}
    >
      {screenings.length === 0 ? (
        <p className="text-small text-ink-2">{w.noTests}</p>
      ) : (
        <ul className="border-t border-line">
          {screenings.map((test, at) => (
            <Test key={at} id={id} at={at} test={test} />
          ))}
        </ul>
      )}
    </Part>
  );
}

/** Notes, kept as they are typed. */
export const Notes = ({ id, notes }: Candidate) => (
  <Part title={w.notes}>
    <textarea
      data-notes
      aria-label={w.notes}
      dir="auto"
      spellCheck
      maxLength={100_000}
      placeholder={w.notesHint}
      value={notes}
      onChange={(event) => say(id, { notes: event.target.value }, true)}
      onBlur={() => void flush(id)}
      className={cx(
        'field-sizing-content block min-h-[64px] w-full resize-none rounded-md border border-line-strong bg-surface px-3 py-2 text-body',
        isUnbroken(notes) && unkerned,
      )}
    />
  </Part>
);
