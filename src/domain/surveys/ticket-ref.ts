/** What a response says of its ticket. */
export type TicketRef = { readonly number: number | null; readonly text: string; readonly hashed: boolean };

/** `#1042` is a number of this desk first; `1042` may be one, but an id of the system it came from goes first. SPEC SUR-20. */
export function ticketRef(cell: string): TicketRef | null {
  const text = cell.trim();
  if (text === '' || text.length > 500) return null;
  const [, hash, digits] = /^(#?)\s*(\d{1,15})$/.exec(text) ?? [];
  return {
    number: digits === undefined ? null : Number(digits),
    text: text.replace(/^#\s*/, ''),
    hashed: hash === '#',
  };
}
