import type { BuiltReport, Report, ReportDefinition, ReportKey, ReportSectionKind } from '../../../contract/index.ts';
import { emailPattern, reportSections } from '../../../contract/words.ts';
import { bw } from '../../strings/en-reports-built.ts';
import { moved, neighbour } from '../../ui/order.ts';
import { typedTime } from '../../ui/typed-time.ts';

/** A report as it is typed. */
export type Draft = {
  readonly kind: ReportDefinition['kind'];
  readonly title: string;
  readonly sections: readonly ReportSectionKind[];
  readonly note: string;
  /** `hand`: not by itself. */
  readonly every: NonNullable<ReportDefinition['time']>['every'] | 'hand';
  readonly at: string;
  readonly weekday: number;
  readonly nth: number;
  readonly workdays: boolean;
  readonly recipients: readonly string[];
  readonly paused: boolean;
};

/** Which report is typed at: one of the desk by its key, or `new`. */
export type DraftKey = ReportKey;

const usual = { at: '08:30', weekday: 0, nth: 1, workdays: true } as const;

export const draftOf = ({ kind, title, sections, note, time, recipients, paused }: ReportDefinition): Draft => ({
  kind,
  title,
  sections,
  note,
  ...usual,
  ...(time ?? {}),
  every: time?.every ?? 'hand',
  recipients,
  paused,
});

/** A report to begin with: that of the week, by hand. */
export const newDraft = (reports: readonly Report[]): Draft => ({
  kind: 'weekly',
  sections: reports.find(({ key }) => key === 'weekly')?.sections ?? ['summary', 'figures', 'actions'],
  title: bw.builder.newTitle,
  note: '',
  ...usual,
  every: 'hand',
  recipients: [],
  paused: false,
});

/** What the desk keeps of a draft that has no problems. The nth working day goes to 10, the nth weekday to 4. */
export const definitionOf = (draft: Draft): ReportDefinition => {
  const { kind, title, sections, note, every, at, weekday, nth, workdays, recipients, paused } = draft;
  return {
    kind,
    title: title.trim(),
    sections: [...sections],
    note: note.trim(),
    time: every === 'hand' ? null : { every, at: typedTime(at), weekday, nth: Math.min(nth, mostNth(every)), workdays },
    recipients: [...recipients],
    paused,
  };
};

export const mostNth = (every: Draft['every']): number => (every === 'weekday' ? 4 : 10);

/** What is previewed; null where there is no section to. A title that is not typed yet stands for none. */
export function builtOf({ kind, title, sections, note }: Draft): BuiltReport | null {
  if (sections.length === 0) return null;
  return { kind, title: title.trim() === '' ? bw.builder.newTitle : title.trim(), sections: [...sections], note };
}

const isTime = (typed: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed);
const isAddress = (typed: string): boolean => typed.length <= 254 && emailPattern.test(typed);
const mostRecipients = 50;

export type Problems = Partial<Record<'title' | 'sections' | 'at' | 'recipients', string>>;

/** What keeps a draft from being saved, by field, in words. */
export function problemsOf({ title, sections, every, at, recipients }: Draft): Problems {
  const wrong = recipients.find((address) => !isAddress(address));
  return {
    ...(title.trim() === '' && { title: bw.builder.needTitle }),
    ...(sections.length === 0 && { sections: bw.builder.needSections }),
    ...(every !== 'hand' && !isTime(typedTime(at)) && { at: bw.builder.needTime }),
    ...(recipients.length > mostRecipients && { recipients: bw.builder.tooMany(mostRecipients) }),
    ...(wrong !== undefined && { recipients: bw.builder.noAddress(wrong) }),
  };
}

export const isSame = (a: Draft, b: Draft): boolean =>
  JSON.stringify(definitionOf(a)) === JSON.stringify(definitionOf(b));

/** Sections that are not in it, in their usual order. */
export const missingSections = (sections: readonly ReportSectionKind[]): readonly ReportSectionKind[] =>
  reportSections.filter((section) => !sections.includes(section));

type Sectioned = { readonly sections: readonly ReportSectionKind[]; readonly at: ReportSectionKind | null };

/** A section after the one at hand, which then is at hand. */
export function withSection({ sections, at }: Sectioned, section: ReportSectionKind): Sectioned {
  const place = at === null ? sections.length : sections.indexOf(at) + 1;
  return { sections: sections.toSpliced(place, 0, section), at: section };
}

export const withoutSection = ({ sections, at }: Sectioned): Sectioned =>
  at === null ? { sections, at } : { sections: sections.filter((each) => each !== at), at: neighbour(sections, at) };

export const withMoved = ({ sections, at }: Sectioned, by: 1 | -1): Sectioned =>
  at === null ? { sections, at } : { sections: moved(sections, at, by), at };
