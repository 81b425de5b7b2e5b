/**
 * The same queues by other means than the rules use, to hold them against: states summed one by one in logarithms, and
 * waits by plain steps. Slow and simple.
 */

const sumOfLogs = (logs: readonly number[]): number => {
  const top = logs.reduce((most, log) => Math.max(most, log), -Infinity);
  return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0));
};

/** ln(load^k / k!) for k = 0 to n. */
const poissonLogs = (load: number, n: number): number[] => {
  const logs = [0];
  for (let k = 1; k <= n; k += 1) logs.push(logs[k - 1]! + Math.log(load / k));
  return logs;
};

export const lossBySum = (agents: number, load: number): number => {
  const logs = poissonLogs(load, agents);
  return Math.exp(logs[agents]! - sumOfLogs(logs));
};

export const waitBySum = (agents: number, load: number): number => {
  const logs = poissonLogs(load, agents);
  const all = logs[agents]! + Math.log(agents / (agents - load));
  return Math.exp(all - sumOfLogs([...logs.slice(0, agents), all]));
};

type Queue = {
  readonly agents: number;
  readonly rate: number;
  readonly ahtSeconds: number;
  readonly patienceSeconds: number;
  readonly withinSeconds: number;
};

/** M/M/n+M by its states (waiting, giving up) and by its wait, stepped through. Shares are of all offered. */
export const impatientBySum = (queue: Queue) => {
  const { agents, rate, ahtSeconds, patienceSeconds, withinSeconds } = queue;
  const logs = poissonLogs(rate * ahtSeconds, agents);
  const most = logs.reduce((top, log) => Math.max(top, log), -Infinity);
  let peak = most;
  for (let j = 1; j < 5_000_000; j += 1) {
    const log = logs[agents + j - 1]! + Math.log(rate / (agents / ahtSeconds + j / patienceSeconds));
    logs.push(log);
    peak = Math.max(peak, log);
    if (log < peak - 50 && log < logs[agents + j - 1]!) break;
  }
  const all = sumOfLogs(logs);
  const chance = logs.map((log) => Math.exp(log - all));
  const waits = chance.slice(agents).reduce((sum, p) => sum + p, 0);
  const queued = chance.slice(agents).reduce((sum, p, j) => sum + p * j, 0);
  const abandoned = queued / patienceSeconds / rate;

  /** ln of the density of the wait that endless patience would meet. */
  const log = (w: number): number =>
    Math.log(agents / ahtSeconds) +
    (logs[agents]! - all) -
    rate * patienceSeconds * Math.expm1(-w / patienceSeconds) -
    (w * agents) / ahtSeconds;
  const steps = 200_000;
  const step = withinSeconds / steps;
  let answered = 0;
  let stayed = 0;
  let answeredWait = 0;
  for (let at = 0.5; at < steps; at += 1) {
    const w = at * step;
    const density = Math.exp(log(w)) * step;
    stayed += density;
    answered += density * Math.exp(-w / patienceSeconds);
    answeredWait += density * Math.exp(-w / patienceSeconds) * w;
  }
  const serviceLevel = 1 - waits + answered;
  /** Who gave up within the time. */
  const early = waits - answered - Math.exp(-withinSeconds / patienceSeconds) * (waits - stayed);
  return { waitProbability: waits, abandonProbability: abandoned, serviceLevel, early, answeredWait };
};
