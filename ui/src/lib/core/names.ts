import type {
  ActionState,
  Assurance,
  Attendance,
  Capacity,
  CourtKind,
  Cover,
  Deed,
  FoundKind,
  Intake,
  Lack,
  Menu,
  Method,
  Nearness,
  Needed,
  PersonStanding,
  Plea,
  Procedure,
  Provision,
  Role,
  SectionStanding,
  ServiceState,
  Stage,
} from './wire';

/** The look of a tag. It never carries meaning alone: the words do. */
export type Tone = 'blue' | 'green' | 'amber' | 'red' | 'grey';

/** A closed list's member, as a tag shows it. */
export interface Named {
  words: string;
  tone: Tone;
}

export const menuNames = {
  bail: 'Bail options',
  disposals: 'Disposals',
} satisfies Record<Menu, string>;

export const courtKindNames = {
  'high-court': 'High Court',
  'sheriff-solemn': 'Sheriff court, solemn',
  'sheriff-summary': 'Sheriff court, summary',
  'justice-of-the-peace': 'Justice of the peace court',
  'sheriff-appeal': 'Sheriff Appeal Court',
} satisfies Record<CourtKind, string>;

export const stageNames = {
  arrested: 'Arrested, not charged',
  charged: 'Charged, before court',
  'first-appearance': 'First appearance',
  'before-verdict': 'Before verdict',
  'before-sentence': 'Before sentence',
  'breach-of-order': 'Alleged breach of an order',
  'appeal-pending': 'Appeal pending',
} satisfies Record<Stage, string>;

/** Whether consent is needed. */
export const consentNames = {
  yes: { words: 'Consent needed', tone: 'amber' },
  no: { words: 'No consent needed', tone: 'grey' },
  'in-practice': { words: 'Consent in practice', tone: 'blue' },
  depends: { words: 'Consent depends', tone: 'blue' },
  'not-known': { words: 'Consent not known', tone: 'grey' },
} satisfies Record<Needed, Named>;

/** Whether a report is needed. */
export const reportNames = {
  yes: { words: 'Report needed', tone: 'amber' },
  no: { words: 'No report needed', tone: 'grey' },
  'in-practice': { words: 'Report in practice', tone: 'blue' },
  depends: { words: 'Report depends', tone: 'blue' },
  'not-known': { words: 'Report not known', tone: 'grey' },
} satisfies Record<Needed, Named>;

/** The word before the sentence that says how something is needed. */
export const neededNames = {
  yes: 'Yes',
  no: 'No',
  'in-practice': 'In practice',
  depends: 'It depends',
  'not-known': 'Not known',
} satisfies Record<Needed, string>;

/** How sure we are of an entry, and what to do about it. Never a confirmation that nobody gave. */
export const assuranceNames = {
  'never-assured': {
    words: 'Not confirmed',
    tone: 'amber',
    says: 'Nobody here has confirmed this entry. Phone first.',
  },
  fresh: {
    words: 'Confirmed',
    tone: 'green',
    says: 'A named post confirmed this entry in the last three months.',
  },
  due: {
    words: 'Check due',
    tone: 'amber',
    says: 'This entry was confirmed, and is due to be checked again.',
  },
  stale: {
    words: 'Stale',
    tone: 'amber',
    says: 'This entry was last confirmed more than four months ago. Phone first.',
  },
  expired: {
    words: 'Expired',
    tone: 'red',
    says: 'This entry was last confirmed more than a year ago. Do not rely on it.',
  },
  'in-the-future': {
    words: 'Date fault',
    tone: 'red',
    says: 'The date of confirmation has not come yet. Tell the directory editor.',
  },
} satisfies Record<Assurance, Named & { says: string }>;

export const serviceStateNames = {
  current: { words: 'Running', tone: 'green' },
  historical: { words: 'Ended', tone: 'grey' },
  planned: { words: 'Planned', tone: 'blue' },
  unknown: { words: 'State unknown', tone: 'grey' },
} satisfies Record<ServiceState, Named>;

/** How a service stands to new people. What nobody has said is never "open". */
export const intakeNames = {
  taking: { words: 'Taking referrals', tone: 'green' },
  'waiting-list': { words: 'Waiting list', tone: 'amber' },
  paused: { words: 'Paused', tone: 'red' },
  'not-stated': { words: 'Referrals not stated', tone: 'grey' },
} satisfies Record<Intake, Named>;

/** How a council is covered: the mark is read without colour, and the words without the mark. */
export const coverNames = {
  full: {
    mark: '■',
    words: 'Covered',
    says: 'A local service confirmed in the last 92 days takes people now.',
  },
  part: {
    mark: '▨',
    words: 'Covered in part',
    says: 'A local service is confirmed, but has a waiting list, is paused or has not said.',
  },
  'not-checked': {
    mark: '?',
    words: 'Not checked',
    says: 'Local services are recorded, and none was confirmed in the last 92 days.',
  },
  nothing: {
    mark: '▢',
    words: 'Nothing recorded',
    says: 'No local service is recorded.',
  },
} satisfies Record<Cover, { mark: string; words: string; says: string }>;

export const provisionNames = {
  specialist: 'A service of justice',
  universal: 'A service open to everybody: housing, health, money, work',
} satisfies Record<Provision, string>;

/** How a neighbouring council lies to the person's own. */
export const nearnessNames = {
  border: 'Shares a border',
  crossing: 'Bridge or ferry',
} satisfies Record<Nearness, string>;

export const roleNames = {
  'court-social-worker': {
    name: 'Court social worker',
    does: 'Writes reports for the court and looks things up.',
  },
  'team-leader': {
    name: 'Team leader',
    does: 'Assures reports and leads a team.',
  },
  'sheriff-clerk': {
    name: 'Sheriff clerk',
    does: 'Looks up bail options, disposals and services in court.',
  },
  'conference-chair': {
    name: 'Conference chair',
    does: 'Chairs case conferences, decides on packs, signs minutes.',
  },
  'conference-administrator': {
    name: 'Conference administrator',
    does: 'Prepares conferences, builds packs, takes minutes.',
  },
  'directory-editor': {
    name: 'Directory editor',
    does: 'Keeps the local directory true.',
  },
  'system-administrator': {
    name: 'System administrator',
    does: 'Installs, backs up and adds people, and reads no case.',
  },
  'records-auditor': {
    name: 'Records auditor',
    does: 'Reads the audit log.',
  },
} satisfies Record<Role, { name: string; does: string }>;

export const foundKindNames = {
  'bail-option': 'Bail option',
  disposal: 'Disposal',
  service: 'Service',
  court: 'Court',
  term: 'Word',
  case: 'Case',
  report: 'Report',
  conference: 'Conference',
} satisfies Record<FoundKind, string>;

export const sectionStandingNames = {
  complete: { words: 'Complete', mark: '✓' },
  started: { words: 'Started', mark: '◐' },
  'not-started': { words: 'Not started', mark: '○' },
  'not-needed': { words: 'Not needed', mark: '–' },
} satisfies Record<SectionStanding, { words: string; mark: string }>;

/** Why a draft may not be signed yet. */
export const lackNames = {
  missing: 'Enter an answer, or say that it is not known and why',
  'no-reason': 'Say why this is not known',
  cell: 'Complete the row',
  'unknown-choice': 'Choose one of the answers in the list',
  'wrong-kind': 'Answer in the way the question asks',
  'custody-proposed':
    'Custody is not proposed in a report: say what the court may consider instead',
  'option-unsupported':
    'Say whether the person agrees and why the option suits, or do not call it suitable',
  'stop-word': 'A word that must not be printed stands in this answer: take it out',
} satisfies Record<Lack['why'], string>;

export const procedureNames = {
  summary: 'Summary',
  solemn: 'Solemn',
} satisfies Record<Procedure, string>;

export const personStandingNames = {
  ordained: 'Ordained to appear',
  bail: 'On bail',
  remand: 'On remand',
  serving: 'Serving a sentence',
  other: 'Other',
} satisfies Record<PersonStanding, string>;

export const pleaNames = {
  guilty: 'Guilty',
  'guilty-as-amended': 'Guilty as amended',
  'found-guilty': 'Found guilty after trial',
  'not-guilty-accepted': 'Not guilty, accepted',
} satisfies Record<Plea, string>;

export const capacityNames = {
  chair: 'Chair',
  'minute-taker': 'Minute-taker',
  decides: 'Decides',
  contributes: 'Contributes',
  person: 'The person',
  family: 'Family',
  supports: 'Supports the person',
  interprets: 'Interprets',
  observes: 'Observes',
} satisfies Record<Capacity, string>;

export const attendanceNames = {
  invited: { words: 'No reply yet', tone: 'grey' },
  coming: { words: 'Coming', tone: 'blue' },
  present: { words: 'Present', tone: 'green' },
  apologies: { words: 'Apologies', tone: 'amber' },
  absent: { words: 'Absent', tone: 'red' },
} satisfies Record<Attendance, Named>;

export const methodNames = {
  'in-person': 'In person',
  video: 'By video',
  phone: 'By phone',
} satisfies Record<Method, string>;

export const actionStateNames = {
  open: { words: 'Open', tone: 'blue' },
  done: { words: 'Done', tone: 'green' },
  cancelled: { words: 'Given up', tone: 'grey' },
} satisfies Record<ActionState, Named>;

/** What was done to an entry of the directory. */
export const deedNames = {
  added: { words: 'Written here', tone: 'blue' },
  edited: { words: 'Changed', tone: 'blue' },
  confirmed: { words: 'Confirmed', tone: 'green' },
  closed: { words: 'Marked as ended', tone: 'grey' },
  noted: { words: 'Note kept', tone: 'grey' },
  imported: { words: 'Taken from a file', tone: 'amber' },
  'taken-back': { words: 'Taken back', tone: 'grey' },
} satisfies Record<Deed, Named>;
