import type { CaseLaw } from '$lib/core';

const boxes = new Map([
  ['court and procedure', 'case-court'],
  ['how the person stands meanwhile', 'case-standing'],
]);
const chargeBoxes = new Map([
  ['plea or verdict', 'plea'],
  ['when', 'when'],
  ['provision', 'provision'],
  ['aggravations', 'aggravations'],
]);

/** The box of the case's form in which a fact stands that was drawn from there; none where there is no one box. */
export function boxOf(from: string, law: CaseLaw): string | null {
  const words = from.toLowerCase();
  const charge = /^charge (\d+), (.+)$/.exec(words);
  if (charge) {
    const at = law.charges.findIndex(({ number }) => number === Number(charge[1]));
    const part = chargeBoxes.get(charge[2] ?? '');
    return at >= 0 && part ? `case-charge-${at}-${part}` : null;
  }
  if (words.startsWith('date of birth')) return 'case-born';
  if (words.startsWith('previous conviction')) return 'case-previous-0-sentenced';
  return boxes.get(words) ?? null;
}
