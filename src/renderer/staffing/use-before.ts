import { useState } from 'react';

/** A figure before it last changed, as long as it is of the same thing; undefined until it has changed by half a percent. */
export function useBefore(key: string, value: number | null): number | null | undefined {
  const [held, hold] = useState<{ key: string; value: number | null; before: number | null | undefined }>({
    key,
    value,
    before: undefined,
  });
  const least = 0.005;
  if (held.key !== key) hold({ key, value, before: undefined });
  else if ((held.value === null) !== (value === null) || Math.abs((value ?? 0) - (held.value ?? 0)) >= least)
    hold({ key, value, before: held.value });
  return held.key === key ? held.before : undefined;
}
