import type { Case, CaseRecord, PersonStanding, Plea, Procedure } from '$lib/core';
import { plainDate } from '$lib/shared/dates';

/** A charge as it is typed. */
export interface ChargeText {
  /** Its number in the record that the form began from: what the form does not show is kept by it. */
  of: number | null;
  number: string;
  offence: string;
  provision: string;
  when: string;
  place: string;
  aggravations: string;
  plea: Plea | '';
}

/** An earlier disposal as it is typed. */
export interface PreviousText {
  sentenced: string;
  court: string;
  offence: string;
  disposal: string;
  outcome: string;
  libelled: boolean;
}

/** A case as it is typed: every date as the person wrote it, until the form is finished. */
export interface CaseText {
  reference: string;
  forenames: string;
  surname: string;
  knownAs: string;
  pronouns: string;
  born: string;
  sex: string;
  address: string;
  addressNote: string;
  phone: string;
  chsNumber: string;
  localNumber: string;
  solicitor: string;
  interpreter: string;
  communication: string;
  court: string;
  sheriffdom: string;
  /** Empty until it is chosen: nothing is filled in that nobody said. */
  procedure: Procedure | '';
  judge: string;
  pfReference: string;
  courtReference: string;
  convictedOn: string;
  reportOrderedOn: string;
  dietDay: string;
  dietTime: string;
  dueDay: string;
  dueTime: string;
  standing: PersonStanding | '';
  standingNote: string;
  alsoBeforeTheCourt: string;
  alerts: string;
  stopList: string;
  charges: ChargeText[];
  previous: PreviousText[];
}

/** The fields that are lines of text, and nothing else. */
export type LineName = {
  [Name in keyof CaseText]: CaseText[Name] extends string
    ? string extends CaseText[Name]
      ? Name
      : never
    : never;
}[keyof CaseText];

/** What each field is called. */
export const fieldNames = {
  reference: 'Our reference',
  forenames: 'Forenames',
  surname: 'Surname',
  knownAs: 'Known as',
  pronouns: 'Words the person uses',
  born: 'Date of birth',
  sex: 'Sex, as the court recorded it',
  address: 'Address',
  addressNote: 'What the address is',
  phone: 'Telephone',
  chsNumber: 'Criminal history number',
  localNumber: 'Our number for the person',
  solicitor: 'Solicitor and firm',
  interpreter: 'Interpreter: language',
  communication: 'What helps the person follow and speak',
  court: 'Court',
  sheriffdom: 'Sheriffdom',
  procedure: 'Procedure',
  judge: 'Sheriff or judge',
  pfReference: 'Procurator fiscal’s reference',
  courtReference: 'Court’s reference',
  convictedOn: 'Plea or verdict',
  reportOrderedOn: 'Report ordered',
  dietDay: 'Next diet',
  dietTime: 'Time of the diet',
  dueDay: 'Report due',
  dueTime: 'Time the report is due',
  standing: 'How the person stands meanwhile',
  standingNote: 'Bail conditions, or where the person is held',
  alsoBeforeTheCourt: 'What else is before the court',
  alerts: 'Alerts',
  stopList: 'Words never to be printed',
  charges: 'Charges',
  previous: 'Previous convictions',
} satisfies Record<keyof CaseText, string>;

export function blankCharge(number: number): ChargeText {
  return {
    of: null,
    number: String(number),
    offence: '',
    provision: '',
    when: '',
    place: '',
    aggravations: '',
    plea: '',
  };
}

export function blankPrevious(): PreviousText {
  return { sentenced: '', court: '', offence: '', disposal: '', outcome: '', libelled: true };
}

const blank: CaseText = {
  reference: '',
  forenames: '',
  surname: '',
  knownAs: '',
  pronouns: '',
  born: '',
  sex: '',
  address: '',
  addressNote: '',
  phone: '',
  chsNumber: '',
  localNumber: '',
  solicitor: '',
  interpreter: '',
  communication: '',
  court: '',
  sheriffdom: '',
  procedure: '',
  judge: '',
  pfReference: '',
  courtReference: '',
  convictedOn: '',
  reportOrderedOn: '',
  dietDay: '',
  dietTime: '',
  dueDay: '',
  dueTime: '',
  standing: '',
  standingNote: '',
  alsoBeforeTheCourt: '',
  alerts: '',
  stopList: '',
  charges: [],
  previous: [],
};

/** A new case, before anything is known but the court the person works at. */
export function newText(court: string, sheriffdom: string): CaseText {
  return { ...blank, court, sheriffdom, charges: [blankCharge(1)], previous: [] };
}

/** Writes a case as it would be typed. */
export function textOf({ reference, case: held }: CaseRecord): CaseText {
  const { person } = held;
  const day = (iso: string | null) => (iso ? plainDate(iso) : '');
  return {
    reference,
    forenames: person.forenames,
    surname: person.surname,
    knownAs: person['known-as'] ?? '',
    pronouns: person.pronouns ?? '',
    born: day(person.born),
    sex: person.sex ?? '',
    address: person.address.join('\n'),
    addressNote: person['address-note'] ?? '',
    phone: person.phone ?? '',
    chsNumber: person['chs-number'] ?? '',
    localNumber: person['local-number'] ?? '',
    solicitor: person.solicitor ?? '',
    interpreter: person.interpreter ?? '',
    communication: person.communication ?? '',
    court: held.court,
    sheriffdom: held.sheriffdom ?? '',
    procedure: held.procedure,
    judge: held.judge ?? '',
    pfReference: held['pf-reference'] ?? '',
    courtReference: held['court-reference'] ?? '',
    convictedOn: day(held['convicted-on']),
    reportOrderedOn: day(held['report-ordered-on']),
    dietDay: day(held.diet),
    dietTime: held.diet?.slice(11, 16) ?? '',
    dueDay: day(held.due),
    dueTime: held.due?.slice(11, 16) ?? '',
    standing: held.standing,
    standingNote: held['standing-note'] ?? '',
    alsoBeforeTheCourt: held['also-before-the-court'] ?? '',
    alerts: held.alerts.join('\n'),
    stopList: held['stop-list'].join('\n'),
    charges: held.charges.map(
      ({ number, offence, provision, when, place, aggravations, plea }) => ({
        of: number,
        number: String(number),
        offence,
        provision,
        when,
        place: place ?? '',
        aggravations: aggravations.join('; '),
        plea,
      }),
    ),
    previous: held.previous.map((one) => ({
      ...one,
      sentenced: plainDate(one.sentenced),
      outcome: one.outcome ?? '',
    })),
  };
}

/** The equality answers of a case, which this form neither shows nor changes. */
export type EqualityAnswers = Pick<
  Case['person'],
  'ethnic-group' | 'disability' | 'care-experienced' | 'employment'
>;
