import type { SimulateDay, StaffedStream } from '../../contract/index.ts';
import { busyPart } from './outlook-days.ts';

export const runs = 200;

/** Each further talk beside one makes it so much longer, as the desk reckons chat. SPEC STF-22. */
const slowdown = 0.1;

/** Mail waits in a pile and is not lost by waiting: a day of calls says nothing of it. */
export const canPlay = ({ stream, missing }: StaffedStream): boolean => stream.work !== 'mail' && missing === null;

/**
 * What the simulation is asked: what came or is forecast as calls, who is planned and there less shrinkage as agents, as
 * the formula beside it has them. Null where nothing is to come.
 */
export function dayToPlay(
  staffed: StaffedStream,
  { intervalMinutes, shrinkage, seed }: { intervalMinutes: number; shrinkage: number; seed: number },
): SimulateDay | null {
  const { stream } = staffed;
  const talks = stream.work === 'chat' ? stream.concurrency : 1;
  const intervals = busyPart(staffed.intervals).map(({ at, forecast, actual, present }) => ({
    at,
    calls: actual ?? forecast,
    agents: Math.round(present * (1 - shrinkage) * talks),
  }));
  if (!intervals.some(({ calls }) => calls > 0)) return null;
  return {
    intervals,
    intervalMinutes,
    ahtSeconds: stream.ahtSeconds * (1 + slowdown * (talks - 1)),
    withinSeconds: stream.target.withinSeconds,
    ...(stream.model === 'erlangA' && { patienceSeconds: stream.patienceSeconds }),
    runs,
    seed,
  };
}
