import { useMemo } from 'react';
import type { AskColumn, AskResult, AskValue } from '../../contract/index.ts';
import { sayError } from '../app/errors.ts';
import { client } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { aw } from '../strings/en-ask.ts';
import { showTicket } from '../tickets/show-ticket.ts';
import { exact } from '../ui/format.ts';
import { setAsk } from './ask-store.ts';
import { DataGrid, type GridColumn } from './data-grid.tsx';
import { placesOf } from './places.ts';
import { widthOf } from './widths.ts';

/** A value as it stands in a cell; line breaks would be cut off. */
export function cellText(value: AskValue | undefined, kind: AskColumn['kind'], places = 0): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replaceAll(/\s*\n\s*/g, ' ');
  if (kind === 'ticket') return `#${String(value)}`;
  return kind === 'ms' ? String(value) : aw.figure(value, places);
}

const looked = 60;

const gridColumns = ({ columns, rows }: AskResult): GridColumn[] =>
  columns.map(({ name, kind }, at) => ({
    key: name,
    label: name,
    isNumber: kind === 'number' || kind === 'ms',
    width: widthOf(
      name,
      rows.slice(0, looked).map((row) => cellText(row[at], kind)),
    ),
  }));

async function openNumber(number: number): Promise<void> {
  try {
    const { id } = await client.tickets.get({ number });
    // What it was opened from is not to stand over the board, nor over this screen when one comes back.
    setAsk({ behind: null });
    showTicket(id);
  } catch (error) {
    sayError(error);
  }
}

/** The rows of an answer; a number of a ticket leads to it. */
export function ResultGrid({ label, result }: { readonly label: string; readonly result: AskResult }) {
  const zone = useZone();
  const columns = useMemo(() => gridColumns(result), [result]);
  const places = useMemo(() => result.columns.map((_, at) => placesOf(result.rows.map((row) => row[at]))), [result]);
  const valueAt = (row: number, column: number): AskValue | undefined => result.rows[row]?.[column];
  const kindAt = (column: number): AskColumn['kind'] => result.columns[column]?.kind ?? 'text';
  // Enter anywhere in a row opens its ticket, where it has one.
  const ticketColumn = result.columns.findIndex(({ kind }) => kind === 'ticket');
  const ticketOf = (row: number, column: number): number | null => {
    const value = valueAt(row, kindAt(column) === 'ticket' ? column : ticketColumn);
    return typeof value === 'number' ? value : null;
  };
  return (
    <DataGrid
      key={result.columns.map(({ name }) => name).join('\n')}
      label={label}
      columns={columns}
      count={result.rows.length}
      text={(row, column) => cellText(valueAt(row, column), kindAt(column), places[column])}
      whole={(row, column) => {
        const value = valueAt(row, column);
        return kindAt(column) === 'ms' && typeof value === 'number' ? exact(value, zone) : String(value ?? '');
      }}
      opens={(row, column) => kindAt(column) === 'ticket' && ticketOf(row, column) !== null}
      onOpen={(row, column) => {
        const number = ticketOf(row, column);
        if (number !== null) void openNumber(number);
      }}
    />
  );
}
