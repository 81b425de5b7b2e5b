import type { Channel, Priority, Status } from '../../contract/index.ts';
import { folded } from './header-names.ts';

type Words<T extends string> = Readonly<Record<T, string>>;

/** What systems call a status, in seven languages, folded. */
const statusWords: Words<Status> = {
  new: 'new|neu|nouveau|nuevo|novo|nuovo|nieuw|unassigned|submitted|received',
  open:
    'open|active|in progress|work in progress|assigned|reopened|re opened|in bearbeitung|offen|aktiv|wiedereroffnet|' +
    'ouvert|en cours|abierto|en curso|en progreso|reabierto|aberto|em andamento|em atendimento|aperto|in corso|' +
    'in lavorazione|in behandeling|actief|working|escalated|waiting for support|waiting on us|opened',
  pending:
    'pending|awaiting user info|pending customer|pending customer response|waiting for customer|waiting on customer|' +
    'waiting on contact|awaiting customer|awaiting your reply|ausstehend|wartend|warten auf kunde|wartet auf kunde|' +
    'en attente|en attente du client|pendiente|esperando al cliente|pendente|aguardando cliente|in attesa|' +
    'in attesa del cliente|in afwachting|wacht op klant|snoozed',
  hold:
    'hold|on hold|awaiting vendor|awaiting problem|awaiting evidence|awaiting change|waiting on third party|' +
    'waiting for third party|pending vendor|angehalten|zuruckgestellt|en pause|suspendu|en espera|em espera|' +
    'sospeso|in sospeso|aangehouden|vastgehouden|paused|suspended',
  solved:
    'solved|resolved|done|completed|complete|fixed|gelost|erledigt|resolu|resuelto|solucionado|resolvido|risolto|opgelost',
  closed:
    'closed|closed complete|closed incomplete|closed skipped|canceled|cancelled|archived|geschlossen|abgeschlossen|' +
    'storniert|ferme|clos|cloture|annule|cerrado|cancelado|fechado|encerrado|chiuso|annullato|gesloten|afgesloten|' +
    'geannuleerd|declined|rejected|merged',
};

const priorityWords: Words<Priority> = {
  p1:
    'p1|1|urgent|critical|blocker|highest|emergency|1 critical|very high|dringend|kritisch|sehr hoch|critique|' +
    'urgente|critico|critica|muito alta|muy alta|kritiek|spoed|zeer hoog|tres haute',
  p2: 'p2|2|high|2 high|hoch|haute|elevee|haut|alta|alto|hoog|important|major',
  p3:
    'p3|3|normal|medium|moderate|3 moderate|3 medium|standard|mittel|normale|moyenne|moyen|media|medio|' +
    'normaal|gemiddeld|regular',
  p4:
    'p4|4|5|p5|low|lowest|minor|trivial|4 low|5 planning|planning|very low|niedrig|gering|basse|faible|baja|bajo|' +
    'baixa|baixo|bassa|basso|laag',
};

const channelWords: Words<Channel> = {
  email: 'email|e mail|mail|outgoing email|correo|correo electronico|courriel|posta elettronica',
  phone:
    'phone|call|voice|telephone|telefon|anruf|telefono|telefone|telefoon|constituent call|phone call|' +
    'phone call inbound|phone call outbound|voicemail|ligacao|llamada|chiamata|appel|mobile phone',
  chat: 'chat|live chat|messaging|native messaging|web messaging|web widget chat|sms|whatsapp|text|native_messaging',
  social:
    'social|social media|twitter|x|facebook|facebook message|facebook post|instagram|instagram dm|linkedin|twitter dm|' +
    'twitter favorite|twitter like|line|wechat|any channel|x corp|soziale medien|redes sociales',
  web:
    'web|web form|form|portal|self service|self service portal|website|web widget|help center|helpcenter|mobile|' +
    'mobile sdk|web service|citizens connect app|city worker app|feedback widget|formular|formulaire|formulario|' +
    'sito web|webformulier|webformular',
  walkIn: 'walk in|walkin|in person|visit|vor ort|personlich|en persona|presencial|di persona|balie',
  api: 'api|integration|maximo integration|monitoring|event management|trigger|rule|batch|system|webhook|automation',
  other: 'other|unknown|employee generated|virtual agent|sonstige|autre|otro|outro|altro|overig',
};

function table<T extends string>(words: Words<T>): ReadonlyMap<string, T> {
  return new Map(
    Object.entries<string>(words).flatMap(([value, list]) =>
      list.split('|').map((word) => [word, value as T] as const),
    ),
  );
}

const statuses = table(statusWords);
const priorities = table(priorityWords);
const channels = table(channelWords);

/** ServiceNow's own numbers for states, as its REST answers give them. */
const serviceNowStates: Readonly<Record<string, Status>> = {
  '1': 'new',
  '2': 'open',
  '3': 'hold',
  '4': 'pending',
  '5': 'hold',
  '6': 'solved',
  '7': 'closed',
  '8': 'closed',
};

/** The status of what is in Zendesk's bin: such a row is refused. SPEC IMP-13. */
export const zendeskDeleted = 'deleted';

/** The key of a value in a mapping: as it stands in the file, in lower case, without blanks around. */
export const valueKey = (text: string) => text.trim().toLowerCase();

/** A mapped value; never what an object has by nature, such as `constructor`. */
export function lookUp<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

export function knownStatus(text: string, serviceNow = false): Status | null {
  if (serviceNow) {
    const byNumber = lookUp(serviceNowStates, text.trim());
    if (byNumber !== undefined) return byNumber;
    if (/^awaiting (?!user info)/i.test(text)) return 'hold';
  }
  return statuses.get(folded(text)) ?? null;
}

export const knownPriority = (text: string): Priority | null => priorities.get(folded(text)) ?? null;
export const knownChannel = (text: string): Channel | null => channels.get(folded(text)) ?? null;

/** "Good", "bad with comment", or a score of 1 to 5: 4 and up is good, 2 and below bad; anything else says nothing. */
export function knownCsat(text: string): 'good' | 'bad' | null {
  const word = folded(text);
  if (/^(good|satisfied|happy|positive|gut|bon|bueno|bom|buono|goed)\b/.test(word)) return 'good';
  if (/^(bad|unsatisfied|dissatisfied|unhappy|negative|schlecht|mauvais|malo|ruim|cattivo|slecht)\b/.test(word))
    return 'bad';
  if (!/^[1-5](\.\d+)?$/.test(text.trim())) return null;
  const score = Number(text);
  return score >= 4 ? 'good' : score <= 2 ? 'bad' : null;
}

/** Minutes written as a number or as `hh:mm:ss`; null where it is neither, or negative (Jira's "breached by"). */
export function readMinutes(text: string): number | null {
  const clock = /^(\d{1,6}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60;
  return /^\d{1,9}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

const levels = ['1', '2', '3'];

/** Impact and urgency, 1 (high) to 3 (low), to a priority: ITIL's matrix as ServiceNow ships it. */
export function matrixPriority(impact: string, urgency: string): Priority | null {
  const i = levels.indexOf(impact.trim().charAt(0));
  const u = levels.indexOf(urgency.trim().charAt(0));
  if (i === -1 || u === -1) return null;
  return (['p1', 'p2', 'p3', 'p4', 'p4'] as const)[i + u] ?? null;
}
