import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { noonOf } from '../ui/format.ts';
import { CircleCheck } from 'lucide-react';
import { useId, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { Finding, LintRule, RosterRules } from '../../contract/index.ts';
import { lintRules } from '../../contract/words.ts';
import { orpc } from '../client/client.ts';
import { rw } from '../strings/en-roster.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { inputClass } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Switch } from '../ui/switch.tsx';
import { shortDay } from './asked-words.ts';
import { CoverEditor, focusCover } from './cover-editor.tsx';
import { plusDays } from './dates.ts';
import { deskToday } from './export-actions.ts';
import { FindingList } from './findings.tsx';
import { NotRead } from '../ui/not-read.tsx';
import { remedyOn } from './remedy.ts';
import { newCover, rulesDraftOf, switched, type Figure, type RulesDraft } from './rules-draft.ts';
import { changeRules, discardRules, saveRules, useRules } from './rules-store.ts';
import { useTabActions } from './tab-actions.ts';
import { useListFocus } from './use-list-focus.ts';

const w = rw.rules;
const coming = 7;

const figuresOf: Partial<Record<LintRule, readonly Figure[]>> = {
  rest: ['minRestMinutes'],
  contractHours: ['overContractMinutes'],
  dayLength: ['minShiftMinutes', 'maxShiftMinutes'],
  daysInRow: ['maxDaysInRow'],
  missingBreak: ['breakAfterMinutes', 'minBreakMinutes'],
};

type Change = (draft: RulesDraft) => void;
type FigureProps = { readonly figure: Figure; readonly draft: RulesDraft; readonly onChange: Change };

function FigureField({ figure, draft, onChange }: FigureProps) {
  const id = useId();
  const error = useRules((state) => state.errors[figure]);
  return (
    <div className="flex flex-col items-end gap-[2px]">
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="text-small text-ink-2">
          {w.figure[figure]}
        </label>
        <input
          id={id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={20}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-below`}
          value={draft.figures[figure]}
          className={cx(inputClass, '!h-[27px] !w-[84px] tabular-nums')}
          onChange={(event) => onChange({ ...draft, figures: { ...draft.figures, [figure]: event.target.value } })}
        />
      </div>
      {error !== undefined && (
        <p id={`${id}-below`} className="max-w-[240px] text-right text-small text-late">
          {error}
        </p>
      )}
    </div>
  );
}

type RuleProps = {
  readonly rule: LintRule;
  readonly draft: RulesDraft;
  readonly onChange: Change;
  readonly findings: number | null;
  readonly first: RefObject<HTMLButtonElement | null> | null;
};

function RuleRow({ rule, draft, onChange, findings, first }: RuleProps) {
  const isOn = !draft.off.includes(rule);
  const source = w.source[rule];
  return (
    <li className="grid grid-cols-[28px_minmax(0,1fr)_auto_84px] items-start gap-x-3 border-b border-line px-4 py-[9px] @max-[640px]:grid-cols-[28px_minmax(0,1fr)_84px]">
      <span className="pt-[2px]">
        <Switch
          {...(first !== null && { ref: first })}
          label={w.switch(w.rule[rule])}
          on={isOn}
          onChange={(on) => onChange(switched(draft, rule, on))}
        />
      </span>
      <span className="min-w-0">
        <span className={cx('block font-semibold', !isOn && 'text-ink-2')}>{w.rule[rule]}</span>
        <span className="block text-small text-ink-2">{w.ruleHow[rule]}</span>
        {source !== undefined && <span className="block text-cap text-ink-2">{source}</span>}
      </span>
      <span className="flex flex-col gap-1 @max-[640px]:col-start-2 @max-[640px]:row-start-2 @max-[640px]:items-start @max-[640px]:pt-1 @max-[640px]:empty:hidden">
        {isOn &&
          (figuresOf[rule] ?? []).map((figure) => (
            <FigureField key={figure} figure={figure} draft={draft} onChange={onChange} />
          ))}
      </span>
      <span
        className={cx(
          'pt-[1px] text-right text-small tabular-nums @max-[640px]:col-start-3 @max-[640px]:row-start-1',
          isOn && findings !== null && findings > 0 ? 'font-semibold text-ink' : 'text-ink-2',
        )}
      >
        {!isOn ? w.off : findings === null ? '' : w.ofRule(findings)}
      </span>
    </li>
  );
}

/** Arrows go from switch to switch. */
function onArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement) || event.target.role !== 'switch') return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="switch"]')];
  all[all.indexOf(event.target) + step]?.focus();
  event.preventDefault();
  event.stopPropagation();
}

type WeekProps = { readonly findings: readonly Finding[] | undefined; readonly from: string };

function Week({ findings, from }: WeekProps) {
  const before = useRules((state) => state.before);
  const range = useQuery(orpc.roster.range.queryOptions({ input: { from, days: coming } }));
  const day = (date: string): string => shortDay(noonOf(date), 'UTC');
  const isBare = range.data?.shifts.length === 0;
  return (
    <aside
      aria-label={w.week}
      className="flex w-[400px] min-w-0 shrink-0 flex-col border-l border-line max-[1200px]:w-[300px]"
    >
      <div className="shrink-0 border-b border-line px-4 py-[9px]">
        <h2 className="text-title font-bold">{w.week}</h2>
        <p className="text-small text-ink-2 tabular-nums">{w.weekOf(day(from), day(plusDays(from, coming - 1)))}</p>
        <p role="status" className="font-semibold tabular-nums">
          {findings !== undefined && w.findingsNow(findings.length)}
          {findings !== undefined && before !== null && (
            <span className="font-normal text-ink-2">, {w.before(before)}</span>
          )}
        </p>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-2" tabIndex={0} role="region" aria-label={w.list}>
        {isBare && <p className="text-ink-2">{w.noShifts}</p>}
        {!isBare && findings?.length === 0 && (
          <p className="flex items-start gap-2 text-met">
            <CircleCheck size={14} aria-hidden className="mt-[3px] shrink-0" />
            {w.clean}
          </p>
        )}
        {findings !== undefined && findings.length > 0 && (
          <FindingList
            findings={findings}
            label={w.list}
            most={100}
            onRemedy={(remedy) => remedyOn(range.data?.shifts ?? [], remedy)}
          />
        )}
      </div>
    </aside>
  );
}

function Loaded({ saved }: { readonly saved: RosterRules }) {
  const { draft: held, errors } = useRules();
  const first = useRef<HTMLButtonElement>(null);
  const from = deskToday();
  const asked = useQuery({
    ...orpc.roster.findings.queryOptions({ input: { from, days: coming } }),
    placeholderData: keepPreviousData,
  });
  const findings = asked.data?.findings;
  const draft = held ?? rulesDraftOf(saved);
  const onChange: Change = (next) => changeRules(saved, next);
  const save = (): void => void saveRules(findings?.length ?? null);
  useListFocus(first);
  const addCover = (): void => {
    const cover = newCover();
    onChange({ ...draft, cover: [...draft.cover, cover] });
    focusCover(cover.key);
  };
  useTabActions({ save, add: addCover });
  const countOf = (rule: LintRule): number | null =>
    findings === undefined ? null : findings.filter((finding) => finding.rule === rule).length;
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="@container min-h-0 flex-1 overflow-y-auto">
          <ul aria-label={w.label} onKeyDown={onArrows}>
            {lintRules.map((rule, index) => (
              <RuleRow
                key={rule}
                rule={rule}
                draft={draft}
                onChange={onChange}
                findings={countOf(rule)}
                first={index === 0 ? first : null}
              />
            ))}
          </ul>
          <CoverEditor
            cover={draft.cover}
            errors={errors}
            onAdd={addCover}
            onChange={(cover) => onChange({ ...draft, cover })}
          />
        </div>
        <div className="flex shrink-0 items-center justify-end gap-2 border-t border-line px-4 py-2">
          {held !== null && <span className="text-small text-ink-2">{rw.changed}</span>}
          <Button disabled={held === null} onClick={discardRules}>
            {rw.discard}
          </Button>
          <Button look="primary" disabled={held === null} onClick={save}>
            {rw.save} <Kbd keys="mod+s" on />
          </Button>
        </div>
      </div>
      <Week findings={findings} from={from} />
    </div>
  );
}

/** What the roster has to keep to, each rule with what it finds in the coming week. */
export function RulesTab() {
  const asked = useQuery(orpc.roster.rules.queryOptions());
  return asked.data === undefined ? <NotRead asked={asked} words={rw} /> : <Loaded saved={asked.data} />;
}
