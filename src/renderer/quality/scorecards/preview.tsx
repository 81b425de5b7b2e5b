import { useState } from 'react';
import type { Answers, Score, ScorecardBody } from '../../../contract/index.ts';
import { score as scoreCard } from '../../../domain/quality/score/score.ts';
import { cw } from '../../strings/en-quality-cards.ts';
import { qw } from '../../strings/en-quality.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { countScored, noAnswer } from '../workspace/answers.ts';
import { ReviewForm } from '../workspace/review-form.tsx';
import { useBuilder } from './builder-store.ts';

/** The score of the form as it stands; null while its rules do not hold, and the fields say why. */
function scoreOf(card: ScorecardBody, answers: Answers): Score | null {
  try {
    return scoreCard(card, answers);
  } catch {
    return null;
  }
}

function CheckTable({ card, score }: { readonly card: ScorecardBody; readonly score: Score }) {
  const w = cw.checkColumns;
  const cell = 'border-b border-line px-2 py-[3px] text-right tabular-nums';
  return (
    <table aria-label={cw.check} className="w-full border-separate border-spacing-0 text-small">
      <thead>
        <tr className="text-ink-2">
          <th scope="col" className={cx(cell, '!text-left font-medium')}>
            {w.part}
          </th>
          {[w.weight, w.share, w.adds].map((head) => (
            <th key={head} scope="col" className={cx(cell, 'font-medium')}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {card.sections.map((section) => {
          const own = score.sections.find(({ id }) => id === section.id);
          const counts = own !== undefined && own.percent !== null;
          const adds = !counts ? null : section.bonus ? own.weight : (own.weight * (own.percent ?? 0)) / 100;
          return (
            <tr key={section.id}>
              <th scope="row" className={cx(cell, 'max-w-[150px] truncate !text-left font-normal')} dir="auto">
                {section.name}
              </th>
              <td className={cell}>{counts ? qw.percent(section.bonus ? section.weight : own.weight) : '–'}</td>
              <td className={cell}>
                {counts ? qw.percent(own.percent ?? 0) : cw.notYet}
                {own?.autoFailed === true && <span className="ml-1 font-semibold text-late">{cw.failed}</span>}
              </td>
              <td className={cell}>{adds === null ? '–' : `${section.bonus ? '+' : ''}${qw.decimal(adds)}`}</td>
            </tr>
          );
        })}
        <tr className="font-semibold">
          <th scope="row" className={cx(cell, '!text-left')}>
            {cw.total}
          </th>
          <td className={cell} />
          <td className={cell} />
          <td className={cell}>{score.percent === null ? '–' : qw.percent(score.percent)}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** The form as a reviewer will have it. It can be scored, and says how the score comes about. */
export function Preview({ card }: { readonly card: ScorecardBody }) {
  const answers = useBuilder((state) => state.answers);
  const [currentId, setCurrent] = useState<string | null>(null);
  const score = scoreOf(card, answers);
  if (score === null) return null;
  const scored = countScored(card, score, answers);
  return (
    <section aria-label={cw.preview} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex min-h-[42px] shrink-0 items-center gap-2 border-b border-line px-4">
        <h2 className="font-bold">{cw.preview}</h2>
        <span className="text-title font-bold tabular-nums">
          {score.percent === null ? '–' : qw.percent(score.percent)}
        </span>
        {score.passed !== null && (
          <span className={cx('text-small font-semibold', score.passed ? 'text-met' : 'text-late')}>
            {score.autoFailed.length > 0 ? qw.form.autoFailed : score.passed ? qw.review.passes : qw.review.fails}
          </span>
        )}
        <span className="text-small text-ink-2 tabular-nums">{qw.review.scored(scored.scored, scored.of)}</span>
        <span className="flex-1" />
        {Object.keys(answers).length > 0 && (
          <Button small look="quiet" onClick={() => useBuilder.setState({ answers: {} })}>
            {cw.reset}
          </Button>
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <p className="px-4 py-2 text-small text-ink-2">{cw.previewHow}</p>
        <ReviewForm
          label={cw.preview}
          card={card}
          answers={answers}
          score={score}
          guidance
          currentId={currentId}
          quoteTime={() => ''}
          onCurrent={setCurrent}
          onAnswer={(criterion, set) =>
            useBuilder.setState({
              answers: { ...answers, [criterion]: { ...(answers[criterion] ?? noAnswer), ...set } },
            })
          }
        />
        <div className="px-4 py-3">
          <h3 className="mb-1 text-small font-bold">{cw.check}</h3>
          <CheckTable card={card} score={score} />
          <p className="mt-1 text-small text-ink-2">{card.sections.some(({ bonus }) => bonus) && cw.bonusTop}</p>
        </div>
      </div>
    </section>
  );
}
