import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Newcomer } from '../../../contract/index.ts';
import type { Told } from '../../coaching/page/rows.tsx';
import { ow } from '../../strings/en-onboarding.ts';
import { KeyButton } from '../../ui/key-button.tsx';
import { cx } from '../../ui/cx.ts';
import { shortDate } from '../../ui/format.ts';
import { dayText, daysFrom } from '../dates.ts';
import type { TabAction } from '../tab-actions.ts';
import { HelpChip } from './help-chip.tsx';
import { currentOf, isSigned, signsAs, type Who } from './may.ts';
import { pageActions } from './page-actions.ts';

const w = ow.page;

type Props = { readonly newcomer: Newcomer; readonly name: string; readonly told: Told; readonly who: Who };

/** Who trains them, from when to when, and how far that moved. */
function Facts({ newcomer, told }: Omit<Props, 'name' | 'who'>) {
  const { programme, trainerId, startOn, endOn, firstEndOn, state, doneAt, endReason, rampPercent } = newcomer;
  const by = daysFrom(firstEndOn, endOn);
  return (
    <p className="flex flex-wrap gap-x-3 text-small text-ink-2 tabular-nums">
      <span dir="auto">{programme.name}</span>
      <span dir="auto">{trainerId === null ? w.noTrainer : w.trainer(told.nameOf(trainerId))}</span>
      <span>
        {w.starts(dayText(startOn, told.now))} {state !== 'ended' && w.ends(dayText(endOn, told.now))}
      </span>
      {state === 'ended' ? (
        <span dir="auto">{w.ended(endReason)}</span>
      ) : (
        <span className={cx(by > 0 && 'font-semibold text-risk')}>{w.moved(by)}</span>
      )}
      {doneAt !== null && <span>{w.doneOn(shortDate(doneAt, told.zone, told.now))}</span>}
      <span className="font-semibold text-ink">{w.ramp(rampPercent)}</span>
    </p>
  );
}

/** What the current stage still needs, or that it can be passed. */
function Needs({ newcomer }: { readonly newcomer: Newcomer }) {
  const current = currentOf(newcomer);
  if (current === undefined) return null;
  const { missing } = current.state;
  const isReady = missing.length === 0;
  const Icon = isReady ? CircleCheck : TriangleAlert;
  const text = isReady ? w.ready(current.stage.name) : w.needs(current.stage.name, missing);
  return (
    <p className="flex gap-[6px] text-small" title={isReady ? undefined : missing.join('\n')}>
      <Icon size={13} aria-hidden className={cx('mt-[3px] shrink-0', isReady ? 'text-met' : 'text-risk')} />
      <span className="line-clamp-3 min-w-0 break-words" dir="auto">
        {text}
      </span>
    </p>
  );
}

/** What can be done with a newcomer, each with its key; what cannot be done is not there. */
function Acts({ newcomer, who }: { readonly newcomer: Newcomer; readonly who: Who }) {
  const can: Partial<Record<TabAction, () => void>> = pageActions(newcomer, who);
  const current = currentOf(newcomer);
  const role = signsAs(newcomer, who) ?? 'agent';
  const signed = current !== undefined && isSigned(current.state, role);
  if (Object.keys(can).length === 0) return null;
  return (
    <div className="flex flex-wrap gap-[6px]">
      <KeyButton keys="p" primary={current?.state.missing.length === 0} run={can.pass}>
        {w.pass}
      </KeyButton>
      <KeyButton keys="s" run={can.sign}>
        {signed ? w.unsign : w.sign[role]}
      </KeyButton>
      <KeyButton keys="i" run={can.away}>
        {w.away}
      </KeyButton>
      <KeyButton keys="z" run={can.pause}>
        {newcomer.state === 'paused' ? w.goOn : w.pause}
      </KeyButton>
      <KeyButton keys="+" run={can.extend}>
        {w.extend}
      </KeyButton>
      <KeyButton keys="t" run={can.trainer}>
        {w.changeTrainer}
      </KeyButton>
      <KeyButton keys="e" run={can.end}>
        {w.end}
      </KeyButton>
    </div>
  );
}

/** Whose page it is, and what can be done now. */
export const PageHead = ({ newcomer, name, told, who }: Props) => (
  <header className="flex shrink-0 flex-col gap-[6px] border-b border-line px-4 py-2">
    <div className="flex items-center gap-3">
      <h2 className="min-w-0 truncate text-title font-bold" dir="auto" title={name}>
        {name}
      </h2>
      <HelpChip newcomer={newcomer} now={told.now} />
    </div>
    <Facts newcomer={newcomer} told={told} />
    <Acts newcomer={newcomer} who={who} />
    <Needs newcomer={newcomer} />
  </header>
);
