import type { ColumnKind, SurveyColumn } from '../../contract/surveys-common.ts';
import { dateShape } from '../exchange/date-text.ts';
import { folded } from '../exchange/header-names.ts';
import { splitList } from './lists.ts';
import { knownScale, leadingNumber } from './scales.ts';
import type { SheetColumn, SurveySheet } from './shapes.ts';
import { timeText } from './time-text.ts';

export type Answer = { readonly text: string; readonly count: number };
export type Proposal = SurveyColumn & {
  readonly why: string;
  readonly sample: string[];
  readonly answers: Answer[];
};

type Look = {
  readonly name: string;
  readonly title: string;
  readonly cells: readonly string[];
  readonly answers: readonly Answer[];
};
type Guess = Partial<SurveyColumn> & { readonly kind: ColumnKind; readonly why: string };

/** Best first: when it was sent in goes before when it was begun. */
const timeNames =
  'recordeddate|recorded date|submit date utc|submit date|submitted at|submission date|end date|enddate|completed at|' +
  'date submitted|completion time|timestamp|zeitstempel|horodateur|marca temporal|carimbo de data hora|' +
  'informazioni cronologiche|tijdstempel|response date|responded at|date modified|date created|created at|date|' +
  'start date|startdate|start date utc|start time';
const emailNames =
  'recipientemail|recipient email|email address|emailaddress|email|e mail|e mail address|respondent email|' +
  'customer email|username|nutzername|nom d utilisateur|e mail adresse|adresse e mail|correo electronico|' +
  'direccion de correo electronico|endereco de e mail|indirizzo email|e mailadres';
const ticketNames =
  'ticket|ticket id|ticket number|ticket no|ticket nr|ticketid|ticket ref|case|case number|case id|case no|' +
  'ticketnummer|numero de ticket|incident|incident number|conversation id|externalreference|externaldatareference|' +
  'external reference';
const idNames = 'respondent id|responseid|response id|token|submission id|#';
const ignoredNames =
  'collector id|ip address|ipaddress|first name|last name|custom data|custom data 1|status|progress|finished|' +
  'duration in seconds|recipientlastname|recipientfirstname|locationlatitude|locationlongitude|locationaccuracy|' +
  'distributionchannel|userlanguage|network id|response type|stage date utc|tags|ending|name|responseset|id';

const listed = (names: string): readonly string[] => names.split('|');
const isIn = (names: string, { name, title }: SheetColumn): boolean =>
  listed(names).includes(folded(name)) || listed(names).includes(folded(title));

const recommends =
  /recommend|likel(?:y|ihood) to|\bnps\b|empfehl|weiterempf|recommand|recomend|consigli|raccomand|aanbevel|aanraden/i;
const namesScale = /0\s*(?:-|–|to|bis|à|a|tot)\s*10\b/i;
const emailLike = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const ticketLike = /^#?\s*[A-Z]{0,12}-?\d{1,15}$/i;

const share = (cells: readonly string[], is: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(is).length / cells.length;

/** So much of what was answered shows what a question is. */
const mostOf = 0.9;
const isDate = (cell: string): boolean => dateShape(timeText(cell)) !== null;

const mostLooked = 2000;
const mostAnswers = 12;

function lookAt(column: SheetColumn, at: number, rows: SurveySheet['rows']): Look {
  const cells = rows
    .slice(0, mostLooked)
    .map(({ cells: all }) => (all[at] ?? '').trim().slice(0, 500))
    .filter((cell) => cell !== '');
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const answers = [...counts].map(([text, count]) => ({ text, count })).toSorted((a, b) => b.count - a.count);
  return { ...column, cells, answers };
}

function byName(look: Look): Guess | null {
  const { cells } = look;
  if (cells.length === 0) return { kind: 'ignore', why: 'It is blank.' };
  if (/nps group/i.test(folded(look.title)) || /nps_group/i.test(look.name))
    return { kind: 'ignore', why: 'It says again what the score says.' };
  if (isIn(idNames, look)) return { kind: 'responseId', why: 'Its header says so.' };
  if (isIn(emailNames, look) && share(cells, (cell) => emailLike.test(cell)) > 0.5)
    return { kind: 'email', why: 'Its header and its answers say so.' };
  if (isIn(ticketNames, look)) return { kind: 'ticket', why: 'Its header says so.' };
  if (isIn(ignoredNames, look)) return { kind: 'ignore', why: 'It is about the survey, not about what was said.' };
  return null;
}

/** Scores in digits; `first`: no question was taken for NPS before this one. */
function byNumbers({ title, cells }: Look, first: boolean): Guess | null {
  // A slip in some row does not make it another question; that row is refused later.
  const scores = cells
    .map(leadingNumber)
    .filter((score) => score !== null)
    .filter((score) => score >= 0 && score <= 10);
  if (scores.length < mostOf * cells.length) return null;
  const isWhole = scores.every(Number.isInteger);
  if (isWhole && first && recommends.test(title))
    return { kind: 'nps', why: 'It asks whether they would recommend, and is answered from 0 to 10.' };
  if (isWhole && first && namesScale.test(title))
    return { kind: 'nps', why: 'The first one that is asked from 0 to 10.' };
  const most = Math.max(...scores);
  const scale = namesScale.test(title) || most > 7 || Math.min(...scores) < 1 ? 10 : most > 5 ? 7 : 5;
  return { kind: 'csat', most: scale, top: scale - 1, why: `Answered with numbers up to ${scale}.` };
}

function byWords({ cells, answers, title }: Look): Guess {
  const scale = answers.length > mostAnswers ? null : knownScale(answers.map(({ text }) => text));
  if (scale !== null) return { kind: 'csatWords', ...scale, why: 'Answered with words of a scale that is known.' };
  if (share(cells, (cell) => emailLike.test(cell)) > 0.8) return { kind: 'email', why: 'Its answers are addresses.' };
  if (/\bticket\b/i.test(title) && share(cells, (cell) => ticketLike.test(cell)) > 0.8)
    return { kind: 'ticket', why: 'Its answers look like numbers of tickets.' };
  const lists = share(cells, (cell) => {
    const parts = splitList(cell);
    return parts.length > 1 && parts.length < 7 && parts.every((part) => part.length < 25);
  });
  if (lists > 0.7) return { kind: 'list', why: 'Several words with commas between them.' };
  const length = cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length;
  if (answers.length > mostAnswers || answers.length / cells.length > 0.6 || length > 25)
    return { kind: 'verbatim', why: 'Answered in own words.' };
  return { kind: 'ignore', why: 'A choice. If it is a scale, say what each answer counts.' };
}

/** The column that says when: the best name that is answered with dates, else the first that is all dates. */
function timePlace(looks: readonly Look[]): number {
  const isDates = ({ cells }: Look): boolean => share(cells, (cell) => isDate(cell)) > 0.5;
  for (const name of listed(timeNames)) {
    const at = looks.findIndex((look) => isIn(name, look) && isDates(look));
    if (at >= 0) return at;
  }
  return looks.findIndex(({ cells }) => share(cells, (cell) => isDate(cell)) > mostOf);
}

const blank = { group: null, most: 5, top: 4, words: {} };

/** What each column of a survey is taken for, and why; to be corrected before anything comes in. SPEC SUR-11. */
export function propose({ columns, rows }: SurveySheet): Proposal[] {
  const looks = columns.map((column, at) => lookAt(column, at, rows));
  const time = timePlace(looks);
  const taken = new Set<ColumnKind>();
  return looks.map((look, at) => {
    const isDates = share(look.cells, (cell) => isDate(cell)) > mostOf;
    const guess: Guess =
      at === time
        ? { kind: 'time', why: 'It says when the response came.' }
        : (byName(look) ??
          (isDates ? { kind: 'ignore', why: 'Another date.' } : null) ??
          byNumbers(look, !taken.has('nps')) ??
          byWords(look));
    // One says who, which ticket, which response; of two the first does.
    const once = ['email', 'ticket', 'responseId'].includes(guess.kind) && taken.has(guess.kind);
    const settled = once ? { kind: 'ignore' as const, why: 'Another column says so already.' } : guess;
    taken.add(settled.kind);
    return {
      ...blank,
      ...settled,
      title: look.title,
      sample: look.cells.slice(0, 3).map((cell) => cell.slice(0, 120)),
      answers: look.answers.length <= mostAnswers ? [...look.answers] : [],
    };
  });
}
