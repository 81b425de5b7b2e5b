import loadHighs, { type Highs } from 'highs';

let loading: Promise<Highs> | null = null;

/** The solver of this thread; compiling it takes some 100 ms, once. */
export function highs(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}
