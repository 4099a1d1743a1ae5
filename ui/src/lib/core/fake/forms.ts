import type { Form, Question } from '../wire';

const question = (id: string, label: string, more: Partial<Question> = {}): Question => ({
  id,
  label,
  prompts: [],
  wanted: 'to-sign',
  answer: { kind: 'narrative' },
  restricted: false,
  'asked-if': null,
  ...more,
});

const section = (
  id: string,
  number: string,
  title: string,
  questions: Question[],
  guide: [number, number] | null = null,
) => ({
  id,
  number,
  title,
  guidance: null,
  'keep-out': [],
  'guide-words': guide,
  question: questions,
});

/** A short form with a question of every kind. */
export const jswr: Form = {
  id: 'jswr-2023',
  edition: '2026.1',
  name: 'Justice social work report',
  'short-name': 'JSWR',
  purpose: 'Tells the court about the person and the options open to it.',
  used: 'From 2023',
  unverified:
    'The published template was not seen: the order of sections follows the guidance [?].',
  authority: 'CP95 s.201, s.203',
  recipients: 'The court, the person’s solicitor and the person',
  section: [
    section('basis', '1', 'Basis of the report', [
      question('who', 'Person', { answer: { kind: 'from-case', shows: 'person' } }),
      question('interviews', 'Interviews', {
        answer: {
          kind: 'table',
          columns: [
            { id: 'on', label: 'Date', cell: 'date', optional: false, options: [], share: 20 },
            { id: 'place', label: 'Where', cell: 'words', optional: false, options: [], share: 50 },
            { id: 'kept', label: 'Kept', cell: 'yes-no', optional: true, options: [], share: 15 },
          ],
        },
      }),
      question('sources', 'Sources', {
        prompts: ['Number each source: the report cites them by number.'],
      }),
    ]),
    section(
      'offence',
      '2',
      'The offence',
      [
        question('charges', 'Charges', { answer: { kind: 'from-case', shows: 'charges' } }),
        question('account', 'The person’s account and attitude', {
          prompts: [
            'What did the person say happened, in their words?',
            'What do they think of it now?',
          ],
        }),
        question('alcohol', 'Had the person been drinking?', { answer: { kind: 'yes-no' } }),
      ],
      [250, 400],
    ),
    section(
      'circumstances',
      '4',
      'Personal and social circumstances',
      [
        question('circumstances', 'Circumstances', {
          prompts: ['Housing', 'Education, training or work', 'Family and relationships', 'Health'],
        }),
        question('health', 'Health known to the court', { wanted: 'if-any', restricted: true }),
      ],
      [350, 500],
    ),
    section(
      'risk',
      '5',
      'Risk and need',
      [
        question('level', 'Level of risk and need', {
          answer: {
            kind: 'choice',
            options: [
              { code: 'low', label: 'Low' },
              { code: 'medium', label: 'Medium' },
              { code: 'high', label: 'High' },
            ],
          },
        }),
        question('harm', 'Risk of serious harm', {
          prompts: ['Say what could happen, to whom, and when.'],
        }),
      ],
      [200, 350],
    ),
    section('options', '6', 'Options for the court', [
      question('considered', 'Options considered', {
        answer: {
          kind: 'choices',
          options: [
            { code: 'cpo', label: 'Community payback order' },
            { code: 'rlo', label: 'Restriction of liberty order' },
            { code: 'fine', label: 'Fine' },
          ],
        },
      }),
      question('hours', 'Unpaid work the person could do in a week', {
        answer: { kind: 'number', unit: 'hours' },
        wanted: 'if-any',
      }),
      question('review', 'Date proposed for a review', {
        answer: { kind: 'date' },
        wanted: 'if-any',
      }),
      question('title', 'One line for the court', { answer: { kind: 'line' } }),
    ]),
  ],
};
