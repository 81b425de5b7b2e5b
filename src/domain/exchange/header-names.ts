import type { TicketField } from '../../contract/index.ts';

/** A header or a value made comparable: no accents, no case, no punctuation, single blanks. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}#+]+/gu, ' ')
    .trim();
}

/**
 * What the columns of help desk exports are called, in English, German, French, Spanish, Portuguese, Italian and
 * Dutch, folded. Of two headers for one field the earlier in this list wins; the other becomes a custom field.
 */
const names: Readonly<Partial<Record<TicketField, string>>> = {
  externalId:
    'ticket id|ticket number|ticket no|ticket #|ticket|case number|case id|case no|issue key|issue id|incident number|' +
    'incident id|incident|request id|request number|conversation id|complaint id|complaint number|complaint no|id|number|key|reference|ref|#|' +
    'ticketnummer|ticket nr|ticket nummer|vorgangsnummer|vorgang|fallnummer|anfragenummer|nummer|nr|kennung|' +
    'numero du ticket|numero de ticket|id du ticket|identifiant|n de ticket|numero|reference du ticket|' +
    'id del ticket|id de ticket|numero de caso|numero del ticket|identificador|' +
    'id do ticket|id do chamado|numero do chamado|numero do ticket|chamado|protocolo|' +
    'id ticket|numero ticket|numero richiesta|codice|zaaknummer|meldingsnummer|incidentnummer',
  subject:
    'subject|ticket subject|summary|title|ticket name|short description|case title|' +
    'betreff|thema|titel|kurzbeschreibung|zusammenfassung|objet|sujet|titre|resume|asunto|titulo|tema|assunto|' +
    'oggetto|titolo|onderwerp|samenvatting',
  description:
    'description|ticket description|body|message|details|comment body|content|' +
    'beschreibung|nachricht|inhalt|contenu|descripcion|mensaje|detalle|descricao|mensagem|descrizione|messaggio|' +
    'dettagli|omschrijving|beschrijving|bericht',
  requester:
    'requester|requester name|customer name|customer|contact name|contact|caller|caller id|reporter|requested by|' +
    'full name|from|client|user|name|kunde|kundenname|anfragesteller|antragsteller|melder|ersteller|absender|' +
    'demandeur|nom du client|solicitante|cliente|nombre del cliente|contacto|solicitado por|requisitante|' +
    'nome do cliente|contato|richiedente|nome cliente|contatto|aanvrager|klant|klantnaam|melder naam',
  requesterEmail:
    'requester email|customer email|contact email|email|e mail|email address|from email|' +
    'e mail adresse|kunden e mail|kundenemail|courriel|adresse e mail|adresse email|email du demandeur|' +
    'correo|correo electronico|email del solicitante|email do solicitante|email do cliente|indirizzo email|' +
    'email cliente|e mailadres|emailadres',
  status:
    'status|ticket status|state|incident state|case status|status ticket|zustand|statut|etat|estado|situacao|stato|' +
    'toestand',
  priority:
    'priority|ticket priority|priority ticket|severity|prioritat|prioritaet|dringlichkeitsstufe|priorite|prioridad|' +
    'prioridade|priorita|prioriteit',
  impact: 'impact|auswirkung|impacto|impatto',
  urgency: 'urgency|dringlichkeit|urgence|urgencia|urgenza|urgentie',
  channel:
    'channel|ticket channel|via|source|case origin|origin|contact type|kanal|quelle|herkunft|canal|canal de contact|' +
    'origine|origen|origem|canale|kanaal|bron',
  queue:
    'queue|group|team|assignment group|assigned group|department|pipeline|warteschlange|gruppe|abteilung|' +
    'file d attente|groupe|equipe|service|cola|grupo|equipo|departamento|fila|coda|gruppo|reparto|squadra|' +
    'wachtrij|groep|afdeling',
  assignee:
    'assignee|assigned to|agent|owner|ticket owner|case owner|agent name|assigned agent|technician|resolver|' +
    'bearbeiter|zugewiesen an|zustandig|verantwortlicher|mitarbeiter|agent assigne|assigne a|attribue a|responsable|' +
    'asignado a|agente|agente asignado|responsavel|atribuido a|atendente|assegnatario|assegnato a|operatore|' +
    'incaricato|toegewezen aan|behandelaar|medewerker',
  category:
    'category|ticket category|category ticket|issue category|ticket type|type|issue type|kategorie|typ|categorie|' +
    'type de ticket|categoria|tipo|tipo de ticket|tipo di ticket|soort',
  tags: 'tags|labels|tag|label|schlagworte|stichworte|etiketten|etiquettes|mots cles|etiquetas|marcadores|etichette|trefwoorden',
  createdAt:
    'created at|created|created time|created on|create date|creation date|date created|created date|opened at|opened|' +
    'date time opened|open date|opened date|date received|received at|received on|submitted at|requested|created time ticket|sys created on|open dt|' +
    'erstellt|erstellt am|erstelldatum|erstellungsdatum|eroffnet|eroffnet am|geoffnet|geoffnet am|angelegt am|eingegangen am|' +
    'cree le|date de creation|ouvert le|date d ouverture|creado|creado el|fecha de creacion|fecha de apertura|' +
    'abierto el|criado em|data de criacao|data de abertura|aberto em|creato il|data di creazione|data creazione|' +
    'data di apertura|data apertura|aperto il|aangemaakt|aangemaakt op|aanmaakdatum|datum aangemaakt|gemaakt op|' +
    'geopend op|openingsdatum|date|datum|fecha|data',
  updatedAt:
    'updated at|updated|last update time|last updated|updated on|last modified|modified|sys updated on|' +
    'aktualisiert|aktualisiert am|geandert am|zuletzt geandert|letzte anderung|mis a jour le|derniere mise a jour|' +
    'modifie le|date de mise a jour|actualizado|actualizado el|ultima actualizacion|fecha de actualizacion|' +
    'atualizado em|ultima atualizacao|data de atualizacao|aggiornato il|ultimo aggiornamento|data aggiornamento|' +
    'bijgewerkt op|laatst bijgewerkt|gewijzigd op',
  firstResponseAt:
    'first response at|first responded at|initial response time|first reply at|first response date|' +
    'erste antwort|erste antwort am|premiere reponse|premiere reponse le|primera respuesta|primeira resposta|' +
    'prima risposta|eerste reactie|eerste antwoord',
  solvedAt:
    'solved at|resolved at|solved|resolved|resolved time|resolution date|date resolved|resolved on|' +
    'gelost|gelost am|losungsdatum|erledigt am|resolu le|date de resolution|resuelto|resuelto el|' +
    'fecha de resolucion|resolvido em|data de resolucao|resolucao|risolto il|data di risoluzione|data risoluzione|' +
    'opgelost|opgelost op|oplosdatum',
  closedAt:
    'closed at|closed|closed time|close date|date closed|date time closed|closed on|closed date|ticket closed time|' +
    'closed dt|geschlossen|geschlossen am|abgeschlossen am|abschlussdatum|ferme le|clos le|date de cloture|' +
    'date de fermeture|cerrado|cerrado el|fecha de cierre|fechado em|encerrado em|data de fechamento|' +
    'data de encerramento|chiuso il|data di chiusura|data chiusura|gesloten|gesloten op|sluitingsdatum|afgesloten op',
  csat:
    'satisfaction score|satisfaction rating|csat|customer satisfaction rating|satisfaction|survey results|rating|' +
    'zufriedenheit|kundenzufriedenheit|bewertung|note de satisfaction|satisfaccion|puntuacion|satisfacao|' +
    'avaliacao|soddisfazione|valutazione|tevredenheid|beoordeling',
  handleTime:
    'handle time|handle time s|handle time sec|handle time in seconds|handle time minutes|handle time in minutes|total handle time|' +
    'average handle time|aht|total time spent|total time spent sec|time spent|time spent minutes|time tracked|time worked|talk time|' +
    'bearbeitungszeit|bearbeitungszeit in minuten|aufgewendete zeit|gesprachszeit|temps de traitement|temps passe|' +
    'tiempo de gestion|tiempo dedicado|tempo de atendimento|tempo gasto|tempo di gestione|tempo impiegato|afhandeltijd|bestede tijd',
  firstResponseMinutes:
    'first reply time in minutes|first response time in minutes|first response time in hrs|first response time minutes',
  resolutionMinutes:
    'full resolution time in minutes|resolution time in hrs|resolution time in minutes|time to resolution minutes',
};

type Name = { readonly field: TicketField; readonly rank: number };

const byName: ReadonlyMap<string, Name> = new Map(
  Object.entries(names).flatMap(([field, list]) =>
    list.split('|').map((name, rank) => [name, { field: field as TicketField, rank }] as const),
  ),
);

/** The field a header usually means, and how good a name it is for it (0 is the best); null where it says nothing. */
export function fieldOfHeader(header: string): Name | null {
  return byName.get(folded(header)) ?? null;
}
