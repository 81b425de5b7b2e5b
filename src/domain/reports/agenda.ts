import { counted, listed } from './words.ts';

/** What there is to talk about, each as it is called. */
export type AgendaFacts = {
  readonly figures: readonly string[];
  readonly incidents: readonly string[];
  readonly actions: { readonly open: number; readonly late: readonly string[] };
  readonly problems: readonly string[];
  readonly needs: readonly string[];
};

export type AgendaItem = { readonly item: string; readonly minutes: number; readonly about: string };

/** More are named in their sections. */
const mostNamed = 5;

function named(all: readonly string[], none: string): string {
  if (all.length === 0) return none;
  const more = all.length - mostNamed;
  return more > 0 ? listed([...all.slice(0, mostNamed), `${more} more`]) : listed(all);
}

/** What there is nothing of takes a minute, to be said. */
const minutesFor = (full: number, things: number): number => (things === 0 ? 1 : full);

function actionsWords({ open, late }: AgendaFacts['actions']): string {
  if (open === 0) return 'No action item is open.';
  return late.length === 0
    ? `${counted(open, 'item')} open, none late.`
    : `${counted(open, 'item')} open; late: ${named(late, '')}.`;
}

/** The monthly review in its order. SPEC REP-33. */
export const agendaOf = ({ figures, incidents, actions, problems, needs }: AgendaFacts): AgendaItem[] => [
  {
    item: 'Figures that need a decision',
    minutes: minutesFor(20, figures.length),
    about: named(figures, 'None missed its target or got worse beyond noise.'),
  },
  { item: 'Incidents', minutes: minutesFor(10, incidents.length), about: named(incidents, 'None ran.') },
  { item: 'Action items', minutes: minutesFor(10, actions.open), about: actionsWords(actions) },
  {
    item: 'Open problems of surveys',
    minutes: minutesFor(10, problems.length),
    about: named(problems, 'None is open.'),
  },
  { item: 'Training needs', minutes: minutesFor(5, needs.length), about: named(needs, 'None stands out.') },
  { item: 'Anything else', minutes: 5, about: 'What nobody asked about.' },
];
