import { desk } from './0001-desk.ts';
import { boards } from './0002-boards.ts';
import { search } from './0003-search.ts';
import { triage } from './0004-triage.ts';
import { policies } from './0005-policies.ts';
import { escalation } from './0006-escalation.ts';
import { customers } from './0007-customers.ts';
import { relations } from './0008-relations.ts';
import { automation } from './0009-automation.ts';
import { morning } from './0010-morning.ts';
import { automaticReplies } from './0011-automatic-replies.ts';
import { drills } from './0012-drills.ts';
import { roster } from './0013-roster.ts';
import { quality } from './0014-quality.ts';
import { sampleLog } from './0015-sample-log.ts';
import { coaching } from './0016-coaching.ts';
import { growth } from './0017-growth.ts';
import { figures } from './0018-figures.ts';
import { surveys } from './0019-surveys.ts';
import { reports } from './0021-reports.ts';

export type Migration = { readonly number: number; readonly name: string; readonly sql: string };

/** In order, append-only: a landed migration is never edited (its hash is pinned in test/store/migrations.test.ts). */
export const migrations: readonly Migration[] = [
  desk,
  boards,
  search,
  triage,
  policies,
  escalation,
  customers,
  relations,
  automation,
  morning,
  automaticReplies,
  drills,
  roster,
  quality,
  sampleLog,
  coaching,
  growth,
  figures,
  surveys,
  reports,
];
