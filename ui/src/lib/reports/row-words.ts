import type { Choice, Form, TableColumn, TableRow } from '$lib/core';
import { plainDate } from '$lib/shared/dates';
import type { Answers } from './answers';

/** A numbered source that the text can cite. */
export interface Source {
  number: number;
  words: string;
}

/** Gives the words of a choice; a code that the form does not know stands for itself. */
export function labelOf(options: readonly Choice[], code: string): string {
  return options.find((option) => option.code === code)?.label ?? code;
}

/** Gives what a cell says, in words. */
export function cellWords(column: TableColumn, row: TableRow): string {
  const text = row[column.id]?.trim() ?? '';
  if (text === '') return '';
  switch (column.cell) {
    case 'choice':
      return labelOf(column.options, text);
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? plainDate(text) : text;
    case 'yes-no':
      return `${column.label}: ${text}`;
    case 'number':
      return `${text} ${column.label.toLowerCase()}`;
    case 'words':
      return text;
  }
}

/** The sources of a report in the order of its list: their place in it is the number cited. */
export function sourcesOf(form: Form, answers: Answers): Source[] {
  const question = form.section
    .flatMap((section) => section.question)
    .find(({ id }) => id === 'sources');
  const answer = answers['sources'];
  if (question?.answer.kind !== 'table' || answer?.kind !== 'table') return [];
  const { columns } = question.answer;
  return answer.rows.map((row, at) => {
    const said = columns.slice(0, 3).map((column) => cellWords(column, row));
    return { number: at + 1, words: said.filter(Boolean).join(' · ') || 'Nothing entered yet' };
  });
}
