// A case as the law asks about it, of the invented cases. What the core draws from a record is more,
// and read more warily.
import type { Commands } from '../core';
import type { CasePerson, CaseRecord, Charge, Facts, FactValue } from '../wire';
import { answer, missing } from './answer';
import { listedName } from './people';
import { councils, courts, facts as declared } from './sources';

type Acts = Pick<Commands, 'caseLaw' | 'recordFacts' | 'putInReport'>;
type Casework = Pick<Commands, 'casePage' | 'saveCase'>;

type Drawn = readonly [fact: string, value: FactValue, from: string];

const choice = (value: string): FactValue => ({ kind: 'choice', value });

function drawnFrom({ case: held }: CaseRecord, charge: Charge | null): Drawn[] {
  const drawn: Drawn[] = [
    ['court', choice(held.procedure === 'solemn' ? 'SO' : 'SS'), 'Court and procedure'],
  ];
  const { born } = held.person;
  if (born) drawn.push(['date_of_birth', { kind: 'date', value: born }, 'Date of birth']);
  if (!charge) return drawn;
  const from = (part: string) => `Charge ${charge.number}, ${part}`;
  drawn.push(['plea', choice('guilty'), from('plea or verdict')]);
  drawn.push(['outcome', choice('convicted'), from('plea or verdict')]);
  const day = /^3 March 2026$/.test(charge.when) ? '2026-03-03' : null;
  if (day) drawn.push(['offence_date', { kind: 'date', value: day }, from('when')]);
  const common = /^common law$/i.test(charge.provision);
  drawn.push(['common_law', { kind: 'flag', value: common }, from('provision')]);
  return drawn;
}

/** The person as the directory asks. */
function personOf({ case: { court, person } }: CaseRecord): CasePerson {
  return {
    sex: person.sex?.toLowerCase() ?? null,
    council: councils.find(({ name }) => person.address.includes(name))?.id ?? null,
    court: courts.find(({ name }) => name === court)?.id ?? null,
  };
}

/** The acts, upon the cases that the casework fake holds. */
export function caseLawCommands(casework: Casework): Acts {
  const recordOf = async (id: string) => {
    const told = await casework.casePage(id);
    return told.status === 'ok' ? told.data : null;
  };
  const chargeOf = ({ case: { charges } }: CaseRecord, number: number | null) =>
    charges.find((one) => number === null || one.number === number) ?? null;

  return {
    caseLaw: async (id, number) => {
      const page = await recordOf(id);
      if (!page) return missing();
      const { record } = page;
      const charge = chargeOf(record, number);
      if (number !== null && !charge) return missing();
      const drawn = drawnFrom(record, charge);
      const fromRecord = Object.fromEntries(drawn.map(([fact, value]) => [fact, value]));
      return answer({
        case: id,
        rev: record.rev,
        name: listedName(record),
        reference: record.reference,
        charges: record.case.charges.map((one) => ({
          number: one.number,
          line: `${one.offence}, ${one.when}`,
        })),
        charge: charge?.number ?? null,
        facts: { ...record.case.recorded, ...charge?.recorded, ...fromRecord },
        drawn: drawn.map(([fact, , from]) => ({ fact, from })),
        drafts: page.reports
          .filter(({ issued }) => !issued)
          .map((row) => ({ report: row.id, form: row['form-name'], 'takes-options': true })),
        week: record.case.week,
        person: personOf(record),
      });
    },
    recordFacts: async (id, rev, number, facts, week) => {
      const page = await recordOf(id);
      if (!page) return missing();
      const { record } = page;
      if (record.rev !== rev) return answer({ outcome: 'conflict', theirs: record });
      const charge = chargeOf(record, number);
      const drawn = new Set(drawnFrom(record, charge).map(([fact]) => fact));
      const ofCharge = new Set(
        declared.filter(({ group }) => group === 'charge').map((fact) => fact.id),
      );
      const part = (wanted: (fact: string) => boolean): Facts =>
        Object.fromEntries(
          Object.entries(facts).filter(([fact]) => !drawn.has(fact) && wanted(fact)),
        );
      return casework.saveCase({
        ...record,
        case: {
          ...record.case,
          recorded: part((fact) => !charge || !ofCharge.has(fact)),
          charges: record.case.charges.map((one) =>
            one === charge ? { ...one, recorded: part((fact) => ofCharge.has(fact)) } : one,
          ),
          week,
        },
      });
    },
    putInReport: (report, options) =>
      answer({ report, question: 'options-considered', added: options.length, rev: 2 }),
  };
}
