import { locale } from './en-words.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** An amount in its currency, three capitals; without cents where there are none. */
export function money(amount: number, currency: string): string {
  const whole = Number.isInteger(amount);
  const key = `${currency} ${String(whole)}`;
  const known = formats.get(key);
  const format =
    known ??
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      ...(whole && { minimumFractionDigits: 0, maximumFractionDigits: 0 }),
    });
  formats.set(key, format);
  return format.format(amount);
}
