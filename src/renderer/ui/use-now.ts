import { useEffect, useState } from 'react';
import { deskTime, onTick } from '../client/clock.ts';

/** The desk's time, renewed once a minute: for what shows minutes or days. */
export function useMinute(): number {
  const [now, setNow] = useState(deskTime);
  useEffect(
    () =>
      onTick((tick) => {
        setNow((held) => (Math.floor(held / 60_000) === Math.floor(tick / 60_000) ? held : tick));
      }),
    [],
  );
  return now;
}
