import { personStandingNames, procedureNames, type CaseRecord } from '$lib/core';
import { longDate, plainDate, wholeYears } from '$lib/shared/dates';

type Facts = [name: string, value: string][];

/** What a report prints of the person, in its order. No telephone and no equality answer is in it. */
export function personFacts({ reference, case: { person, diet } }: CaseRecord): Facts {
  const age = person.born && diet ? wholeYears(person.born, diet) : null;
  const born = person.born ? plainDate(person.born) : 'Not known';
  return given([
    ['Name', `${person.forenames} ${person.surname}`],
    ['Known as', person['known-as']],
    ['Date of birth', age === null ? born : `${born} (aged ${age} at the hearing)`],
    ['Address', person.address.join(', ') || 'Not known'],
    ['Kind of address', person['address-note']],
    ['Criminal history number', person['chs-number']],
    ['Reference', reference],
    ['Solicitor', person.solicitor],
    ['Interpreter', person.interpreter],
    ['Communication', person.communication],
  ]);
}

/** What a report prints of the court and the diet. */
export function courtFacts({ case: about }: CaseRecord): Facts {
  const standing = personStandingNames[about.standing];
  const note = about['standing-note'];
  return given([
    ['Court', about.court],
    ['Sheriffdom', about.sheriffdom],
    ['Procedure', procedureNames[about.procedure]],
    ['Judge', about.judge],
    ['Procurator fiscal’s reference', about['pf-reference']],
    ['Court’s reference', about['court-reference']],
    ['Date of conviction', about['convicted-on'] && longDate(about['convicted-on'])],
    ['Report ordered', about['report-ordered-on'] && longDate(about['report-ordered-on'])],
    ['Hearing', about.diet ? `${longDate(about.diet)}, ${about.diet.slice(11, 16)}` : 'Not known'],
    ['The person is', note ? `${standing}: ${note}` : standing],
    ['Also before the court', about['also-before-the-court']],
  ]);
}

function given(facts: [string, string | null][]): Facts {
  return facts.flatMap(([name, value]) => (value ? [[name, value]] : []));
}
