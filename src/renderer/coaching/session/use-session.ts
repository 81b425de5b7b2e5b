import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useKeeping as useKeepingOf } from '../../app/outbox.ts';
import { flush, flushAll, sessionOptions, useHeld } from './keeper.ts';

/** A session as it is on screen: what the desk has, with what was just said over it. */
export function useSession(id: string) {
  const asked = useQuery(sessionOptions(id));
  const { held, failed } = useHeld(id);
  const { data } = asked;
  const session = useMemo(() => (data === undefined ? undefined : { ...data, ...held }), [data, held]);
  const isHeld = Object.keys(held).length > 0;
  const kept = !isHeld ? ('kept' as const) : failed === null ? ('keeping' as const) : ('failed' as const);
  return { asked, session, kept, failed };
}

/** All that was typed is sent before the session goes from the screen, or the window does. */
export const useKeeping = (id: string): void => useKeepingOf(id, flush, flushAll);
