import type { Answer, AskedIf, Draft } from '$lib/core';
import { plain } from './rich-text';

/** The answers of a draft, by question. */
export type Answers = Draft['answers'];

/** Whether a question is asked, given the answers before it. */
export function isAsked(condition: AskedIf | null, answers: Answers): boolean {
  if (!condition) return true;
  const answer = answers[condition.question];
  if (answer?.kind === 'yes-no') return condition.is === (answer.yes ? 'yes' : 'no');
  return answer?.kind === 'choice' && condition.is === answer.code;
}

/** Whether nothing has been said: such an answer is cleared rather than kept. */
export function isBlank(answer: Answer): boolean {
  switch (answer.kind) {
    case 'narrative':
      return plain(answer.text).trim() === '';
    case 'line':
      return answer.text.trim() === '';
    case 'choice':
      return answer.code === '';
    case 'choices':
      return answer.codes.length === 0;
    case 'table':
      return answer.rows.length === 0;
    case 'number':
    case 'date':
    case 'yes-no':
    case 'not-known':
      return false;
  }
}

/** Every word the author wrote in an answer. */
export function wordsOf(answer: Answer): string {
  switch (answer.kind) {
    case 'narrative':
      return plain(answer.text);
    case 'line':
      return answer.text;
    case 'yes-no':
      return answer.note;
    case 'table':
      return answer.rows.flatMap((row) => Object.values(row)).join('\n');
    case 'not-known':
      return answer.why;
    case 'number':
    case 'date':
    case 'choice':
    case 'choices':
      return '';
  }
}

/** How many words there are. */
export function countWords(words: string): number {
  return words.split(/\s+/).filter(Boolean).length;
}
