import type { Lack, QuestionId } from '$lib/core';

const fields = '[role="textbox"], input, select, textarea, summary, button';

/** Leaves the field that has the focus, so that it gives what was typed before it goes away. */
export function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Takes the focus to a question; to the very cell, where a fault names one. */
export function focusQuestion(question: QuestionId, lack?: Lack): void {
  const questions = [...document.querySelectorAll<HTMLElement>('[data-question]')];
  const place = questions.find((one) => one.dataset['question'] === question);
  const row = lack && 'row' in lack ? place?.querySelector(`[data-row="${lack.row}"]`) : null;
  if (row instanceof HTMLDetailsElement) row.open = true;
  const cells = [...(row?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
  const named = lack?.why === 'cell' ? lack.column : null;
  const cell = cells.find((one) => one.dataset['column'] === named) ?? cells[0];
  firstField(cell ?? place)?.focus();
  (cell ?? place)?.scrollIntoView({ block: 'nearest' });
}

function firstField(place: Element | null | undefined): HTMLElement | undefined {
  return [...(place?.querySelectorAll<HTMLElement>(fields) ?? [])].find(
    (field) => !field.closest('.prompts'),
  );
}
