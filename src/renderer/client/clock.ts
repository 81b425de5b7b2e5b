let offsetMs = 0;

/** Takes the desk's own time as the time; `deskNow` is epoch milliseconds as the desk said it just now. */
export function setDeskNow(deskNow: number): void {
  offsetMs = deskNow - Date.now();
}

/** Epoch milliseconds by the desk's clock. */
export const deskTime = (): number => Date.now() + offsetMs;

type Tick = (now: number) => void;
const ticks = new Set<Tick>();
let timer: number | undefined;

function beat(): void {
  const now = deskTime();
  for (const tick of ticks) tick(now);
  timer = window.setTimeout(beat, 1000 - (deskTime() % 1000));
}

/** Calls back now and then once a second, on the second of the desk's clock. One timer for the whole window. */
export function onTick(tick: Tick): () => void {
  ticks.add(tick);
  tick(deskTime());
  timer ??= window.setTimeout(beat, 1000 - (deskTime() % 1000));
  return () => {
    ticks.delete(tick);
    if (ticks.size === 0) {
      window.clearTimeout(timer);
      timer = undefined;
    }
  };
}
