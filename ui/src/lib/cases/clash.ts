import { personStandingNames, pleaNames, procedureNames } from '$lib/core';
import { threeWay, type Merged } from '$lib/shared/three-way';
import { fieldNames, type CaseText } from './case-text';

export type FieldName = keyof CaseText;

const isField = (name: string): name is FieldName => Object.hasOwn(fieldNames, name);
const fields = Object.keys(fieldNames).filter(isField);

/** Puts what two people typed together, field by field. */
export function together(
  base: CaseText,
  ours: CaseText,
  theirs: CaseText,
): Merged<CaseText, FieldName> {
  return threeWay(fields, base, ours, theirs);
}

/** Gives a text with these fields as another has them. */
export function withTheirs(
  ours: CaseText,
  theirs: CaseText,
  taken: readonly FieldName[],
): CaseText {
  const chosen = Object.fromEntries(taken.map((field) => [field, theirs[field]]));
  return { ...ours, ...chosen };
}

/** Writes a field so that two versions can be read side by side. */
export function fieldWords(text: CaseText, field: FieldName): string {
  const words = {
    ...text,
    procedure: text.procedure && procedureNames[text.procedure],
    standing: text.standing && personStandingNames[text.standing],
    charges: text.charges
      .map(
        ({ number, offence, when, plea }) =>
          `${number} ${offence}, ${when}: ${plea && pleaNames[plea]}`,
      )
      .join('\n'),
    previous: text.previous
      .map(({ sentenced, offence, disposal }) => `${sentenced}: ${offence} – ${disposal}`)
      .join('\n'),
  }[field];
  return words || 'Not known';
}
