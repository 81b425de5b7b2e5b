import { Plus } from 'lucide-react';
import { Header } from '../app/header.tsx';
import { useViewer } from '../people/viewer.ts';
import { aw } from '../strings/en-ask.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { askTabs, showTab, useAsk, type AskTab } from './ask-store.ts';
import { begin } from './take-up.ts';
import { BehindDialog } from './behind-dialog.tsx';
import { PivotTab } from './pivot-tab.tsx';
import { QuestionTab } from './question-tab.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { useAnswer } from './use-answer.ts';

const segments = askTabs.map((value) => ({ value, label: aw.tabs[value] }));

const New = () => (
  <Button onClick={begin} icon={<Plus size={15} strokeWidth={1.8} aria-hidden />}>
    {aw.new}
    <Kbd keys="n" />
  </Button>
);

/** Questions in SQL over the views of the desk, and pivot tables of their answers. */
export function AskScreen() {
  const tab = useAsk((state) => state.tab);
  const opened = useAsk((state) => state.opened);
  const { leads } = useViewer();
  if (!leads)
    return (
      <>
        <Header title={t.screens.ask} />
        <main className="flex min-h-0 flex-1">
          <Empty title={aw.notYours}>{aw.notYoursMore}</Empty>
        </main>
      </>
    );
  return (
    <>
      <Header title={t.screens.ask} {...(opened !== null && { note: opened.name })} action={<New />}>
        <div className="flex h-[38px] items-center gap-2 px-4 pb-[6px] print:hidden">
          <Segmented tabs label={aw.tabs.label} segments={segments} value={tab} onChange={showTab} />
        </div>
      </Header>
      <Parts tab={tab} />
      <BehindDialog />
    </>
  );
}

/** One answer for both tabs: to look at the other asks nothing anew. */
function Parts({ tab }: { readonly tab: AskTab }) {
  const answer = useAnswer();
  return (
    <>
      <main className="relative flex min-h-0 min-w-0 flex-1 flex-col">
        {tab === 'question' ? <QuestionTab answer={answer} /> : <PivotTab answer={answer} />}
      </main>
      <SaveDialog answer={answer} />
    </>
  );
}
