/** The sections of the form, in their order. */
export const sections = [
  { id: 'what', title: 'What it is' },
  { id: 'whom', title: 'Who it takes' },
  { id: 'where', title: 'Where' },
  { id: 'works-with', title: 'Orders, groups, outcomes' },
  { id: 'referrals', title: 'Referrals now' },
  { id: 'refer', title: 'How to refer and contact' },
  { id: 'practical', title: 'Where, when, how long, cost' },
  { id: 'access', title: 'Access and languages' },
  { id: 'source', title: 'Evidence and source' },
] as const;

/** Goes to a section's heading. */
export function goToSection(id: string): void {
  const heading = document.getElementById(`section-${id}-title`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** Goes to the section after or before the one that has the focus. */
export function stepSection(by: 1 | -1): void {
  const here = document.activeElement?.closest('fieldset[id^="section-"]')?.id ?? '';
  const at = sections.findIndex(({ id }) => `section-${id}` === here);
  const to = at < 0 ? (by > 0 ? 0 : sections.length - 1) : at + by;
  const next = sections[Math.max(0, Math.min(sections.length - 1, to))];
  if (next) goToSection(next.id);
}
