import type { ChangeOf } from '../../contract/index.ts';
import type { Said, Why } from '../ui/verdict.ts';
import { money } from './en-money.ts';
import { locale, number } from './en-words.ts';

type Fixed = ChangeOf['unit'] | 'perDay' | 'nps';
/** `perDay`: tickets on a mean day. Money is told with its currency, `money EUR`; none where nobody said which. */
export type Unit = Fixed | `money ${string}`;

const two = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const one = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });

const missing = '–';

/** `1 h 05`, `45 min`, `2.5 min`: short times with one place, since half a minute of two is a lot. */
function minutes(value: number): string {
  if (value < 9.95) return `${one.format(value)} min`;
  const all = Math.round(value);
  if (all <= 90) return `${whole.format(all)} min`;
  const rest = all % 60;
  return `${whole.format(Math.floor(all / 60))} h${rest === 0 ? '' : ` ${String(rest).padStart(2, '0')}`}`;
}

/** Without its sign, as it stands alone and as a difference. */
const plains: Readonly<Record<Fixed, (value: number) => string>> = {
  share: (value) => one.format(100 * value),
  percent: (value) => one.format(value),
  score: (value) => two.format(value),
  minutes,
  perDay: (value) => one.format(value),
  nps: (value) => one.format(value).replace('-', '−'),
};
const units: Readonly<Record<Fixed, string>> = {
  share: ' %',
  percent: ' %',
  score: ' of 5',
  minutes: '',
  perDay: ' a day',
  nps: '',
};
/** Of two percentages the difference is in points: 5 % more of 20 % is another thing. */
const aparts: Readonly<Record<Fixed, string>> = {
  share: ' points',
  percent: ' points',
  score: '',
  minutes: '',
  perDay: ' a day',
  nps: ' points',
};
/** Of times it is the middle of all differences, which is not that of the two middles beside it. */
const typical = (unit: Unit): string => (unit === 'minutes' ? 'typically ' : '');

const isMoney = (unit: Unit): unit is `money ${string}` => unit.startsWith('money ');
const fixedOf = <T>(of: Readonly<Record<Fixed, T>>, unit: Unit, ofMoney: T): T => (isMoney(unit) ? ofMoney : of[unit]);

/** To the cent: what a contact costs is seldom whole. */
function moneyText(unit: Unit, value: number): string {
  const currency = unit.slice('money '.length);
  const rounded = Math.round(100 * value) / 100;
  return currency === '' ? two.format(rounded) : money(rounded, currency);
}
const plain = (unit: Unit, value: number): string => fixedOf(plains, unit, (figure) => moneyText(unit, figure))(value);
const apart = (unit: Unit): string => fixedOf(aparts, unit, '');

const isNumber = (value: number | null): value is number => value !== null && Number.isFinite(value);

/** A figure in its unit; `–` where there is none. */
const value = (unit: Unit, figure: number | null): string =>
  isNumber(figure) ? `${plain(unit, figure)}${fixedOf(units, unit, '')}` : missing;

/** `4.10 to 4.40 of 5`: between which it lies. */
const between = (unit: Unit, { low, high }: NonNullable<Apart['interval']>): string =>
  `${unit === 'share' ? value(unit, low) : plain(unit, low)} to ${value(unit, high)}`;

const valueOf = (unit: Unit, { n, value: figure }: { readonly n: number; readonly value: number | null }): string =>
  `${value(unit, figure)} (${whole.format(n)})`;

/** With its sign; what rounds to nothing has none. */
function signed(unit: Unit, figure: number): string {
  const text = plain(unit, Math.abs(figure));
  const isNothing = !/[1-9]/.test(text);
  return `${isNothing ? '' : figure > 0 ? '+' : '−'}${text}`;
}

type Apart = {
  readonly difference: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
};

/** `+0.40 (+0.10 to +0.70)`. */
function difference(unit: Unit, { difference: by, interval }: Apart): string {
  if (!isNumber(by)) return missing;
  const range =
    interval !== null && isNumber(interval.low) && isNumber(interval.high)
      ? ` (${signed(unit, interval.low)} to ${signed(unit, interval.high)})`
      : '';
  return `${typical(unit)}${signed(unit, by)}${apart(unit)}${range}`;
}

/** How likely chance alone does as much, in words, with p. */
function chance(p: number | null): string {
  if (!isNumber(p)) return '';
  const figure = p < 0.001 ? 'p below 0.001' : `p ${p < 0.01 ? p.toFixed(3) : p.toFixed(2)}`;
  const words =
    p < 0.01
      ? 'chance alone hardly ever does as much'
      : p < 0.05
        ? 'chance alone seldom does as much'
        : p < 0.2
          ? 'chance alone may do as much'
          : 'chance alone easily does as much';
  return `${words} (${figure})`;
}

/** How far apart, without the sign: `3.1 points`, `typically 12 min`. */
const apartBy = (unit: Unit, figure: number): string =>
  `${typical(unit)}${plain(unit, Math.abs(figure))}${apart(unit)}`;

const said: Readonly<Record<Said, string>> = {
  better: 'More than noise: better',
  worse: 'More than noise: worse',
  changed: 'More than noise',
  steady: 'Steady',
  notYet: 'Do not react yet',
};
const whys: Readonly<Record<Why, string>> = {
  none: 'nothing on one side',
  few: 'fewer than 30',
  small: 'below 7 %',
  chance: 'may be chance',
};

/** What a change says, in words; the verdict first, then why not. */
function saysOf(how: Said, why: readonly Why[]): string {
  return how === 'notYet' ? `${said.notYet}: ${why.map((each) => whys[each]).join(', ')}` : said[how];
}

/** Figures and how they changed, as text. */
export const changeWords = { value, valueOf, between, difference, apartBy, chance, missing, said, whys, saysOf };

/** Tables of reports. */
export const tableWords = {
  opens: (table: string, row: string, column: string, value: number): string =>
    `${table}: ${row}, ${column}: ${number(value)}. Opens these tickets.`,
} as const;
