import { useState } from 'react';

/**
 * A figure before it last changed, as long as it is of the same thing (`key`); undefined until it has changed by half a
 * percent. A key of null: what is shown is still of something else.
 */
export function useBefore(key: string | null, value: number | null): number | null | undefined {
  const [held, hold] = useState<{ key: string | null; value: number | null; before: number | null | undefined }>({
    key,
    value,
    before: undefined,
  });
  const least = 0.005;
  if (key === null) return undefined;
  if (held.key !== key) hold({ key, value, before: undefined });
  else if ((held.value === null) !== (value === null) || Math.abs((value ?? 0) - (held.value ?? 0)) >= least)
    hold({ key, value, before: held.value });
  return held.key === key ? held.before : undefined;
}
