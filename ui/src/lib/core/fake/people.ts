// Invented people and cases: surnames EXAMPLE, SAMPLE and SPECIMEN, references DEMO-nnnn.
import { addDays, todayIn } from '$lib/shared/dates';
import type { Case, CaseRecord, Person } from '../wire';

export const today = todayIn('Europe/London');
export const at = (days: number, time = '10:00') => `${addDays(today, days)}T${time}:00`;
export const id = (kind: number, number: number) =>
  `0198c0${kind}0-0000-7000-8000-${String(number).padStart(12, '0')}`;

const person = (forenames: string, surname: string, born: string | null): Person => ({
  forenames,
  surname,
  'known-as': null,
  pronouns: null,
  born,
  sex: null,
  address: ['12 Sample Court', 'Inverbrae', 'ZZ9 9ZZ'],
  'address-note': 'Council tenancy',
  phone: '01632 960123',
  'chs-number': 'S99/DEMO',
  'local-number': null,
  solicitor: 'A. Advocate, Example & Co, Inverbrae',
  interpreter: null,
  communication: null,
  'ethnic-group': null,
  disability: null,
  'care-experienced': null,
  employment: null,
});

const plainCase = (who: Person, more: Partial<Case>): Case => ({
  person: who,
  court: 'Inverbrae Sheriff Court',
  sheriffdom: 'Inverbrae and Isles',
  procedure: 'summary',
  judge: 'Sheriff A. Specimen',
  'pf-reference': 'DEMO/26/004211',
  'court-reference': 'INV26-00421',
  'convicted-on': addDays(today, -24),
  'report-ordered-on': addDays(today, -24),
  diet: at(9),
  due: at(8, '12:00'),
  standing: 'bail',
  'standing-note': 'Standard conditions',
  'also-before-the-court': null,
  charges: [
    {
      number: 1,
      offence: 'Assault to injury',
      provision: 'Common law',
      when: '3 March 2026',
      place: 'High Street, Inverbrae',
      aggravations: [],
      plea: 'guilty-as-amended',
      recorded: {},
    },
    {
      number: 2,
      offence: 'Threatening or abusive behaviour',
      provision: 'Criminal Justice and Licensing (Scotland) Act 2010 s.38(1)',
      when: '3 March 2026',
      place: 'High Street, Inverbrae',
      aggravations: ['While on bail'],
      plea: 'guilty',
      recorded: {},
    },
  ],
  previous: [
    {
      sentenced: '2024-05-14',
      court: 'Inverbrae Sheriff Court',
      offence: 'Theft by shoplifting',
      disposal: 'Fine of £200',
      outcome: 'Paid',
      libelled: true,
    },
  ],
  alerts: [],
  'stop-list': ['Rowan Terrace'],
  recorded: {},
  week: [],
  ...more,
});

export const records: CaseRecord[] = [
  {
    id: id(1, 1),
    rev: 3,
    reference: 'DEMO-0042',
    case: plainCase(
      {
        ...person('Morag', 'Example', '1990-01-01'),
        sex: 'Female',
        address: ['12 Sample Court', 'Inverbrae', 'Fife', 'ZZ9 9ZZ'],
        interpreter: 'Polish',
        pronouns: 'she, her',
      },
      { alerts: ['Interpreter: Polish'], due: at(1, '12:00'), diet: at(2) },
    ),
  },
  {
    id: id(1, 2),
    rev: 1,
    reference: 'DEMO-0043',
    case: plainCase(person('Callum Iain', 'Sample', '2007-06-11'), { standing: 'ordained' }),
  },
  {
    id: id(1, 3),
    rev: 7,
    reference: 'DEMO-0044',
    case: plainCase(person('Oluwaseun', 'Specimen', null), {
      standing: 'remand',
      'standing-note': 'HMP Inverbrae',
      procedure: 'solemn',
      diet: null,
      due: null,
    }),
  },
];

/** SURNAME, Forenames. */
export const listedName = ({ case: { person: who } }: CaseRecord) =>
  `${who.surname.toUpperCase()}, ${who.forenames}`;
