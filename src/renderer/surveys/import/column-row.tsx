import type { ColumnKind, SurveyColumn, SurveyInspection } from '../../../contract/index.ts';
import { fw } from '../../strings/en-surveys.ts';
import { cx } from '../../ui/cx.ts';
import { Select, TextInput } from '../../ui/field.tsx';
import { changeColumn } from './import-flow.ts';

const w = fw.import;
const kinds = (Object.keys(w.kinds) as ColumnKind[]).map((value) => ({ value, label: w.kinds[value] }));
const isScore = (kind: ColumnKind): boolean => kind === 'csat' || kind === 'csatWords';

type FoundColumn = SurveyInspection['columns'][number];
type Props = { readonly at: number; readonly column: SurveyColumn; readonly found: FoundColumn };

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, step) => ({ value: String(from + step), label: String(from + step) }));

/** Of how many, from where on somebody is satisfied, and with which others it is one figure. */
function Scale({ at, column: { title, kind, most, top, group } }: Omit<Props, 'found'>) {
  const small = '!h-[26px] !w-[58px]';
  return (
    <div className="flex flex-wrap items-center gap-2 text-small text-ink-2">
      {kind === 'csat' && (
        <label className="flex items-center gap-1">
          {w.most}
          <Select
            aria-label={w.mostOf(title)}
            className={small}
            options={numbers(1, 10)}
            value={String(most)}
            onPick={(value) => changeColumn(at, { most: Number(value), top: Math.max(1, Number(value) - 1) })}
          />
        </label>
      )}
      <label className="flex items-center gap-1">
        {w.top}
        <Select
          aria-label={w.topOf(title)}
          className={small}
          options={numbers(1, kind === 'csat' ? most : Math.max(most, 5))}
          value={String(top)}
          onPick={(value) => changeColumn(at, { top: Number(value) })}
        />
      </label>
      <label className="flex items-center gap-1">
        {w.group}
        <TextInput
          aria-label={w.groupOf(title)}
          className="!h-[26px] !w-[120px]"
          maxLength={200}
          dir="auto"
          placeholder={w.groupHint}
          value={group ?? ''}
          onChange={(event) => changeColumn(at, { group: event.target.value === '' ? null : event.target.value })}
        />
      </label>
    </div>
  );
}

const scores = [{ value: '', label: w.notCounted }, ...numbers(0, 5)];

/** What each answer in words counts, 1 to 5; yes and no are 1 and 0. */
function Answers({ at, column: { words }, found: { answers } }: Props) {
  const change = (answer: string, value: string): void => {
    const key = answer.trim().toLowerCase();
    const { [key]: _, ...others } = words;
    const next = value === '' ? others : { ...others, [key]: Number(value) };
    const most = Math.max(1, ...Object.values(next));
    changeColumn(at, { words: next, most, top: Math.max(1, most - 1) });
  };
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-small text-ink-2">{w.answers}</legend>
      {answers.map(({ text }) => (
        <div key={text} className="flex items-center gap-2">
          <Select
            aria-label={w.counts(text)}
            className="!h-[26px] !w-[58px] shrink-0"
            options={scores}
            value={String(words[text.trim().toLowerCase()] ?? '')}
            onPick={(value) => change(text, value)}
          />
          <span className="min-w-0 truncate" dir="auto" title={text}>
            {text}
          </span>
        </div>
      ))}
    </fieldset>
  );
}

/** A question of the file: what it is read as, and how it is scored. */
export function ColumnRow(props: Props) {
  const { at, column, found } = props;
  const { title, kind } = column;
  return (
    <li className="flex flex-col gap-2 border-b border-line px-4 py-2">
      <div className="flex items-start gap-3 max-[560px]:flex-col">
        <div className="min-w-0 flex-1">
          <p className={cx('font-semibold break-words', kind === 'ignore' && 'font-normal text-ink-2')} dir="auto">
            {title}
          </p>
          <p className="truncate text-small text-ink-2" dir="auto" title={found.sample.join(' · ')}>
            {found.sample.join(' · ')}
          </p>
        </div>
        <div className="flex w-[210px] shrink-0 flex-col gap-[2px]">
          <Select
            aria-label={w.kindOf(title)}
            options={kinds}
            value={kind}
            onPick={(value) => changeColumn(at, { kind: value as ColumnKind })}
          />
          <span className="text-small text-ink-2">{kind === found.kind ? found.why : ''}</span>
        </div>
      </div>
      {kind === 'csatWords' && <Answers {...props} />}
      {isScore(kind) && <Scale at={at} column={column} />}
    </li>
  );
}
