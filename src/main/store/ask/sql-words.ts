import type { ColumnOf, ViewName } from '../../../domain/ask/views.ts';
import type { Codes } from '../codes.ts';

/** How a documented view reads the desk. `tables`: all it opens; no view opens another. */
export type ViewSql<Name extends ViewName = ViewName> = {
  readonly tables: readonly string[];
  readonly from: string;
  readonly columns: Readonly<Record<ColumnOf<Name>, string>>;
};

/** The words of a code, of the list it is kept by: never a second list by hand. */
export const words = (column: string, codes: Pick<Codes<string>, 'words'>): string =>
  `CASE ${column} ${codes.words.map((word, code) => `WHEN ${code} THEN '${word}'`).join(' ')} END`;

export const time = <Name extends string>(name: Name, column: string) =>
  ({ [name]: `local(${column})`, [`${name}_ms`]: column }) as Readonly<Record<Name | `${Name}_ms`, string>>;
export const minutes = (from: string, to: string): string => `(${to} - ${from}) / 60000.0`;
export const until = (from: string, to: string): string => minutes(from, `ifnull(${to}, now_ms())`);
export const id = (column: string): string => `uuid_text(${column})`;
/** Of another table by its row id: asked for only where the column is. */
export const by = (table: string, column: string, row: string): string =>
  `(SELECT ${column} FROM ${table} WHERE ${table}.id = ${row})`;
/** Somebody who works here by the row id of a person: their name, and what joins people. */
export const person = <Name extends string>(name: Name, row: string) =>
  ({ [name]: by('person', 'name', row), [`${name}_id`]: id(by('person', 'uid', row)) }) as Readonly<
    Record<Name | `${Name}_id`, string>
  >;
export const list = (column: string): string =>
  `nullif(replace(replace(replace(replace(${column}, '["', ''), '"]', ''), '","', ', '), '[]', ''), '')`;
