import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Person, Queue } from '../../contract/index.ts';
import { client, orpc } from './client.ts';
import { setDeskNow } from './clock.ts';

const infoOptions = orpc.desk.info.queryOptions();

/** The desk's settings and file. Each answer also sets the window's clock by the desk's. */
export function useInfo() {
  return useQuery({
    ...infoOptions,
    retry: 3,
    queryFn: async () => {
      const info = await client.desk.info();
      setDeskNow(info.now);
      return info;
    },
  });
}

/** The desk's zone; the machine's own until the desk has answered. */
export const useZone = (): string => useInfo().data?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

export const useSummary = () => useQuery(orpc.desk.summary.queryOptions());

const noPeople: readonly Person[] = [];
const noQueues: readonly Queue[] = [];

export const usePeople = (): readonly Person[] => useQuery(orpc.people.list.queryOptions()).data?.people ?? noPeople;
export const useQueues = (): readonly Queue[] =>
  useQuery(orpc.directory.queues.queryOptions()).data?.queues ?? noQueues;

export type Names = ReadonlyMap<string, string>;

export type Directory = {
  readonly people: Names;
  readonly queues: Names;
  /** People who are not here now. */
  readonly away: ReadonlySet<string>;
};

/** Names by id, of people and of queues, and who is away. */
export function useNames(): Directory {
  const people = usePeople();
  const queues = useQueues();
  return useMemo(
    () => ({
      people: new Map(people.map((person) => [person.id, person.name])),
      queues: new Map(queues.map((queue) => [queue.id, queue.name])),
      away: new Set(people.filter((person) => person.away).map((person) => person.id)),
    }),
    [people, queues],
  );
}
