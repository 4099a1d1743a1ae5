import type { Answer, Question } from '$lib/core';
import { longDate } from '$lib/shared/dates';
import { plain } from './rich-text';
import { cellWords, labelOf } from './row-words';

/** Gives an answer in words, for showing two beside each other. */
export function answerWords({ answer: kind }: Question, answer: Answer): string {
  const options = kind.kind === 'choice' || kind.kind === 'choices' ? kind.options : [];
  const columns = kind.kind === 'table' ? kind.columns : [];
  switch (answer.kind) {
    case 'narrative':
      return plain(answer.text).replace(/\n/g, '\n\n');
    case 'line':
      return answer.text;
    case 'number':
      return `${answer.value} ${kind.kind === 'number' ? (kind.unit ?? '') : ''}`.trim();
    case 'date':
      return longDate(answer.on);
    case 'yes-no':
      return [answer.yes ? 'Yes' : 'No', answer.note].filter(Boolean).join('. ');
    case 'choice':
      return labelOf(options, answer.code);
    case 'choices':
      return answer.codes.map((code) => labelOf(options, code)).join('\n');
    case 'table':
      return answer.rows
        .map((row) => columns.map((column) => cellWords(column, row)).filter(Boolean))
        .map((cells, at) => `${at + 1}. ${cells.join(' · ')}`)
        .join('\n');
    case 'not-known':
      return `Not known: ${answer.why}`;
  }
}
