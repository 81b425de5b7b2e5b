import { Play, Save, Square, Table } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Hints } from '../ui/hints.tsx';
import { useFirstFocus } from '../app/use-focus.ts';
import { aw } from '../strings/en-ask.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Kbd } from '../ui/kbd.tsx';
import { typeInto } from '../ui/type-into.ts';
import { askNow, setAsk, useAsk } from './ask-store.ts';
import { Examples } from './examples.tsx';
import { Files } from './files.tsx';
import { ResultGrid } from './result-grid.tsx';
import { SavedList, ViewsList } from './side.tsx';
import { SqlEditor } from './sql-editor.tsx';
import { useTabActions } from './tab-actions.ts';
import type { Answer } from './use-answer.ts';

type SideList = 'saved' | 'views';

const hints = [
  ['mod+enter', aw.hints.run],
  ['e', aw.hints.write],
  ['l', aw.hints.saved],
  ['v', aw.hints.views],
  ['escape', aw.hints.back],
] as const;

/** What came of it, in one line: that it runs, how much and how fast, what was cut, or why not. */
function Message({ id, answer }: { readonly id: string; readonly answer: Answer }) {
  const { result, problem, isRunning, isStopped } = answer;
  const words = (): string => {
    if (isRunning) return aw.running;
    if (problem !== null) return problem;
    if (isStopped) return aw.stopped;
    if (result === null) return '';
    const more = [
      result.cut === null ? '' : aw.cut[result.cut],
      result.clipped === 0 ? '' : aw.clipped(result.clipped),
    ];
    return [`${aw.read(result.rows.length, result.ms)}.`, ...more].filter((each) => each !== '').join(' ');
  };
  return (
    <p
      id={id}
      role="status"
      dir="auto"
      className={
        problem === null || isRunning
          ? 'min-w-[160px] flex-1 text-ink-2 tabular-nums'
          : 'min-w-[160px] flex-1 text-late'
      }
    >
      {words()}
    </p>
  );
}

function Buttons({ answer, onViews }: { readonly answer: Answer; readonly onViews: () => void }) {
  const isEmpty = useAsk((state) => state.sql.trim() === '');
  return (
    <>
      {answer.isRunning ? (
        <Button small onClick={answer.stop} icon={<Square size={12} aria-hidden />}>
          {aw.stop} <Kbd keys="escape" />
        </Button>
      ) : (
        <Button small look="primary" disabled={isEmpty} onClick={askNow} icon={<Play size={12} aria-hidden />}>
          {aw.run} <Kbd keys="mod+enter" on />
        </Button>
      )}
      <Button small disabled={isEmpty} onClick={() => setAsk({ saving: true })} icon={<Save size={13} aria-hidden />}>
        {aw.save} <Kbd keys="s" />
      </Button>
      <Button small className="min-[821px]:hidden" onClick={onViews} icon={<Table size={13} aria-hidden />}>
        {aw.views} <Kbd keys="v" />
      </Button>
    </>
  );
}

function Body({ answer }: { readonly answer: Answer }) {
  const asked = useAsk((state) => state.asked);
  const { result, isRunning, problem } = answer;
  if (asked === null) return <Examples />;
  if (result === null || problem !== null) return <div aria-busy={isRunning} className="min-h-[40px] flex-1" />;
  if (result.rows.length === 0) return <p className="flex-1 px-4 py-3 text-ink-2">{aw.noRows}</p>;
  return <ResultGrid key={asked.turn} label={aw.answer} result={result} />;
}

function insert(area: HTMLTextAreaElement | null, name: string): void {
  if (area === null) return;
  area.focus();
  const { value } = area;
  // Where nobody has been in it yet, the caret is before its first letter.
  if (area.selectionEnd === 0) area.setSelectionRange(value.length, value.length);
  const { selectionStart: from, selectionEnd: to } = area;
  const before = /[\s.(,]$|^$/.test(value.slice(0, from)) ? '' : ' ';
  const text = `${before}${name}`;
  typeInto(area, { from, to, insert: text, mark: [from + text.length, from + text.length] });
}

const stageOf = ({ result, isRunning }: Answer, asked: unknown): string =>
  asked === null ? 'none' : isRunning ? 'running' : result === null || result.rows.length === 0 ? 'words' : 'rows';

/** The question above its answer; what was saved and what can be asked beside them. */
export function QuestionTab({ answer }: { readonly answer: Answer }) {
  const box = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const messageId = useId();
  const sql = useAsk((state) => state.sql);
  const asked = useAsk((state) => state.asked);
  const [side, setSide] = useState<SideList | null>(null);
  useFirstFocus(box, stageOf(answer, asked));
  useTabActions({
    write: () => area.current?.focus(),
    saved: () => setSide('saved'),
    views: () => setSide('views'),
  });
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <div className="relative flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col overflow-y-auto">
          <div className="flex shrink-0 flex-col gap-2 border-b border-line p-3">
            <SqlEditor
              ref={area}
              value={sql}
              error={answer.problem}
              describedBy={messageId}
              onChange={(next) => setAsk({ sql: next })}
            />
            <div className="flex flex-wrap items-center gap-2">
              <Buttons answer={answer} onViews={() => setSide('views')} />
              <Message id={messageId} answer={answer} />
              {answer.result !== null && asked !== null && <Files source={{ sql: asked.sql }} pivot={null} />}
            </div>
          </div>
          <Body answer={answer} />
        </div>
        <Side list={side} onLeave={() => setSide(null)} onInsert={(name) => insert(area.current, name)} />
      </div>
      <Hints hints={hints} yields />
    </div>
  );
}

type SideProps = {
  readonly list: SideList | null;
  readonly onLeave: () => void;
  readonly onInsert: (name: string) => void;
};

/** Beside the question; where it is narrow, over it for as long as one is in it. */
const Side = ({ list, onLeave, onInsert }: SideProps) => (
  <aside
    aria-label={aw.side}
    onBlur={(event) => {
      if (!event.currentTarget.contains(event.relatedTarget)) onLeave();
    }}
    className={cx(
      'flex w-[300px] shrink-0 flex-col border-l border-line bg-surface max-[1000px]:w-[240px]',
      list === null
        ? 'max-[820px]:hidden'
        : 'max-[820px]:absolute max-[820px]:inset-0 max-[820px]:z-20 max-[820px]:w-full',
    )}
  >
    <SavedList isAsked={list === 'saved'} />
    <ViewsList isAsked={list === 'views'} onInsert={onInsert} />
  </aside>
);
