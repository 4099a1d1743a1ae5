// What is complete in a draft: as the casework crate has it, for the fake only.
import type { Answer, Case, Completeness, Draft, Form, Lack, Question, Section } from '../wire';

type Answers = Draft['answers'];

/** Tells how answers stand against a form. */
export function completenessOf(form: Form, answers: Answers, about: Case): Completeness {
  const parts = form.section.map((section) => {
    const flaws = asked(section, answers).flatMap((question) =>
      lacks(question, answers[question.id], about).map((lack) => ({
        section: section.id,
        question: question.id,
        lack,
      })),
    );
    return { section, flaws };
  });
  return {
    flaws: parts.flatMap(({ flaws }) => flaws),
    sections: parts.map(({ section, flaws }) => {
      const written = section.question.flatMap(({ id }) => answers[id] ?? []);
      const facts = section.question.some(({ answer }) => answer.kind === 'from-case');
      const clear = written.length > 0 || facts ? 'complete' : 'not-needed';
      const begun = written.length > 0 ? 'started' : 'not-started';
      return {
        section: section.id,
        standing: flaws.length === 0 ? clear : begun,
        flaws: flaws.length,
        words: written.map(wordsIn).join(' ').split(/\s+/).filter(Boolean).length,
      };
    }),
  };
}

function asked(section: Section, answers: Answers): Question[] {
  return section.question.filter(({ 'asked-if': condition }) => {
    if (!condition) return true;
    const earlier = answers[condition.question];
    if (earlier?.kind === 'yes-no') return condition.is === (earlier.yes ? 'yes' : 'no');
    return earlier?.kind === 'choice' && earlier.code === condition.is;
  });
}

function lacks(question: Question, answer: Answer | undefined, about: Case): Lack[] {
  if (question.answer.kind === 'from-case') return [];
  if (answer?.kind === 'not-known' && answer.why.trim() === '') return [{ why: 'no-reason' }];
  if (!answer) return question.wanted === 'to-sign' ? [{ why: 'missing' }] : [];
  const said = wordsIn(answer).toLowerCase();
  const stopped = about['stop-list'].some((word) => said.includes(word.toLowerCase()));
  const rows = answer.kind === 'table' ? tableLacks(question, answer.rows) : [];
  return [...rows, ...(stopped ? [{ why: 'stop-word' } as const] : [])];
}

function tableLacks(question: Question, rows: Record<string, string>[]): Lack[] {
  const columns = question.answer.kind === 'table' ? question.answer.columns : [];
  return rows.flatMap((row, at) => [
    ...columns
      .filter(({ id, optional }) => !optional && !row[id]?.trim())
      .map(({ label }) => ({ why: 'cell', row: at + 1, column: label }) as const),
    ...(row['option'] && row['suitable']?.startsWith('suitable') && row['consent'] === 'refused'
      ? [{ why: 'option-unsupported', row: at + 1 } as const]
      : []),
  ]);
}

function wordsIn(answer: Answer): string {
  switch (answer.kind) {
    case 'narrative':
      return answer.text
        .flatMap((block) => {
          if (block.block === 'sub-heading') return [block.text];
          const lines = block.block === 'list' ? block.items : [block.spans];
          return lines.map((spans) => spans.map(({ text }) => text).join(''));
        })
        .join('\n');
    case 'line':
      return answer.text;
    case 'yes-no':
      return answer.note;
    case 'table':
      return answer.rows.flatMap((row) => Object.values(row)).join('\n');
    case 'not-known':
      return answer.why;
    default:
      return '';
  }
}
