/** What many runs of one thing took, in ms. */
export type Timing = { readonly p50: number; readonly p95: number; readonly runs: number };

export function timing(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), runs: sorted.length };
}

export async function time(runs: number, work: (run: number) => unknown): Promise<Timing> {
  for (let warm = 0; warm < Math.min(5, runs); warm++) await work(warm);
  const samples: number[] = [];
  for (let run = 0; run < runs; run++) {
    const from = performance.now();
    await work(run);
    samples.push(performance.now() - from);
  }
  return timing(samples);
}

/** One line of the table: ours beside the floor of the same run. `better`: which way is better. */
export type Row = {
  readonly name: string;
  readonly ours: number;
  readonly floor: number | null;
  readonly unit: string;
  readonly better: 'less' | 'more';
  readonly note?: string;
};
