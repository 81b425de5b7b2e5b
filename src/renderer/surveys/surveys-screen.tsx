import { FileInput } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Header } from '../app/header.tsx';
import { useViewer } from '../people/viewer.ts';
import { fw } from '../strings/en-surveys.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { ChoicePicker } from '../ui/choice.tsx';
import { Chip } from '../ui/chip.tsx';
import { ComboPicker } from '../ui/combo.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { CausesTab } from './causes/causes-tab.tsx';
import { Asked } from './forms/asked.tsx';
import { ResponsesTab } from './responses/responses-tab.tsx';
import { ScoresTab } from './scores/scores-tab.tsx';
import { ask, setSurveys, showTab, spans, stepDays, surveyTabs, useSurveys, type SurveyTab } from './surveys-store.ts';
import { useTabActions } from './tab-actions.ts';
import { ThemesTab } from './themes/themes-tab.tsx';
import { useShownSurvey, useSurveyList } from './use-surveys-read.ts';

const bodies: Readonly<Record<SurveyTab, ReactNode>> = {
  scores: <ScoresTab />,
  responses: <ResponsesTab />,
  themes: <ThemesTab />,
  causes: <CausesTab />,
};

/** Of which survey, and of how many days; the tab of responses looks at all days. */
function Scope({ tab }: { readonly tab: SurveyTab }) {
  const surveys = useSurveyList();
  const shown = useShownSurvey();
  const days = useSurveys((state) => state.days);
  const [open, setOpen] = useState(false);
  useTabActions({
    survey: () => setOpen(true),
    ...(tab !== 'responses' && { before: () => stepDays(-1), after: () => stepDays(1) }),
  });
  const options = [{ value: null, label: fw.head.all }, ...surveys.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <>
      <ComboPicker
        label={fw.head.survey}
        options={options}
        chosen={[shown?.id ?? null]}
        open={open}
        onOpenChange={setOpen}
        onToggle={({ value }) => setSurveys({ surveyId: value, responseId: null })}
        trigger={
          <Chip field={fw.head.survey} value={shown?.name ?? fw.head.all}>
            <Kbd keys="s" />
          </Chip>
        }
      />
      {tab !== 'responses' && (
        <ChoicePicker
          label={fw.head.days}
          choices={spans.map((span) => ({ value: String(span), label: fw.head.span(span) }))}
          value={String(days)}
          onPick={(span) => setSurveys({ days: Number(span) })}
          trigger={
            <Chip field={fw.head.days} value={fw.head.span(days)}>
              <Kbd keys="," />
              <Kbd keys="." />
            </Chip>
          }
        />
      )}
    </>
  );
}

function Lead() {
  const { tab, coding } = useSurveys();
  useTabActions({ import: () => ask({ what: 'import' }) });
  const segments = surveyTabs.map((value) => ({ value, label: fw.tabs[value] }));
  return (
    <>
      <Header
        title={t.screens.surveys}
        action={
          <Button
            look="primary"
            onClick={() => ask({ what: 'import' })}
            icon={<FileInput size={15} strokeWidth={2.2} aria-hidden />}
          >
            {fw.head.import}
            <Kbd keys="i" on />
          </Button>
        }
      >
        <div className="flex min-h-[38px] flex-wrap items-center gap-x-3 gap-y-1 px-4 pb-[6px] print:hidden">
          {/* While responses are read the digits mean codes. */}
          <Segmented tabs={!coding} label={fw.tabs.label} segments={segments} value={tab} onChange={showTab} />
          <Scope tab={tab} />
        </div>
      </Header>
      <main className="relative flex min-h-0 min-w-0 flex-1 flex-col">{bodies[tab]}</main>
      <Asked />
    </>
  );
}

/** An agent has the responses on their own tickets, and nothing else. SPEC SUR-50. */
const Mine = () => (
  <>
    <Header title={t.screens.surveys} />
    <main className="relative flex min-h-0 min-w-0 flex-1 flex-col">
      <ResponsesTab />
    </main>
  </>
);

/** What customers said: scores, responses, themes, causes. */
export function SurveysScreen() {
  return useViewer().leads ? <Lead /> : <Mine />;
}
