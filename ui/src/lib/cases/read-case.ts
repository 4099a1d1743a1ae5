import type { Case, NewCase } from '$lib/core';
import { readDate } from '$lib/shared/dates';
import { readTime } from '$lib/shared/times';
import { fieldNames, type CaseText, type EqualityAnswers } from './case-text';

/** Something to put right, and the id of the box it is about. */
export interface Problem {
  field: string;
  says: string;
}

/** A form read: the case it says, and what could not be read. */
export interface ReadCase {
  made: NewCase;
  problems: Problem[];
}

const asked = {
  'ethnic-group': null,
  disability: null,
  'care-experienced': null,
  employment: null,
} satisfies EqualityAnswers;

/**
 * Reads the form. It asks only for what a case cannot be found again without, and for dates it can
 * read; whatever else is blank is not known. What the form does not show is taken from `before`.
 */
export function readCase(text: CaseText, today: string, before: Case | null): ReadCase {
  const reader = new Reader(today);
  const person = {
    ...asked,
    ...before?.person,
    forenames: text.forenames.trim(),
    surname: reader.needed('surname', text.surname, 'Enter the person’s surname'),
    'known-as': known(text.knownAs),
    pronouns: known(text.pronouns),
    born: reader.born(text.born),
    sex: known(text.sex),
    address: lines(text.address),
    'address-note': known(text.addressNote),
    phone: known(text.phone),
    'chs-number': known(text.chsNumber),
    'local-number': known(text.localNumber),
    solicitor: known(text.solicitor),
    interpreter: known(text.interpreter),
    communication: known(text.communication),
  };
  const reference = reader.needed('reference', text.reference, 'Enter our reference for the case');
  const made: Case = {
    person,
    court: reader.needed('court', text.court, 'Enter the court'),
    sheriffdom: known(text.sheriffdom),
    procedure: reader.chosen('procedure', text.procedure, 'Choose the procedure', 'summary'),
    judge: known(text.judge),
    'pf-reference': known(text.pfReference),
    'court-reference': known(text.courtReference),
    'convicted-on': reader.day('convictedOn', text.convictedOn),
    'report-ordered-on': reader.day('reportOrderedOn', text.reportOrderedOn),
    diet: reader.moment('diet', text.dietDay, text.dietTime, 'of the diet'),
    due: reader.moment('due', text.dueDay, text.dueTime, 'the report is due'),
    standing: reader.chosen(
      'standing',
      text.standing,
      'Choose how the person stands meanwhile',
      'ordained',
    ),
    'standing-note': known(text.standingNote),
    'also-before-the-court': known(text.alsoBeforeTheCourt),
    charges: reader.charges(text, before),
    previous: reader.previous(text),
    alerts: lines(text.alerts),
    'stop-list': lines(text.stopList),
    recorded: before?.recorded ?? {},
    week: before?.week ?? [],
  };
  return { made: { reference, case: made }, problems: reader.problems };
}

function known(text: string): string | null {
  return text.trim() || null;
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

class Reader {
  problems: Problem[] = [];
  #today: string;

  constructor(today: string) {
    this.#today = today;
  }

  needed(field: string, text: string, says: string): string {
    if (text.trim() === '') this.#problem(field, says);
    return text.trim();
  }

  /** A choice that somebody must make; `otherwise` only fills the place while the form is refused. */
  chosen<Value extends string>(
    field: string,
    value: Value | '',
    says: string,
    otherwise: Value,
  ): Value {
    if (value !== '') return value;
    this.#problem(field, says);
    return otherwise;
  }

  day(field: keyof typeof fieldNames, text: string): string | null {
    return this.#day(field, text, fieldNames[field]);
  }

  born(text: string): string | null {
    const born = this.day('born', text);
    if (born && born > this.#today) {
      this.#problem('born', 'Date of birth must not be later than today');
    }
    return born;
  }

  moment(field: 'diet' | 'due', dayText: string, timeText: string, what: string): string | null {
    const day = this.#day(`${field}Day`, dayText, fieldNames[`${field}Day`]);
    const time = readTime(timeText);
    if (timeText.trim() !== '' && time === null) {
      this.#problem(`${field}Time`, `Enter the time ${what}, such as 10:00, 9.30 or noon`);
    } else if (dayText.trim() !== '' && time === null) {
      this.#problem(`${field}Time`, `Enter the time ${what}`);
    } else if (dayText.trim() === '' && time !== null) {
      this.#problem(`${field}Day`, `Enter the date ${what}, or take the time out`);
    }
    return day && time ? `${day}T${time}:00` : null;
  }

  charges({ charges }: CaseText, before: Case | null): Case['charges'] {
    return charges.flatMap((charge, at) => {
      const rest = [
        charge.offence,
        charge.provision,
        charge.when,
        charge.place,
        charge.aggravations,
      ];
      if (rest.every((text) => text.trim() === '')) return [];
      const number = Number(charge.number);
      if (!Number.isInteger(number) || number < 1) {
        this.#problem(`charge-${at}-number`, `Enter the number of charge ${at + 1}, such as 1`);
      }
      const offence = this.needed(
        `charge-${at}-offence`,
        charge.offence,
        `Enter the offence of charge ${charge.number || at + 1}`,
      );
      return {
        number,
        offence,
        provision: charge.provision.trim(),
        when: charge.when.trim(),
        place: known(charge.place),
        aggravations: lines(charge.aggravations.replace(/;/g, '\n')),
        plea: this.chosen(
          `charge-${at}-plea`,
          charge.plea,
          `Choose the plea or verdict of charge ${charge.number || at + 1}`,
          'guilty',
        ),
        recorded: before?.charges.find((one) => one.number === charge.of)?.recorded ?? {},
      };
    });
  }

  previous({ previous }: CaseText): Case['previous'] {
    return previous.flatMap((one, at) => {
      const texts = [one.sentenced, one.court, one.offence, one.disposal, one.outcome];
      if (texts.every((text) => text.trim() === '')) return [];
      const field = `previous-${at}-sentenced`;
      const what = `Date of previous conviction ${at + 1}`;
      const sentenced = this.#day(field, one.sentenced, what);
      if (one.sentenced.trim() === '') {
        this.#problem(field, `Enter the date of sentence of previous conviction ${at + 1}`);
      }
      return {
        sentenced: sentenced ?? this.#today,
        court: one.court.trim(),
        offence: one.offence.trim(),
        disposal: one.disposal.trim(),
        outcome: known(one.outcome),
        libelled: one.libelled,
      };
    });
  }

  #day(field: string, text: string, what: string): string | null {
    if (text.trim() === '') return null;
    const day = readDate(text, this.#today);
    if (day === null) this.#problem(field, `${what}: enter a date such as 27 3 2026, fri or +10d`);
    return day;
  }

  #problem(field: string, says: string): void {
    this.problems.push({ field: `case-${field}`, says });
  }
}
