import type { WorkKind } from '../../../contract/roster-common.ts';
import type { AgentState } from '../../../contract/roster.ts';
import { agentStates } from '../../../contract/words.ts';
import { folded } from '../../exchange/header-names.ts';

const workWords: Readonly<Record<WorkKind, RegExp>> = {
  calls:
    /\b(?:calls?|callcenter|callcentre|phones?|voice|telephone|inbound|outbound|hotline|telefon\p{L}*|anrufe?|appels?|llamadas?|voz|chamadas?|ligacoes|chiamate?|telefoon|bellen)\b/u,
  chat: /\b(?:chats?|livechat|messaging|messages|whatsapp|sms)\b/u,
  mail: /\b(?:e ?mails?|mails?|mailbox|inbox|tickets?|courriels?|correos?|posta elettronica)\b/u,
};
const workOrder: readonly WorkKind[] = ['calls', 'chat', 'mail'];

/** The queue work that a position, group or label names, or null where it names none. SPEC RIO-8. */
export function workOf(text: string): WorkKind | null {
  const name = folded(text);
  return workOrder.find((kind) => workWords[kind].test(name)) ?? null;
}

/** What phone systems and people call what an agent is doing, in seven languages, folded. */
const stateWords: Readonly<Record<AgentState, string>> = {
  available:
    'available|ready|idle|waiting|waiting for call|on queue|in queue|online|auto in|avail|acd available|logged in|' +
    'verfugbar|bereit|frei|disponible|pret|en ligne|en linea|libre|disponivel|livre|disponibile|pronto|libero|' +
    'beschikbaar|gereed',
  onCall:
    'on call|oncall|on a call|in call|in a call|talking|talk|talk time|connected|interacting|communicating|' +
    'acd call|acd|inbound|inbound call|outbound|outbound call|busy acd|ringing|ring|hold|on hold|reserved|dialing|' +
    'dialling|handling|conversation|im gesprach|gesprach|telefoniert|en appel|en communication|en llamada|hablando|' +
    'em chamada|em ligacao|in chiamata|in conversazione|in gesprek',
  wrapUp:
    'wrap up|wrapup|wrap|acw|after call work|after call|after contact work|work|work ready|work not ready|' +
    'post call|post call work|disposition|nachbearbeitung|nacharbeit|post appel|apres appel|travail apres appel|' +
    'post llamada|trabajo posterior|gestion posterior|pos chamada|pos atendimento|post chiamata|nabewerking',
  chat: 'chat|chats|on chat|in chat|live chat|messaging|digital',
  mail: 'mail|e mail|email|emails|on email|tickets|case work|e mails|courriel|courriels|correo|correos|posta',
  break:
    'break|short break|on break|tea|tea break|coffee|coffee break|comfort|comfort break|restroom|bio|bio break|' +
    'personal|rest|pause|kurze pause|pausa|descanso|intervalo|pauze|pausa breve|pause cafe',
  lunch:
    'lunch|lunch break|on lunch|meal|meal break|dinner|mittag|mittagspause|mittagessen|dejeuner|pause dejeuner|almuerzo|' +
    'comida|almoco|pranzo|pausa pranzo|middagpauze',
  coaching: 'coaching|coach|one on one|1 on 1|one to one|1 1|1 2 1|feedback',
  qa: 'qa|quality|quality assurance|calibration|evaluation|qualitat',
  meeting:
    'meeting|team meeting|huddle|briefing|besprechung|teambesprechung|reunion|reuniao|riunione|vergadering|overleg',
  training:
    'training|learning|e learning|course|schulung|fortbildung|formation|formacion|formacao|formazione|opleiding',
  offQueue:
    'off queue|not ready|notready|unavailable|aux|auxiliary|busy|away|not responding|no answer|rna|missed|project|' +
    'admin|administration|back office|backoffice|off phone|offline work|system issue|technical issue|it issue|' +
    'nicht bereit|nicht verfugbar|abwesend|beschaftigt|indisponible|pas pret|absent|occupe|no disponible|no listo|' +
    'ausente|ocupado|indisponivel|nao disponivel|non disponibile|non pronto|assente|occupato|niet beschikbaar|' +
    'niet gereed|afwezig|bezet',
  offline:
    'offline|logged out|log out|logout|logged off|log off|logoff|signed out|sign out|released|abgemeldet|deconnecte|' +
    'hors ligne|desconectado|fuera de linea|deslogado|disconnesso|non in linea|afgemeld',
};

const byWord: ReadonlyMap<string, AgentState> = new Map([
  ...Object.entries(stateWords).flatMap(([state, list]) =>
    list.split('|').map((word) => [word, state as AgentState] as const),
  ),
  ...agentStates.map((state) => [folded(state), state] as const),
]);

/** States that say only that somebody is off the queue: the reason beside them says more. */
const vague: ReadonlySet<AgentState> = new Set(['offQueue', 'break']);

/** A word without the code before or after it: `Aux 3 - Lunch`, `03 Lunch`, `Not Ready: Lunch`. */
const bare = (word: string) =>
  word
    .replace(/^(?:aux|auxiliary|not ready|notready|unavailable)\b/, '')
    .replace(/\b\d+\b/g, '')
    .trim();

const stateOfWord = (text: string): AgentState | null => {
  const word = folded(text);
  if (word === '') return null;
  const exact = byWord.get(word);
  if (exact !== undefined) return exact;
  const inner = folded(bare(word));
  return (inner === '' ? byWord.get(word.replace(/\s*\d+\s*/g, ' ').trim()) : byWord.get(inner)) ?? null;
};

/** The state that a log means, by its own word and the reason beside it; null where neither is known. SPEC RIO-10. */
export function stateOf(text: string, reason = ''): AgentState | null {
  const own = stateOfWord(text);
  if (own !== null && !vague.has(own)) return own;
  const why = stateOfWord(reason);
  return why !== null && (own === null || !vague.has(why) || why === 'break') ? why : own;
}

const yes =
  /^(?:true|yes|y|1|x|active|enabled|aktiv|ja|wahr|oui|actif|vrai|si|activo|activa|sim|ativo|ativa|attivo|attiva|actief)$/;
const no =
  /^(?:false|no|n|0|inactive|disabled|suspended|deactivated|archived|terminated|left|inaktiv|nein|falsch|non|inactif|faux|inactivo|inactiva|nao|inativo|inativa|inattivo|inattiva|nee|inactief|former|on leave)$/;

/** Whether a word says yes or active, or no or inactive; null where it says neither. */
export function yesOrNo(text: string): boolean | null {
  const word = folded(text);
  return yes.test(word) ? true : no.test(word) ? false : null;
}

/** Language names as people lists write them, in their own words and in English, German and French. */
const languageNames: Readonly<Record<string, string>> = {
  en: 'english|englisch|anglais|ingles|inglese|engels',
  de: 'german|deutsch|allemand|aleman|alemao|tedesco|duits',
  fr: 'french|franzosisch|francais|frances|francese|frans',
  es: 'spanish|spanisch|espagnol|espanol|castellano|espanhol|spagnolo|spaans',
  pt: 'portuguese|portugiesisch|portugais|portugues|portoghese|portugees',
  it: 'italian|italienisch|italien|italiano|italiaans',
  nl: 'dutch|niederlandisch|neerlandais|holandes|neerlandes|olandese|nederlands',
  pl: 'polish|polnisch|polonais|polski',
  ru: 'russian|russisch|russe',
  uk: 'ukrainian|ukrainisch|ukrainien',
  tr: 'turkish|turkisch|turc|turkce',
  ar: 'arabic|arabisch|arabe',
  he: 'hebrew|hebraisch|hebreu',
  zh: 'chinese|chinesisch|chinois|mandarin',
  ja: 'japanese|japanisch|japonais',
  ko: 'korean|koreanisch|coreen',
  hi: 'hindi',
  sv: 'swedish|schwedisch|suedois|svenska',
  da: 'danish|danisch|danois|dansk',
  nb: 'norwegian|norwegisch|norvegien|norsk',
  fi: 'finnish|finnisch|finnois|suomi',
  cs: 'czech|tschechisch|tcheque',
  ro: 'romanian|rumanisch|roumain',
  el: 'greek|griechisch|grec',
  hu: 'hungarian|ungarisch|hongrois',
};
const languageByName: ReadonlyMap<string, string> = new Map(
  Object.entries(languageNames).flatMap(([tag, list]) => list.split('|').map((name) => [name, tag] as const)),
);
const tagPattern = /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/;

/** A language as a BCP 47 tag, by its name or tag (`English (United States)`, `de_AT`); null for neither. */
export function languageOf(text: string): string | null {
  const named = languageByName.get(folded(text.replace(/\([^)]*\)/g, '')));
  if (named !== undefined) return named;
  return tagPattern.test(text) ? text.replaceAll('_', '-') : null;
}
