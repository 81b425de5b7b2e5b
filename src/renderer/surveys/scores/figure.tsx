import type { Csat, Nps, SurveyFigure } from '../../../contract/index.ts';
import { fw } from '../../strings/en-surveys.ts';

const w = fw.scores;

/** What is drawn and told of a figure, NPS or CSAT. */
export type Told = {
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly text: string;
  readonly range: string;
  readonly n: number;
  readonly few: boolean;
};

const ofNps = (nps: Nps): Told => ({
  value: nps.score,
  low: nps.interval?.low ?? 0,
  high: nps.interval?.high ?? 0,
  text: w.nps(nps),
  range: w.npsRange(nps),
  n: nps.n,
  few: nps.few,
});
const ofCsat = (csat: Csat): Told => ({
  value: csat.share,
  low: csat.interval?.low ?? 0,
  high: csat.interval?.high ?? 0,
  text: w.csat(csat),
  range: w.csatRange(csat),
  n: csat.n,
  few: csat.few,
});
const nothing: Told = { value: null, low: 0, high: 0, text: '–', range: '', n: 0, few: true };

/** NPS from -100 to 100, CSAT from 0 to 1. */
export const told = ({ nps, csat }: SurveyFigure): Told =>
  nps !== null ? ofNps(nps) : csat !== null ? ofCsat(csat) : nothing;

/** n, and whether that is few. */
export const Sample = ({ figure: { n, few } }: { readonly figure: Told }) => (
  <span className="whitespace-nowrap text-ink-2 tabular-nums">
    {w.n(n)}
    {few && n > 0 && `, ${w.few}`}
  </span>
);
