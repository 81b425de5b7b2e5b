import { Download, Monitor } from 'lucide-react';
import { Header } from '../app/header.tsx';
import { mw } from '../strings/en-metrics.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { BehindDialog } from './behind-dialog.tsx';
import { ByTab, useDimension } from './by-tab.tsx';
import { CostDialog } from './cost-dialog.tsx';
import { DaysDialog } from './days-dialog.tsx';
import { exportShown } from './export.ts';
import { ask, metricsTabs, setMetrics, showTab, useMetrics } from './metrics-store.ts';
import { OverviewTab } from './overview-tab.tsx';
import { RangeBar } from './range-bar.tsx';
import { useTabActions } from './tab-actions.ts';
import { TargetDialog } from './target-dialog.tsx';
import { useKpis, useLooked, type Looked } from './use-numbers.ts';
import { Wallboard } from './wallboard.tsx';
import { WhenTab } from './when-tab.tsx';

const segments = metricsTabs.map((value) => ({ value, label: mw.tabs[value] }));

function Asked({ looked }: { readonly looked: Looked }) {
  const asking = useMetrics((state) => state.asking);
  const kpis = useKpis();
  if (asking === null) return null;
  if (asking.what === 'cost') return <CostDialog />;
  if (asking.what === 'days') return <DaysDialog range={looked.range} />;
  if (asking.what === 'behind') return <BehindDialog behind={asking.behind} looked={looked} />;
  const kpi = kpis.find(({ name }) => name === asking.name);
  return kpi === undefined ? null : <TargetDialog kpi={kpi} />;
}

/** What a manager reads on Monday at nine: figures with what they are, whether to react, and their tickets. */
export function MetricsScreen() {
  const tab = useMetrics((state) => state.tab);
  const looked = useLooked();
  const by = useDimension(looked.leads);
  const save = (): void => void exportShown(looked, by);
  useTabActions({ export: save, ...(looked.leads && { cost: () => ask({ what: 'cost' }) }) });
  return (
    <>
      <Header
        title={t.screens.metrics}
        note={looked.words}
        action={
          <>
            <Button
              onClick={() => setMetrics({ wall: true })}
              icon={<Monitor size={15} strokeWidth={1.8} aria-hidden />}
              className="max-[900px]:hidden"
            >
              {mw.wall.title}
              <Kbd keys="shift+w" />
            </Button>
            <Button onClick={save} icon={<Download size={15} strokeWidth={1.8} aria-hidden />}>
              {mw.file.csv}
              <Kbd keys="shift+e" />
            </Button>
          </>
        }
      >
        <div className="flex h-[38px] items-center gap-2 px-4 pb-[6px] print:hidden">
          <Segmented tabs label={mw.tabs.label} segments={segments} value={tab} onChange={showTab} />
        </div>
      </Header>
      <main className="relative flex min-h-0 min-w-0 flex-1 flex-col">
        <RangeBar looked={looked} />
        {tab === 'overview' && <OverviewTab looked={looked} />}
        {tab === 'by' && <ByTab looked={looked} />}
        {tab === 'when' && <WhenTab looked={looked} />}
      </main>
      <Wallboard looked={looked} />
      <Asked looked={looked} />
    </>
  );
}
