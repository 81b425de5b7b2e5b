import { ArrowLeft, ShieldCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { r } from '../strings/en-rules.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { dropTrial, type Trial } from './rules-store.ts';
import { Simulation } from './simulation-view.tsx';
import { triedDays } from './try-rule.ts';

/** That nothing is touched, said wherever something is simulated. */
export const Safe = () => (
  <p className="flex items-center gap-2 text-small text-ink-2">
    <ShieldCheck size={14} aria-hidden className="shrink-0 text-met" />
    {r.sim.safe}
  </p>
);

/** What the rule in the editor would have done, in place of its form. */
export function TrialView({ id, trial }: { readonly id: string; readonly trial: Trial }) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.focus();
  }, []);
  return (
    <div
      ref={body}
      role="region"
      tabIndex={0}
      aria-label={r.sim.tryTitle(triedDays)}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      <div className="flex flex-col gap-2 px-4 py-3">
        <div className="flex items-center gap-2">
          <h3 className="flex-1 font-bold">{r.sim.tryTitle(triedDays)}</h3>
          <Button small icon={<ArrowLeft size={13} aria-hidden />} onClick={() => dropTrial(id)}>
            {r.sim.closeTry}
            <Kbd keys="escape" />
          </Button>
        </div>
        <Safe />
      </div>
      <Simulation trial={trial} single />
    </div>
  );
}
