// Facts of the kind that only a telephone call gives, and a few entries whose provider is invented:
// without them no entry would be confirmed, take referrals or have a contact.
import { addDays } from '$lib/shared/dates';
import type { Service } from '../wire';
import { today } from './people';

const ago = (days: number) => addDays(today, -days);
const told = (days: number) => ({ 'told-on': ago(days), 'next-start': null, places: null });

/** What somebody told, beyond what the edition's source says. */
const toldOf: Record<string, Partial<Service>> = {
  'pg-fife-womens-team': {
    'assured-on': ago(20),
    'assured-by': 'Directory editor',
    referrals: { ...told(10), intake: 'waiting-list', weeks: 6, 'next-start': addDays(today, 11) },
    'how-to-refer': 'Telephone the duty worker, then send the referral form the same day.',
    contact: 'Duty worker, women’s justice team: 01632 960210',
    length: 'As long as the order, and up to six months after it',
    times: 'Weekdays 09:00 to 17:00; a group on Tuesday afternoons, with a creche',
    cost: 'Free; bus fares are paid back',
    access: 'Step-free entrance. Tell the duty worker of any other need.',
    languages: ['en', 'pl'],
  },
  'pg-team-fife-groupwork': {
    'assured-on': ago(100),
    'assured-by': 'Directory editor',
    referrals: { ...told(5), intake: 'taking', weeks: null, places: 4 },
  },
  'pg-bail-fife': {
    'assured-on': ago(200),
    'assured-by': 'Bail officer',
    referrals: { ...told(30), intake: 'paused', weeks: null },
  },
  'pg-apex-employability': { 'assured-on': ago(400), 'assured-by': 'Directory editor' },
  'pg-upside': { prisons: ['PR-EDI', 'PR-STI'] },
};

/** Entries that no source has: the provider is invented. */
function invented(pattern: Service): Service[] {
  const recovery: Service = {
    ...pattern,
    id: 'demo-recovery-fife',
    name: 'Example Recovery Service, Inverbrae',
    'other-names': ['the Recovery Hub'],
    kind: 'addiction',
    description:
      'Substitute prescribing, harm reduction and a named worker, with women’s appointments twice a week.',
    provider: 'Example Recovery Service',
    providers: [],
    area: { area: 'councils', councils: ['S12000047'] },
    courts: [],
    prisons: [],
    setting: 'community',
    groups: ['substance-misuse'],
    outcomes: ['O3', 'O1'],
    eligibility: {
      ...pattern.eligibility,
      sex: 'any',
      'age-from': 16,
      'age-to': null,
      offence: null,
      risk: null,
      'order-needed': 'either',
      residence: 'Lives in Fife, or is about to',
      'not-for': 'People who need a hospital bed to stop: the service refers on.',
    },
    options: ['cpo-drug', 'dtto', 'none'],
    referrals: { ...told(4), intake: 'taking', weeks: null, places: 3 },
    'how-to-refer': 'Anybody may refer, and people may come by themselves. Telephone first.',
    contact: 'Referral desk: 01632 960222, referrals@recovery.example.org',
    length: 'Six months, and longer where it is agreed',
    times: 'Weekdays 09:30 to 16:30, 3 Example Street, Inverbrae',
    cost: 'Free',
    access: 'Lift and accessible toilet',
    languages: ['en'],
    evidence: 'Counts of people kept in treatment are sent to the health board each quarter.',
    parent: null,
    state: 'current',
    source: 'Telephone call by the directory editor',
    'source-date': ago(12),
    'assured-on': ago(12),
    'assured-by': 'Directory editor',
    unverified: [],
    checked: 'verified',
  };
  const men: Service = {
    ...recovery,
    id: 'demo-mens-recovery-fife',
    name: 'Example Men’s Recovery Group',
    'other-names': [],
    description: 'A weekly group for men on substitute prescribing.',
    eligibility: { ...recovery.eligibility, sex: 'male', 'age-from': 30, 'not-for': null },
    referrals: { ...told(4), intake: 'taking', weeks: null },
  };
  const across: Service = {
    ...recovery,
    id: 'demo-recovery-dundee',
    name: 'Example Recovery Service, Dundee',
    area: { area: 'councils', councils: ['S12000042'] },
    referrals: { ...told(60), intake: 'waiting-list', weeks: 9 },
    'assured-on': ago(130),
  };
  return [recovery, men, across];
}

/** The edition's services with what was told of them, and the invented ones after them. */
export function asTold(services: readonly Service[]): Service[] {
  const [pattern] = services;
  return [...services, ...(pattern ? invented(pattern) : [])].map((service) => ({
    ...service,
    ...toldOf[service.id],
  }));
}
