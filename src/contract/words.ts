/** The closed lists of the contract as plain words: a window that shows them needs no schemas. */
export const statuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;
export const priorities = ['p1', 'p2', 'p3', 'p4'] as const;
export const channels = ['email', 'phone', 'chat', 'social', 'web', 'walkIn', 'api', 'other'] as const;

/** In the order of ISO 8601, Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** What a column of an imported file can be. */
export const ticketFields = [
  'externalId',
  'subject',
  'description',
  'requester',
  'requesterEmail',
  'status',
  'priority',
  'impact',
  'urgency',
  'channel',
  'queue',
  'assignee',
  'category',
  'tags',
  'createdAt',
  'updatedAt',
  'firstResponseAt',
  'solvedAt',
  'closedAt',
  /** Minutes (or `hh:mm:ss`) from creation to the first response, where a file gives no instant for it. */
  'firstResponseMinutes',
  /** Minutes (or `hh:mm:ss`) from creation to the solution, likewise. */
  'resolutionMinutes',
  /** Work on it: seconds, minutes or hours as its header says, else seconds; or `h:mm:ss`. SPEC KPI-19. */
  'handleTime',
  'csat',
  'custom',
  'ignore',
] as const;

/** The worst of a ticket's clocks. */
export const bandWords = ['breached', 'atRisk', 'onTime', 'paused', 'none'] as const;

/** What the clocks of a ticket measure. */
export const metrics = ['firstResponse', 'nextResponse', 'periodicUpdate', 'resolution'] as const;

/** What a condition of a rule can ask about. */
export const ruleFields = [
  'status',
  'priority',
  'channel',
  'queue',
  'assignee',
  'category',
  'tag',
  'subject',
  /** The words of the latest message or note. */
  'body',
  'requester',
  'email',
  'organisation',
  'language',
  'impact',
  'urgency',
  'level',
  'band',
  /** `yes` while the customer waits for an answer. */
  'waiting',
  /** A custom field, named by `name`. */
  'field',
  'hoursSinceCreated',
  'hoursSinceUpdated',
  'hoursSinceStatus',
  'hoursSinceAssigned',
  'hoursSinceCustomer',
  'hoursSinceAgent',
] as const;

export const ruleOps = [
  'is',
  'isNot',
  'contains',
  'containsNot',
  'present',
  'absent',
  'atLeast',
  'atMost',
  'changed',
  'changedTo',
  'changedFrom',
] as const;

/** What a day of a calendar is, beside an ordinary one. SPEC CAL-20. */
export const dayKinds = ['open', 'closed', 'holiday', 'half', 'extra'] as const;
export const dayReasons = ['weekly', 'always', 'holiday', 'exception', 'yearly', 'closure', 'missing'] as const;

/** Kinds of official holidays, as the library that knows them tells them apart. */
export const holidayTypes = ['public', 'bank', 'optional', 'school', 'observance'] as const;
/** How one ticket can be linked to another. */
export const linkKinds = ['parent', 'child', 'related', 'duplicateOf'] as const;

export const dispatchStates = ['open', 'done', 'cancelled'] as const;
export const callbackStates = ['open', 'done', 'missed', 'moved', 'cancelled'] as const;

/** What can be wrong with a promised call, worst first. */
export const callbackFlags = [
  'overdue',
  'noOwner',
  'ownerAway',
  'clash',
  'outsideHours',
  'ticketDone',
  'unconfirmed',
] as const;

export const ruleKinds = ['macro', 'trigger', 'timed'] as const;

/** What happens to a ticket that a trigger can be set off by. */
export const triggerEvents = ['created', 'customerMessage', 'agentReply', 'internalNote', 'updated'] as const;

/** What the texts of a rule can have filled in, written `{{ticket.number}}`. */
export const rulePlaceholders = [
  'ticket.number',
  'ticket.subject',
  'ticket.requester',
  'ticket.owner',
  'ticket.queue',
  'ticket.status',
  'ticket.priority',
  'requester.firstName',
  'desk.name',
  'me.name',
  'today',
] as const;
/** What triage has to say of a ticket before it is complete. */
export const triageFields = ['channel', 'customer', 'subject', 'category', 'queue', 'impact', 'urgency'] as const;

/** What a pasted or dropped thing turns out to be. */
export const draftKinds = ['mail', 'chat', 'text', 'file'] as const;

/** Ways to reach a customer beside the primary address. */
export const contactKinds = ['email', 'phone', 'social'] as const;

/** What the escalation log tells: of a ticket, of an incident, of a drill. */
export const escalationActions = [
  'escalated',
  'autoEscalated',
  'accepted',
  'handedOver',
  'acted',
  'resolved',
  'deEscalated',
  'passedOn',
  'ticketSolved',
  'ticketReopened',
  'walked',
  'declared',
  'linked',
  'unlinked',
  'noted',
  'updated',
  'closed',
  'reviewed',
  'drillStarted',
  'drillEnded',
  'drillRemoved',
] as const;

/** What somebody does in a part of a shift. The first three are queue work, each of its channels. SPEC ROS-2. */
export const workKinds = ['calls', 'chat', 'mail'] as const;
export const activityKinds = [
  ...workKinds,
  'break',
  'lunch',
  'coaching',
  'qa',
  'meeting',
  'training',
  'offQueue',
] as const;

/** What an agent is doing, as a phone system or a person says it. SPEC ADH-1. */
export const agentStates = [
  'available',
  'onCall',
  'wrapUp',
  'chat',
  'mail',
  'break',
  'lunch',
  'coaching',
  'qa',
  'meeting',
  'training',
  'offQueue',
  'offline',
] as const;

/** What a lint of the roster looks for. SPEC LNT-n. */
export const lintRules = [
  'doubleBooking',
  'availability',
  'timeOff',
  'rest',
  'contractHours',
  'dayLength',
  'daysInRow',
  'missingBreak',
  'overnightOverlap',
  'skillGap',
  'languageGap',
  'holiday',
] as const;

export const attendanceKinds = ['late', 'absent', 'left'] as const;
export const timeOffKinds = ['holiday', 'sick', 'training', 'other'] as const;
/** Where something that was asked for stands: time off, a swap, an open shift. */
export const askStates = ['asked', 'approved', 'declined', 'withdrawn'] as const;
/** `give`: a shift goes to somebody else. `swap`: two change hands. `claim`: an open shift is taken. */
export const requestKinds = ['give', 'swap', 'claim'] as const;

/** What coaching can be measured by. `criterion`: one of a scorecard. */
export const coachingMetrics = [
  'qaScore',
  'criterion',
  'csat',
  'firstResponse',
  'slaMet',
  'reopened',
  'escalated',
  'adherence',
] as const;

/** How somebody comes into the sample of a week. `risk` and `manual` picks are kept out of averages. SPEC QAS-3. */
export const sampleKinds = ['random', 'risk', 'manual', 'golden', 'calibration'] as const;
export const reviewStates = ['assigned', 'started', 'done', 'released', 'acknowledged', 'disputed', 'skipped'] as const;

/** What the desk's own data have to show before a stage is passed. SPEC ONB-10. */
export const gateKinds = ['tickets', 'qaAverage', 'certificate'] as const;
/** `planned`: it begins on a day to come. `ended`: given up before it was done. */
export const newcomerStates = ['planned', 'running', 'paused', 'done', 'ended'] as const;
/** What a newcomer needs of whoever trains them, most urgent first. SPEC ONB-20. */
export const helpKinds = ['late', 'blocked', 'sign', 'due', 'paused', 'planned', 'onTrack', 'done', 'ended'] as const;

/** Where a refresher comes from. SPEC TRN-1. */
export const topicKinds = ['criterion', 'category', 'topic'] as const;
export const attendStates = ['invited', 'attended', 'missed', 'excused'] as const;
/** `planned` and `booked` are money set aside, `done` is money spent. SPEC TRN-20. */
export const enrolmentStates = ['planned', 'booked', 'done', 'cancelled'] as const;

/** Where a candidate stands, in the order in which they come on; the last three are the end of it. SPEC HIR-2. */
export const candidateStages = [
  'applied',
  'screening',
  'interview',
  'offer',
  'hired',
  'rejected',
  'withdrawn',
] as const;
export const seatStates = ['open', 'filled', 'closed'] as const;

/** Figures of the desk, each defined once. SPEC KPI-1. */
export const kpiNames = [
  'firstResponse',
  'nextResponse',
  'resolution',
  'firstContactResolution',
  'csat',
  'nps',
  'qaScore',
  'escalated',
  'reopened',
  'slaMet',
  'firstResponseMet',
  'nextResponseMet',
  'resolutionMet',
  'handleTime',
  'adherence',
  'ticketsPerAgent',
  'costPerContact',
  'created',
  'solved',
  'backlog',
] as const;
/** What a figure counts one by one, and how many of which are too few. */
export const kpiSamples = ['tickets', 'responses', 'reviews', 'agentDays', 'days'] as const;
/** By what figures are told apart. */
export const kpiDimensions = ['queue', 'channel', 'priority', 'agent', 'team', 'category', 'customer', 'hour'] as const;
/** Figures of surveys. SPEC SUR-1. */
export const answerKinds = ['nps', 'csat'] as const;
/** By what a response was given to a ticket or customer: the ticket's number, its id elsewhere, e-mail and the ticket solved last, e-mail alone. SPEC SUR-20. */
export const matchedBy = ['ticket', 'foreign', 'solved', 'customer'] as const;
/** What writes exports of surveys. SPEC SUR-10. */
export const surveyShapes = ['surveyMonkey', 'typeform', 'qualtrics', 'googleForms', 'other'] as const;
/** Ask: what a column of a view holds, what one of an answer holds, what a pivot measures, and how it leaves. */
export const columnKinds = ['text', 'number', 'minutes', 'time', 'ms', 'flag', 'ticket', 'id'] as const;
export const resultKinds = ['text', 'number', 'ticket', 'ms'] as const;
export const pivotMeasures = ['count', 'sum', 'mean', 'median', 'min', 'max', 'p90'] as const;
export const askFormats = ['csv', 'xlsx', 'json'] as const;
/** What stretch a report is of: the day, week or month before it; `review` is of the month, with an agenda. SPEC REP-1. */
export const reportKinds = ['daily', 'weekly', 'monthly', 'review'] as const;
/** What a report is put together of. SPEC REP-2. */
export const reportSections = [
  'summary',
  'figures',
  'sla',
  'incidents',
  'queues',
  'agents',
  'backlog',
  'trend',
  'causes',
  'surveys',
  'quality',
  'agenda',
  'actions',
  'note',
] as const;
export const reportFormats = ['pdf', 'xlsx', 'csv', 'html', 'eml'] as const;
/** An address of mail, as the contract takes one; a form says so before the desk has to. */
export const emailPattern =
  /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+.-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
/** By customer, the row of all others together. SPEC KPI-9. */
export const othersKey = 'others';
/** A currency, as ISO 4217 has them. */
export const currencyPattern = /^[A-Z]{3}$/;
