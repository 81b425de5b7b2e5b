import { folded } from '../../exchange/header-names.ts';

export type RosterField =
  | 'ownShift'
  | 'ownPerson'
  | 'id'
  | 'employeeId'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'team'
  | 'role'
  | 'skills'
  | 'languages'
  | 'timeZone'
  | 'contractHours'
  | 'active'
  | 'status'
  | 'suspended'
  | 'date'
  | 'endDate'
  | 'start'
  | 'end'
  | 'unpaidBreak'
  | 'openCount'
  | 'label'
  | 'work'
  | 'schedule'
  | 'activities'
  | 'note'
  | 'state'
  | 'reason'
  | 'duration';

/** First headers of our own files: what follows them reads back exactly. */
export const shiftMark = 'Foredesk shift';
export const personMark = 'Foredesk person';

/**
 * What the columns of rosters, people lists and state logs are called, in English, German, French, Spanish, Portuguese,
 * Italian and Dutch, folded. Of two headers for one field the earlier in the list wins.
 */
const names: Readonly<Record<RosterField, string>> = {
  ownShift: folded(shiftMark),
  ownPerson: folded(personMark),
  id: 'id|user id',
  employeeId:
    'employee id|employee number|employee no|agent id|staff id|personnel number|payroll number|payroll id|external id|' +
    'personalnummer|mitarbeiternummer|mitarbeiter id|matricule|numero d employe|numero de empleado|id de empleado|' +
    'legajo|matricula|numero de funcionario|id do funcionario|matricola|id dipendente|personeelsnummer|' +
    'medewerkersnummer|werknemersnummer',
  name:
    'name|full name|employee name|employee|agent name|agent|member|person|staff name|staff|team member|user name|user|' +
    'associate|advisor|advisor name|worker|resource|vollstandiger name|mitarbeitername|mitarbeiter|mitarbeiterin|' +
    'agentenname|nom complet|nom|employe|salarie|collaborateur|conseiller|nombre completo|nombre|empleado|empleada|' +
    'agente|asesor|nome completo|nome|funcionario|colaborador|operador|nome e cognome|nominativo|dipendente|operatore|' +
    'collaboratore|volledige naam|naam|medewerker|werknemer',
  firstName: 'first name|given name|forename|vorname|prenom|primer nombre|primeiro nome|nome proprio|voornaam',
  lastName:
    'last name|surname|family name|nachname|familienname|zuname|nom de famille|apellidos|apellido|sobrenome|apelido|' +
    'ultimo nome|cognome|achternaam|familienaam',
  email:
    'work email|email|e mail|email address|e mail address|agent email|employee email|user email|mail|e mail adresse|' +
    'mailadresse|courriel|adresse e mail|adresse email|correo electronico|correo|email corporativo|indirizzo email|' +
    'posta elettronica|e mailadres|emailadres',
  phone:
    'phone|phone number|telephone|mobile|mobile phone|mobile number|cell|cell phone|telefon|telefonnummer|handy|' +
    'mobiltelefon|numero de telephone|portable|telefono|numero de telefono|movil|telefone|telemovel|celular|cellulare|' +
    'numero di telefono|telefoon|telefoonnummer|mobiel',
  team:
    'team|primary group|group|department|unit|groups|gruppe|abteilung|equipe|groupe|departement|equipo|grupo|' +
    'departamento|squadra|gruppo|reparto|groep|afdeling|ploeg',
  role:
    'role|position|job title|job|title|positions|rolle|funktion|stelle|stellenbezeichnung|fonction|poste|rol|puesto|' +
    'cargo|funcao|ruolo|mansione|qualifica|functie',
  skills:
    'skills|skill|competencies|fahigkeiten|kenntnisse|qualifikationen|competences|habilidades|competencias|competenze|' +
    'abilita|vaardigheden',
  languages:
    'languages|language|spoken languages|locale|sprachen|sprache|langues|langue|idiomas|idioma|linguas|lingue|lingua|' +
    'talen|taal',
  timeZone: 'time zone|timezone|tz|zeitzone|fuseau horaire|zona horaria|huso horario|fuso horario|fuso orario|tijdzone',
  contractHours:
    'contract hours per week|contract hours|contracted hours|weekly hours|hours per week|hours week|' +
    'wochenstunden|stunden pro woche|vertragsstunden|sollstunden|heures par semaine|heures hebdomadaires|' +
    'heures contractuelles|horas semanales|horas por semana|horas contratadas|horas semanais|ore settimanali|' +
    'ore contrattuali|contracturen|uren per week',
  active: 'active|is active|enabled|aktiv|actif|activo|ativo|attivo|actief',
  status: 'status|employment status|user status|statut|estado|situacao|stato|zustand',
  suspended:
    'suspended|archived|deactivated|disabled|gesperrt|deaktiviert|suspendu|suspendido|suspenso|sospeso|geschorst',
  date:
    'shift start date|start date|shift date|work date|date|day|schichtdatum|startdatum|datum|tag|date de debut|' +
    'date debut|jour|fecha de inicio|fecha inicio|fecha|dia|data de inicio|data inicio|data di inizio|data|giorno|' +
    'begindatum|dag',
  endDate:
    'shift end date|end date|enddatum|date de fin|date fin|fecha de fin|fecha fin|data de fim|data fim|' +
    'data de termino|data di fine|data fine|einddatum',
  start:
    'shift start time|start time|state start time|start date time|start datetime|shift start|start timestamp|start|' +
    'starts|started at|start at|begin|begins|from|time in|timestamp|date time|datetime|event time|changed at|since|' +
    'time|startzeit|schichtbeginn|dienstbeginn|beginn|anfang|von|zeitstempel|zeitpunkt|uhrzeit|zeit|heure de debut|' +
    'heure debut|debut|de|horodatage|heure|hora de inicio|hora inicio|inicio|hora de entrada|entrada|desde|' +
    'fecha y hora|hora|data e hora|ora di inizio|ora inizio|inizio|dalle|data e ora|ora|starttijd|begintijd|aanvang|' +
    'van|tijdstip|tijd',
  end:
    'shift end time|end time|state end time|end date time|end datetime|shift end|end timestamp|end|ends|ended at|' +
    'end at|finish|finish time|stop|until|to|time out|endzeit|schichtende|dienstende|ende|bis|heure de fin|heure fin|' +
    'fin|jusqu a|a|hora de fin|hora fin|hora de salida|salida|hasta|hora de fim|hora fim|hora de termino|termino|fim|' +
    'hora de saida|saida|ate|ora di fine|ora fine|fine|alle|eindtijd|einde|eind|tot',
  unpaidBreak:
    'unpaid break minutes|unpaid break|unpaid break min|unpaid breaks|break minutes|break min|break|breaks|' +
    'unbezahlte pause minuten|unbezahlte pause|pause minuten|pausenminuten|pausenzeit|pause|' +
    'pause non payee minutes|pause non payee|pause non remuneree|pause minutes|descanso no pagado|' +
    'descanso no remunerado|descanso minutos|descanso|pausa no pagada|pausa nao paga|pausa nao remunerada|intervalo|' +
    'pausa non pagata|pausa non retribuita|pausa minuti|pausa|onbetaalde pauze minuten|onbetaalde pauze|' +
    'pauze minuten|pauze',
  openCount: 'openshift count|open shift count|open count|open slots|open shifts',
  label: 'custom label|shift label|shift name|shift type|label|shift|schichtname|schicht|dienst|etiqueta|turno|turni',
  work: 'work|work kind|channel|queue|kanal|canal|canale|kanaal',
  schedule: 'schedule|site|location',
  activities: 'activities',
  note:
    'note|notes|comment|comments|remarks|notiz|notizen|bemerkung|bemerkungen|commentaire|commentaires|remarques|' +
    'nota|notas|comentario|comentarios|observaciones|observacoes|osservazioni|commenti|opmerking|opmerkingen|notities',
  state:
    'agent state|state|state name|agent status|primary status|presence|presence state|aux state|agentenstatus|' +
    'etat de l agent|etat|estado del agente|estado do agente|stato agente|stato operatore|agentstatus',
  reason:
    'reason code|reason|not ready reason|not ready code|aux code|aux reason|secondary status|sub state|state detail|' +
    'pausengrund|grund|motif|motivo|reden',
  duration:
    'duration|time in state|state duration|agent state time|duration seconds|duration sec|duration s|' +
    'duration minutes|duration min|duration hh mm ss|duration mm ss|time in state seconds|time in state hh mm ss|dauer|dauer sekunden|dauer minuten|duree|duree secondes|' +
    'duree minutes|duracion|duracion segundos|duracion minutos|duracao|duracao segundos|duracao minutos|durata|' +
    'durata secondi|durata minuti|duur|duur seconden|duur minuten',
};

type Named = { readonly field: RosterField; readonly rank: number };

const byName: ReadonlyMap<string, Named> = new Map(
  Object.entries(names).flatMap(([field, list]) =>
    list.split('|').map((name, rank) => [name, { field: field as RosterField, rank }] as const),
  ),
);

/** Zones in a header, as "Start (UTC)", say nothing of the field. */
const zoneWords = /\s*[([]?\b(?:UTC|GMT)\b[)\]]?\s*$/i;

const namedBy = (header: string): Named | undefined =>
  byName.get(folded(header)) ?? byName.get(folded(header.replace(zoneWords, '')));

export type Columns = {
  readonly header: readonly string[];
  readonly places: ReadonlyMap<RosterField, number>;
};

/** The field of every column that has one; a field is given once, to the header with the better name. SPEC RIO-1. */
export function placeColumns(header: readonly string[]): Columns {
  const places = new Map<RosterField, number>();
  const ranks = new Map<RosterField, number>();
  header.forEach((text, place) => {
    const named = namedBy(text);
    if (named === undefined || named.rank >= (ranks.get(named.field) ?? Infinity)) return;
    places.set(named.field, place);
    ranks.set(named.field, named.rank);
  });
  return { header, places };
}
