// Reports of the fake core: the edition's own form, and the demonstration's own case.
import { demonstration, forms } from 'virtual:edition-sources';
import type { Commands } from '../core';
import type { Answer, CaseRecord, Draft, Form, Issued, RichText } from '../wire';
import { answer, missing } from './answer';
import { completenessOf } from './completeness';
import { paper } from './paper';
import { id } from './people';

/** The forms of the edition, with what its sources leave out filled in. */
export const wholeForms: Form[] = forms.map((form) => ({
  ...form,
  unverified: form.unverified ?? null,
  section: form.section.map((section) => ({
    id: section.id,
    number: section.number ?? '',
    title: section.title,
    guidance: section.guidance ?? null,
    'keep-out': section['keep-out'] ?? [],
    'guide-words': section['guide-words'] ?? null,
    question: (section.question ?? []).map((question) => ({
      id: question.id,
      label: question.label,
      prompts: question.prompts ?? [],
      wanted: question.wanted,
      answer:
        question.answer.kind === 'table'
          ? {
              kind: 'table' as const,
              columns: question.answer.columns.map((column) => ({
                ...column,
                optional: column.optional ?? false,
                options: column.options ?? [],
                share: column.share ?? null,
                'keeps-from-person': column['keeps-from-person'] ?? false,
              })),
            }
          : question.answer,
      restricted: question.restricted ?? false,
      'asked-if': question['asked-if'] ?? null,
      role: question.role ?? null,
    })),
  })),
}));

const [first] = wholeForms.filter(({ id: form }) => form === 'jswr-2023');
if (!first) throw new Error('the edition has no form');
/** The form of every draft of the fake. */
export const jswr = first;

const author = {
  name: 'Isla Specimen',
  role: 'Social worker, justice',
  registration: 'DEMO-SSSC-0001',
  office: ['Inverbrae Justice Social Work', '1 Example Street', 'Inverbrae ZZ9 9ZZ'],
};

const instant = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

const prose = (words: string): RichText =>
  words
    .trim()
    .split('\n\n')
    .map((text) => ({
      block: 'paragraph',
      spans: [{ text, strong: false, emphasis: false, source: null }],
    }));

/** The demonstration's first case, with its report as it was finished. */
const told = demonstration.report[0];
const whole: Draft['answers'] = {
  ...Object.fromEntries(
    Object.entries(told?.narrative ?? {}).map(([question, words]) => [
      question,
      { kind: 'narrative', text: prose(words) },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(told?.answers ?? {}).map(([question, given]) => [
      question,
      given.kind === 'yes-no' ? { ...given, note: given.note ?? '' } : given,
    ]),
  ),
};

/** A case that stands in no list: its reports are reached by their address. */
const kieran: CaseRecord = {
  id: id(1, 90),
  rev: 4,
  reference: demonstration.reference,
  case: {
    ...demonstration.case,
    'court-reference': null,
    person: { ...demonstration.case.person, interpreter: null },
    charges: demonstration.case.charges.map((charge) => ({
      ...charge,
      place: charge.place ?? null,
      aggravations: charge.aggravations ?? [],
    })),
    previous: demonstration.case.previous.map((row) => ({ ...row, outcome: row.outcome ?? null })),
  },
};

const words = (text: string): Answer => ({ kind: 'narrative', text: prose(text) });

const issued: Issued = {
  id: id(5, 8),
  at: instant(60 * 24),
  by: 'Isla Specimen',
  digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  pages: 6,
};

/** The draft that somebody else writes to first, and the one that finds the disk full. */
const disputed = 6;
const refused = 7;

/** Drafts of every standing: begun, blank, with planted faults, complete, issued, and in trouble. */
export function firstDrafts(): Draft[] {
  const draft = (number: number, about: string, answers: Draft['answers']): Draft => ({
    id: id(2, number),
    case: about,
    form: jswr.id,
    'form-edition': jswr.edition,
    author,
    rev: 14,
    'saved-at': instant(25),
    issued: null,
    answers,
  });
  const { pattern: _pattern, conclusion: _conclusion, ...most } = whole;
  return [
    draft(1, id(1, 1), {
      'offence-account': words(
        'She told me that she had argued with a friend outside and accepts that she struck her once.',
      ),
      home: words('She told me she has held her tenancy since May.'),
      'explained-to-person': { kind: 'yes-no', yes: false, note: 'She asked for more time.' },
    }),
    { ...draft(2, id(1, 2), {}), rev: 1 },
    draft(3, kieran.id, {
      ...most,
      'offence-impact': { kind: 'not-known', why: '' },
      plan: {
        kind: 'table',
        rows: [
          { aim: 'To drink less', action: 'Alcohol work, weekly', who: 'Alcohol worker' },
          { aim: 'To give his weekends some structure', when: 'By January 2027; club joined' },
        ],
      },
    }),
    draft(4, kieran.id, whole),
    { ...draft(5, kieran.id, whole), issued },
    draft(disputed, kieran.id, whole),
    draft(refused, kieran.id, whole),
  ];
}

/** The record that a draft is about. */
export const recordOf = (draft: Draft, cases: readonly CaseRecord[]) =>
  [...cases, kieran].find((one) => one.id === draft.case);

type Acts = Pick<
  Commands,
  | 'forms'
  | 'beginReport'
  | 'openDraft'
  | 'saveAnswer'
  | 'previewReport'
  | 'issueReport'
  | 'previewIssued'
>;

/** The acts on reports, kept in memory while the page is open. */
export function reportCommands(drafts: Draft[], cases: CaseRecord[]): Acts {
  const found = (which: string) => {
    const draft = drafts.find((one) => one.id === which);
    const record = draft && recordOf(draft, cases);
    return draft && record ? { draft, record } : null;
  };
  return {
    forms: () =>
      answer(
        wholeForms.map(({ id: form, name, 'short-name': short, purpose, used, unverified }) => ({
          id: form,
          name,
          'short-name': short,
          purpose,
          used,
          unverified,
        })),
      ),
    beginReport: (about) => {
      const draft: Draft = {
        id: id(2, drafts.length + 1),
        case: about,
        form: jswr.id,
        'form-edition': jswr.edition,
        author,
        rev: 1,
        answers: {},
        'saved-at': instant(0),
        issued: null,
      };
      drafts.push(draft);
      return answer(draft);
    },
    openDraft: (which) => {
      const here = found(which);
      if (!here) return missing();
      const { draft, record } = here;
      const completeness = completenessOf(jswr, draft.answers, record.case);
      return answer({ draft: { ...draft }, form: jswr, record, completeness });
    },
    saveAnswer: (which, rev, question, given) => {
      const here = found(which);
      if (!here) return missing();
      const { draft, record } = here;
      const completeness = () => completenessOf(jswr, draft.answers, record.case);
      if (which === id(2, refused)) {
        return Promise.resolve({ status: 'error', error: { code: 'disk-full' } });
      }
      if (which === id(2, disputed) && draft.rev === rev && rev === 14) {
        draft.rev += 1;
        draft.answers = { ...draft.answers, [question]: words('Somebody else wrote this.') };
      }
      if (draft.issued) {
        return answer({ saved: { outcome: 'issued' }, completeness: completeness() });
      }
      if (draft.rev !== rev) {
        const saved = { outcome: 'conflict', theirs: { ...draft } } as const;
        return answer({ saved, completeness: completeness() });
      }
      const { [question]: _before, ...others } = draft.answers;
      draft.answers = given ? { ...others, [question]: given } : others;
      draft.rev += 1;
      draft['saved-at'] = instant(0);
      return answer({
        saved: { outcome: 'done', rev: draft.rev, at: draft['saved-at'] },
        completeness: completeness(),
      });
    },
    previewReport: () => paper(jswr.name, 6),
    issueReport: (which, rev) => {
      const here = found(which);
      if (!here) return missing();
      const { draft, record } = here;
      const completeness = completenessOf(jswr, draft.answers, record.case);
      if (completeness.flaws.length > 0) return answer({ outcome: 'not-complete', completeness });
      if (draft.rev !== rev) return answer({ outcome: 'conflict', theirs: { ...draft } });
      draft.issued = { ...issued, at: instant(0) };
      return answer({ outcome: 'issued', issued: draft.issued });
    },
    previewIssued: (issue) => paper(jswr.name, 6, issue),
  };
}
