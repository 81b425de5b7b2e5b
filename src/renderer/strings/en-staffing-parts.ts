import { locale, number } from './en-words.ts';

const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** `12`, `0.4`, `1,204`. */
export const decimal = (n: number): string => tenths.format(n === 0 ? 0 : n);

export const several = (n: number, one: string, more: string): string => `${number(n)} ${n === 1 ? one : more}`;

/** `84 %`; a share that is not quite all or nothing is not rounded to it. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 100 && share < 1) return '> 99 %';
  if (whole === 0 && share > 0) return '< 1 %';
  return `${number(whole)} %`;
}

/** `+3`, `−0.5`, `0`, with the sign of a difference. */
export const signed = (n: number): string => (n > 0 ? `+${decimal(n)}` : n < 0 ? `−${decimal(-n)}` : '0');

/** `20 s`, `3 min 10 s`, `1 h 05 min`. */
export function wait(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  return `${number(Math.floor(minutes / 60))} h ${String(minutes % 60).padStart(2, '0')} min`;
}
