import type { Agreement, SessionResult } from '../../../contract/index.ts';
import { qm } from '../../strings/en-quality-more.ts';
import { cx } from '../../ui/cx.ts';
import { Figures, FigureTable } from '../../ui/table.tsx';
import { onFold } from './fold-keys.ts';
import { figuresOf, relianceOf, type Figure } from './figures.ts';

const w = qm.calibration.result;

const valueOf = ({ name, value, whyNot }: Figure): string =>
  value === null ? qm.whyNot[whyNot ?? 'noItems'] : name === 'percent' ? qm.percent(value) : qm.two(value);
const betweenOf = ({ name, interval }: Figure): string =>
  interval === null ? '–' : qm.interval(interval[0], interval[1], name === 'percent' ? qm.percent : qm.two);

/** How far all agree, first as a sentence, then as figures with their intervals; what is not defined says why. */
export function OverallAgreement({ agreement }: { readonly agreement: Agreement }) {
  const alpha = agreement.alpha.interval;
  const interval = agreement.intervals.alpha.interval;
  const reliance = relianceOf({ value: alpha, interval }, agreement.percent);
  const [low, high] = interval ?? [null, null];
  return (
    <section aria-label={w.overall} onKeyDown={onFold}>
      <h3 className="border-b border-line pb-1 font-bold">{w.overall}</h3>
      <p className={cx('mt-2 text-title font-semibold', reliance === 'not' && 'text-late')}>{qm.reliance[reliance]}</p>
      <p className="mt-1">
        {alpha !== null && w.alphaSaid(alpha, low, high)} {w.few(agreement.items)}
      </p>
      <p className="text-ink-2">{w.overallHow(agreement.items, agreement.raters)}</p>
      <Figures label={w.figures}>
        <FigureTable
          label={w.figures}
          columns={[{ label: w.figure }, { label: w.value }, { label: w.between }]}
          lines={figuresOf(agreement).map((figure) => ({
            key: figure.name,
            cells: [
              <span key="name" title={qm.figureTitle[figure.name]}>
                {qm.figure[figure.name]}
              </span>,
              valueOf(figure),
              betweenOf(figure),
            ],
          }))}
        />
      </Figures>
    </section>
  );
}

type Criteria = SessionResult['criteria'];

const leastFirst = (criteria: Criteria): Criteria =>
  criteria.toSorted((a, b) => (a.agreement.alpha.ordinal ?? 2) - (b.agreement.alpha.ordinal ?? 2));

function kappaOf(agreement: Agreement): string {
  const figures = figuresOf(agreement);
  const found = figures.find(({ name }) => name === (agreement.raters === 2 ? 'weightedKappa' : 'fleissKappa'));
  return found === undefined ? '–' : valueOf(found);
}

function alphaOf(agreement: Agreement): string {
  const found = figuresOf(agreement).find(({ name }) => name === 'alphaOrdinal');
  if (found === undefined) return '–';
  return found.interval === null ? valueOf(found) : `${valueOf(found)} (${betweenOf(found)})`;
}

/** Each criterion: whether its levels mean the same to all who score. */
export const CriteriaAgreement = ({ criteria }: { readonly criteria: Criteria }) => (
  <section aria-label={w.criteria}>
    <h3 className="pb-1 font-bold">{w.criteria}</h3>
    <FigureTable
      label={w.criteria}
      columns={[
        { label: w.criterion },
        { label: w.verdict },
        { label: w.exact, right: true },
        { label: w.alpha },
        { label: w.kappa, title: w.kappaTitle },
      ]}
      lines={leastFirst(criteria).map(({ id, name, agreement }) => {
        const alpha = { value: agreement.alpha.ordinal, interval: agreement.intervals.alpha.ordinal };
        const reliance = relianceOf(alpha, agreement.percent);
        return {
          key: id,
          cells: [
            <span key="name" dir="auto">
              {name}
            </span>,
            <span key="said" className={cx('font-semibold', reliance === 'not' && 'text-late')}>
              {qm.relianceShort[reliance]}
            </span>,
            agreement.percent === null ? '–' : qm.percent(agreement.percent),
            alphaOf(agreement),
            kappaOf(agreement),
          ],
        };
      })}
    />
  </section>
);
