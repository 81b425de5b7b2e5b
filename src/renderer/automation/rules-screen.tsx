import { FileDown, FileUp, MoreHorizontal, Play, Plus, Workflow } from 'lucide-react';
import type { RuleKind } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { Header } from '../app/header.tsx';
import { r } from '../strings/en-rules.ts';
import { t } from '../strings/en.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Menu } from '../ui/menu.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { examples } from './examples.ts';
import { ImportRulesDialog } from './import-dialog.tsx';
import { LogTab } from './log-tab.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { RuleList } from './rule-list.tsx';
import { savedWords } from './rule-words.ts';
import { begin, runTimed } from './rules-actions.ts';
import { chooseRulesFile, exportRules } from './rules-file.ts';
import { rulesTabs, showTab, useRules, type RulesTab } from './rules-store.ts';
import { SimulatorTab } from './simulator-tab.tsx';
import { useRows, useRuleList } from './use-rules.ts';

const isKind = (tab: RulesTab): tab is RuleKind => tab !== 'log' && tab !== 'simulator';

function MoreMenu() {
  const items = [
    { label: r.file.import, keys: 'shift+i', mark: <FileDown size={14} aria-hidden />, onPick: chooseRulesFile },
    { label: r.file.export, keys: 'shift+e', mark: <FileUp size={14} aria-hidden />, onPick: () => void exportRules() },
    {
      label: r.commands.runTimed,
      keys: 'shift+t',
      mark: <Play size={14} aria-hidden />,
      parted: true,
      onPick: () => void runTimed(),
    },
  ];
  const trigger = (
    <IconButton label={r.list.more} className="!size-[26px] border border-line-strong/80">
      <MoreHorizontal size={15} aria-hidden />
    </IconButton>
  );
  return <Menu label={r.list.more} trigger={trigger} items={items} align="end" />;
}

function Bar() {
  const tab = useRules((state) => state.tab);
  const segments = rulesTabs.map((value) => ({ value, label: r.tabs[value] }));
  return (
    <div className="flex h-[38px] items-center gap-2 px-4 pb-[6px]">
      <Segmented tabs label={r.tabsLabel} segments={segments} value={tab} onChange={showTab} />
      <span className="flex-1" />
      <MoreMenu />
    </div>
  );
}

/** No rules of a kind: what they are for, and examples to begin with. */
function NoRules({ kind }: { readonly kind: RuleKind }) {
  const how = { macro: r.empty.macroHow, trigger: r.empty.triggerHow, timed: r.empty.timedHow };
  return (
    <div className="flex flex-1 flex-col items-center justify-center-safe gap-2 overflow-y-auto p-8 text-center">
      <Workflow size={28} strokeWidth={1.4} aria-hidden className="mb-1 text-ink-3" />
      <p className="text-title font-bold">{r.empty[kind]}</p>
      <p className="max-w-[420px] text-ink-2">{how[kind]}</p>
      <p className="mt-2 text-small text-ink-2">{r.empty.start}</p>
      <ul className="flex w-full max-w-[460px] flex-col gap-2">
        {examples
          .filter((example) => example.kind === kind)
          .map(({ name, note, make }) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => begin(kind, make)}
                className="flex w-full flex-col rounded-md border border-line-strong px-3 py-2 text-left hover:bg-sunken"
              >
                <span className="font-semibold">{name}</span>
                <span className="text-small text-ink-2">{note}</span>
              </button>
            </li>
          ))}
      </ul>
      <Button className="mt-1" icon={<Plus size={15} aria-hidden />} onClick={() => begin(kind)}>
        {r.aNew[kind]}
        <Kbd keys="n" />
      </Button>
    </div>
  );
}

function KindTab({ kind }: { readonly kind: RuleKind }) {
  const { data, error, refetch } = useRuleList();
  const rows = useRows(kind);
  const openId = useRules((state) => state.openId);
  const open = rows.find(({ id }) => id === openId) ?? null;
  if (error !== null && data === undefined)
    return (
      <Empty title={r.list.failed} actions={<Button onClick={() => void refetch()}>{t.board.retry}</Button>}>
        {messageOf(error)}
      </Empty>
    );
  if (data === undefined) return <div aria-busy aria-label={r.list.loading} className="flex-1" />;
  return (
    <div className="relative flex min-h-0 flex-1">
      <main className="flex min-w-0 flex-1 flex-col">
        {rows.length === 0 ? <NoRules kind={kind} /> : <RuleList kind={kind} rows={rows} narrow={open !== null} />}
      </main>
      {open !== null && <RuleEditor key={open.id} row={open} />}
    </div>
  );
}

function useNote(tab: RulesTab): string | undefined {
  const { rules } = useRuleList();
  if (!isKind(tab)) return undefined;
  const own = rules.filter(({ rule }) => rule.kind === tab);
  if (own.length === 0) return undefined;
  const runs = own.reduce((sum, one) => sum + one.runs, 0);
  const minutes = own.reduce((sum, one) => sum + one.minutesSaved, 0);
  const active = own.filter(({ rule }) => rule.active).length;
  const total = r.list.total(active, own.length);
  return runs === 0 ? total : `${total} · ${savedWords(minutes, runs)}`;
}

/** Macros, triggers, timed automations, what they did and what they would do. */
export function RulesScreen() {
  const tab = useRules((state) => state.tab);
  const note = useNote(tab);
  const action = isKind(tab) ? (
    <Button look="primary" onClick={() => begin(tab)} icon={<Plus size={15} strokeWidth={2.2} aria-hidden />}>
      {r.aNew[tab]}
      <Kbd keys="n" on />
    </Button>
  ) : undefined;
  return (
    <>
      <Header title={t.screens.rules} {...(note !== undefined && { note })} {...(action !== undefined && { action })}>
        <Bar />
      </Header>
      {isKind(tab) && <KindTab key={tab} kind={tab} />}
      {tab === 'log' && <LogTab />}
      {tab === 'simulator' && <SimulatorTab />}
      <ImportRulesDialog />
    </>
  );
}
