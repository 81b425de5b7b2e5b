/** What a column holds: how it is written, and what a pivot may measure of it. */
export type ColumnKind = 'text' | 'number' | 'minutes' | 'time' | 'ms' | 'flag' | 'ticket' | 'id';

export type ColumnDoc = { readonly name: string; readonly kind: ColumnKind; readonly about: string };
export type ViewDoc = { readonly name: string; readonly about: string; readonly columns: readonly ColumnDoc[] };

const of =
  (kind: ColumnKind) =>
  <Name extends string>(name: Name, about: string) => ({ name, kind, about });
export const text = of('text');
export const number = of('number');
export const minutes = of('minutes');
export const flag = of('flag');
export const id = of('id');
export const ticket = <Name extends string>(
  name: Name,
  about = 'The number of a ticket: joins every view that has one.',
) => of('ticket')(name, about);

/** An instant stands twice: by the desk's clock, to read and to group by, and in epoch ms, to reckon with. */
export const time = <Name extends string>(name: Name, about: string) =>
  [
    { name, kind: 'time' as const, about },
    { name: `${name}_ms` as const, kind: 'ms' as const, about: 'The same in epoch milliseconds.' },
  ] as const;

/** Somebody who works here: their name, and what joins people. */
export const person = <Name extends string>(name: Name, about: string) =>
  [text(name, about), id(`${name}_id` as const, 'Joins people.id.')] as const;
