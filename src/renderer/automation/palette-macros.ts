import { useMemo } from 'react';
import type { Entry } from '../app/palette-types.ts';
import { useWindow } from '../app/window-store.ts';
import { r } from '../strings/en-rules.ts';
import { t } from '../strings/en.ts';
import { applyMacro, macroTarget } from './macro-apply.ts';
import { useRuleList } from './use-rules.ts';

/** Each macro as something to do, where there is a ticket to do it to. */
export function useMacroEntries(): readonly Entry[] {
  const { rules } = useRuleList();
  return useMemo(() => {
    if (useWindow.getState().screen !== 'queues' || macroTarget() === null) return [];
    return rules.flatMap(({ rule }) =>
      rule.kind === 'macro' && rule.active
        ? [
            {
              id: `macro-${rule.id}`,
              title: r.macros.entry(rule.name),
              section: t.palette.actions,
              run: () => void applyMacro(rule.id),
            },
          ]
        : [],
    );
  }, [rules]);
}
