import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Equal, Hourglass, Tags } from 'lucide-react';
import { useRef } from 'react';
import type { SurveyCode, Theme } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client, orpc } from '../../client/client.ts';
import { useFirstFocus } from '../../app/use-focus.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { stageOf } from '../../app/use-focus.ts';
import { fw } from '../../strings/en-surveys.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Empty } from '../../ui/empty.tsx';
import { Entry, EntryGroup, EntryList } from '../../ui/entry-list.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Hints } from '../../ui/hints.tsx';
import { NothingYet } from '../nothing-yet.tsx';
import { ask, setSurveys, showMentions, useSurveys } from '../surveys-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { useCodes, useOverview, useShownSurvey } from '../use-surveys-read.ts';

const w = fw.themes;
const measures = (['nps', 'csat'] as const).map((value) => ({ value, label: w.measures[value] }));
const icons = { lower: ArrowDown, higher: ArrowUp, noDifference: Equal, few: Hourglass } as const;
const tones: Readonly<Record<Theme['verdict'], string>> = {
  lower: 'text-late',
  higher: 'text-met',
  noDifference: 'text-ink',
  few: 'text-ink-2',
};

function ThemeLine({ theme }: { readonly theme: Theme }) {
  const { codeId, name, theme: above, mentions, share, comparison, cost, adjustedP, verdict } = theme;
  const Icon = icons[verdict];
  return (
    <Entry id={codeId} className="flex-col justify-center gap-[2px] py-[6px]">
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className="min-w-0 flex-1 truncate font-semibold" dir="auto">
          {name}
          {above !== '' && <span className="ml-2 text-small font-medium text-ink-2">{above}</span>}
        </span>
        <span className="shrink-0 tabular-nums">{w.mentions(mentions, share)}</span>
        <span className="w-[104px] shrink-0 text-right font-semibold tabular-nums">{w.cost(cost)}</span>
      </span>
      <span className="flex flex-wrap gap-x-3 text-small text-ink-2 tabular-nums">
        <span className={cx('inline-flex items-center gap-1 font-semibold', tones[verdict])}>
          <Icon size={12} aria-hidden />
          {w.verdict[verdict]}
        </span>
        <span>{w.with(comparison)}</span>
        <span>{w.difference(comparison)}</span>
        <span>{w.chance(adjustedP)}</span>
      </span>
    </Entry>
  );
}

const UnusedLine = ({ code: { id, name, theme, words } }: { readonly code: SurveyCode }) => (
  <Entry id={id} className="flex-col justify-center py-[5px]">
    <span className="truncate font-semibold" dir="auto">
      {name}
      {theme !== '' && <span className="ml-2 text-small font-medium text-ink-2">{theme}</span>}
    </span>
    <span className="truncate text-small text-ink-2" dir="auto">
      {w.suggestedBy(words)}
    </span>
  </Entry>
);

function Words({ words }: { readonly words: readonly { readonly word: string; readonly count: number }[] }) {
  if (words.length === 0) return null;
  return (
    <p
      className="max-h-[84px] shrink-0 overflow-y-auto border-t border-line px-4 py-2 text-small [@media(max-height:480px)]:hidden"
      dir="auto"
    >
      <span className="mr-2 font-bold">{w.words}</span>
      {words.map(({ word, count }) => (
        <span key={word} className="mr-3 inline-block whitespace-nowrap text-ink-2 tabular-nums">
          {w.word(word, count)}
        </span>
      ))}
    </p>
  );
}

type HeadProps = { readonly read: number; readonly all: number };

function Head({ read, all }: HeadProps) {
  const { kind } = useSurveys();
  const shown = useShownSurvey();
  const byRules = (): void => void command(client.surveys.codeByRules({ surveyId: shown?.id ?? null }));
  useTabActions({
    measure: () => setSurveys({ kind: kind === 'nps' ? 'csat' : 'nps' }),
    ...(read < all && { byRules }),
  });
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2 text-small">
      <span className="flex items-center gap-2">
        <Segmented label={w.measure} segments={measures} value={kind} onChange={(next) => setSurveys({ kind: next })} />
        <Kbd keys="m" />
      </span>
      <p className="min-w-[200px] flex-1 text-ink-2">
        {w.read(read, all)} <span className="max-[820px]:hidden">{w.how}</span>
      </p>
      {read < all && (
        <Button small onClick={byRules}>
          {w.byRules} <Kbd keys="shift+a" />
        </Button>
      )}
    </div>
  );
}

const NoCodes = () => (
  <Empty
    title={w.empty}
    icon={<Tags size={28} strokeWidth={1.4} aria-hidden />}
    actions={
      <Button data-first onClick={() => ask({ what: 'code', code: null })}>
        {w.newCode} <Kbd keys="n" />
      </Button>
    }
  >
    {w.emptyHow}
  </Empty>
);

type ListProps = { readonly themes: readonly Theme[]; readonly codes: readonly SurveyCode[] };

function List({ themes, codes }: ListProps) {
  const themeId = useSurveys((state) => state.themeId);
  const mentioned = new Set(themes.map(({ codeId }) => codeId));
  const unused = codes.filter(({ id }) => !mentioned.has(id));
  const ids = [...themes.map(({ codeId }) => codeId), ...unused.map(({ id }) => id)];
  const current = codes.find(({ id }) => id === (ids.includes(themeId ?? '') ? themeId : ids[0]));
  useTabActions(
    current === undefined
      ? {}
      : {
          open: () => showMentions(current.id),
          edit: () => ask({ what: 'code', code: current }),
          remove: () => void command(client.surveys.codeRemove({ id: current.id })),
          problem: () => ask({ what: 'problem', problem: null, codeId: current.id }),
        },
  );
  return (
    <EntryList label={w.list} ids={ids} currentId={current?.id ?? null} onChoose={(id) => setSurveys({ themeId: id })}>
      {themes.map((theme) => (
        <ThemeLine key={theme.codeId} theme={theme} />
      ))}
      <EntryGroup title={w.unused} count={unused.length}>
        {unused.map((code) => (
          <UnusedLine key={code.id} code={code} />
        ))}
      </EntryGroup>
    </EntryList>
  );
}

/** Codes by what they cost the score, and the codebook. */
export function ThemesTab() {
  const { days, kind } = useSurveys();
  const shown = useShownSurvey();
  const overview = useOverview();
  const asked = useQuery(
    orpc.surveys.themes.queryOptions({
      input: { surveyId: shown?.id ?? null, days, kind },
      placeholderData: keepPreviousData,
    }),
  );
  const codes = useCodes();
  const box = useRef<HTMLDivElement>(null);
  const hasSurveys = (overview.data?.surveys.length ?? 0) > 0;
  useFirstFocus(box, asked.data === undefined ? null : stageOf(codes.length));
  useTabActions({ newCode: () => ask({ what: 'code', code: null }) });
  if (asked.data === undefined || overview.data === undefined) return <NotRead asked={asked} />;
  const { themes, read, withWords, words } = asked.data;
  if (!hasSurveys)
    return (
      <div ref={box} className="flex min-h-0 flex-1 flex-col">
        <NothingYet title={fw.responses.empty} />
      </div>
    );
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <Head read={read} all={withWords} />
      {codes.length === 0 ? <NoCodes /> : <List themes={themes} codes={codes} />}
      <Words words={words} />
      <Hints
        yields
        hints={[
          ['j / k', w.hints.move],
          ['enter', w.hints.open],
          ['n', w.hints.add],
          ['e', w.hints.edit],
          ['delete', w.hints.remove],
          ['p', w.hints.problem],
        ]}
      />
    </div>
  );
}
