type Line = { readonly number: number; readonly subject: string; readonly when?: string };

/** What a shift hands over, gathered. */
export type Handover = {
  /** `Mon 2 Mar 2026 17:00`. */
  readonly at: string;
  readonly open: number;
  readonly breached: number;
  readonly leaving: readonly string[];
  /** `Ada Lund at 18:00`. */
  readonly coming: readonly string[];
  readonly p1: readonly Line[];
  readonly due: readonly Line[];
  readonly promised: readonly Line[];
  readonly dispatched: readonly Line[];
  readonly incidents: readonly Line[];
  /** What came today over what was forecast, as a factor; null where nothing can be said. */
  readonly pace: number | null;
};

const line = ({ number, subject, when }: Line): string =>
  `- ${when === undefined ? '' : `${when} `}#${number} ${subject}`;

const part = (title: string, lines: readonly Line[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map(line)];

function paceWords(pace: number | null): readonly string[] {
  const off = pace === null ? 0 : Math.round((pace - 1) * 100);
  return off === 0 ? [] : [`Contacts so far: ${Math.abs(off)} % ${off > 0 ? 'more' : 'fewer'} than forecast.`];
}

/** A note for the next shift, as plain text that somebody goes over before it is handed on. SPEC HND-1. */
export function handoverText(facts: Handover): string {
  const { at, open, breached, leaving, coming } = facts;
  return [
    `Shift handover, ${at}`,
    `${open} tickets open, ${breached} of them late.`,
    ...paceWords(facts.pace),
    ...(leaving.length > 0 ? [`On shift: ${leaving.join(', ')}.`] : []),
    ...(coming.length > 0 ? [`Still to come: ${coming.join(', ')}.`] : []),
    ...part('Incidents that run', facts.incidents),
    ...part('P1', facts.p1),
    ...part('Due within four hours', facts.due),
    ...part('Calls promised', facts.promised),
    ...part('Dispatched, still out', facts.dispatched),
    '',
    'Anything else:',
    '- ',
  ].join('\n');
}
