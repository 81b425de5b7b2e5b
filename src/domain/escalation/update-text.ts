import { Fault } from '../fault.ts';

const placeholder = /\{\{\s*([a-z.A-Z]+)\s*\}\}/g;
export const updatePlaceholders = ['requester.name', 'requester.firstName', 'ticket.number', 'incident.title'] as const;
export type UpdateFacts = Readonly<Record<(typeof updatePlaceholders)[number], string>>;

/** The words of one update as this requester reads them. Faults INVALID on a placeholder that is none. SPEC ESC-54. */
export function updateText(body: string, facts: UpdateFacts): string {
  return body.replaceAll(placeholder, (whole, name: string) => {
    // Own names only: `{{constructor}}` is on every object, and no placeholder.
    const value = Object.hasOwn(facts, name) ? facts[name as keyof UpdateFacts] : undefined;
    if (value === undefined)
      throw new Fault(
        'INVALID',
        `${whole} is no placeholder here. There are ${updatePlaceholders.map((each) => `{{${each}}}`).join(', ')}.`,
        { field: 'body' },
      );
    return value;
  });
}

export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
