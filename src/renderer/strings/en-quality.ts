import type { QualityTab } from '../quality/quality-store.ts';
import type { TabAction } from '../quality/tab-actions.ts';

const tabs: Readonly<Record<QualityTab | 'label', string>> = {
  label: 'Parts of quality',
  reviews: 'Reviews',
  sample: 'Sample',
  scorecards: 'Scorecards',
  calibration: 'Calibration',
  disputes: 'Disputes',
  dashboard: 'Dashboard',
  packs: 'Packs',
};

const commands: Readonly<Record<TabAction, string>> = {
  add: 'Add here: a scorecard, a criterion, a session, a pack',
  edit: 'Edit here: the scorecard, the plan',
  remove: 'Remove what the cursor is on',
  open: 'Open what the cursor is on',
  pick: 'Tick the review',
  pickAll: 'Tick all reviews that are shown',
  filter: 'Filter the reviews',
  clear: 'Filters away, ticks away',
  assign: 'Give reviews to a reviewer',
  release: 'Release reviews to their agents',
  skip: 'Skip the review, with a reason',
  again: 'Draw or top up a sample, take a review up again',
  before: 'Previous: week, span, review',
  after: 'Next: week, span, review',
  duplicate: 'Duplicate the criterion or section',
  up: 'Move up',
  down: 'Move down',
  versions: 'Versions of the scorecard',
  print: 'Print or save the review',
  import: 'Bring in a file: a scorecard, a pack',
  export: 'Save a file: a scorecard, a table, a pack',
  save: 'Save the scorecard or the plan',
  run: 'Finish the review and open the next, or save the form',
  kind: 'Other reviews: to do, done, all',
  comment: 'Write a comment on the criterion',
  notApplicable: 'The criterion does not apply',
  quote: 'Quote the passage for the criterion',
  cause: 'Choose root causes of the criterion',
  guidance: 'Guidance and examples of the criterion',
  passageNext: 'Next passage of the conversation',
  passageBefore: 'Passage before',
  dispute: 'Dispute the review',
  acknowledge: 'Acknowledge the review',
  back: 'Back',
};

/** The words of the Quality screen. */
export const qw = {
  tabs,
  commands,
  show: (tab: string): string => `Show ${tab.toLowerCase()}`,
};
