import { Plus } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { Coached } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { keepFocus } from '../../app/keep-focus.ts';
import { client } from '../../client/client.ts';
import { numberIn } from '../../ui/read-number.ts';
import { cw } from '../../strings/en-coaching.ts';
import { Button } from '../../ui/button.tsx';
import { inputClass } from '../../ui/field.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { ask } from '../coaching-store.ts';
import { Standing } from '../people/standing.tsx';

const w = cw.page;

/** How often there is a session: kept when the field is left, as it was where it is no number of days. */
function Cadence({
  coached,
  field,
}: {
  readonly coached: Coached;
  readonly field: RefObject<HTMLInputElement | null>;
}) {
  const { personId, cadenceDays } = coached;
  const [typed, setTyped] = useState<string | null>(null);
  const days = numberIn(typed ?? String(cadenceDays), 1, 365, true);
  const keep = async (): Promise<void> => {
    if (typed === null || days === null) {
      setTyped(null);
      return;
    }
    if (days !== cadenceDays) await command(client.coaching.cadenceSave({ personId, days }));
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') setTyped(null);
    else if (event.key !== 'Enter') return;
    else event.preventDefault();
    if (event.key === 'Enter' && typed !== null && days === null) return;
    event.currentTarget.blur();
    keepFocus();
  };
  return (
    <label className="inline-flex items-center gap-[6px] text-small whitespace-nowrap text-ink-2">
      {w.every}
      <input
        ref={field}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={w.cadence}
        aria-invalid={days === null}
        title={days === null ? w.cadenceWrong : undefined}
        maxLength={4}
        value={typed ?? String(cadenceDays)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void keep()}
        onKeyDown={onKeyDown}
        className={`${inputClass} !h-[23px] !w-[44px] !px-1 text-center tabular-nums`}
      />
      {w.days}
      <Kbd keys="i" />
    </label>
  );
}

type ActProps = {
  readonly keys: string;
  readonly primary?: boolean;
  readonly run: () => void;
  readonly children: ReactNode;
};

const Act = ({ keys, primary = false, run, children }: ActProps) => (
  <Button
    look={primary ? 'primary' : 'plain'}
    onClick={run}
    icon={primary ? <Plus size={15} strokeWidth={2.2} aria-hidden className="max-[1100px]:hidden" /> : undefined}
  >
    {children}
    <Kbd keys={keys} on={primary} />
  </Button>
);

type Props = {
  readonly coached: Coached;
  readonly name: string;
  readonly now: number;
  readonly leads: boolean;
  readonly cadence: RefObject<HTMLInputElement | null>;
};

/** Whose page it is, how often they are coached, and what can be added. */
export function PageHead({ coached, name, now, leads, cadence }: Props) {
  const { personId } = coached;
  return (
    <header className="flex shrink-0 flex-col gap-2 border-b border-line px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="min-w-0 truncate text-title font-bold" dir="auto">
          {name}
        </h2>
        <Standing coached={coached} now={now} />
        <span className="flex-1" />
        {leads ? (
          <Cadence coached={coached} field={cadence} />
        ) : (
          <span className="text-small text-ink-2">
            {w.every} {cw.days(coached.cadenceDays)}
          </span>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {leads && (
          <>
            <Act keys="n" primary run={() => ask({ what: 'session', personId })}>
              {w.session}
            </Act>
            <Act keys="p" run={() => ask({ what: 'praise', personId })}>
              {w.praise}
            </Act>
            <Act keys="shift+g" run={() => ask({ what: 'goal', personId, sessionId: null, goal: null })}>
              {w.goal}
            </Act>
            <Act keys="a" run={() => ask({ what: 'action', personId, sessionId: null, action: null })}>
              {w.action}
            </Act>
          </>
        )}
        <Act keys="shift+e" run={() => ask({ what: 'dossier', personId })}>
          {w.dossier}
        </Act>
      </div>
    </header>
  );
}
