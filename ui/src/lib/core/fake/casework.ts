import type { Commands } from '../core';
import type {
  Answer,
  CaseRecord,
  CaseRow,
  Completeness,
  ConferenceRecord,
  ConferenceRow,
  Draft,
  MeetingType,
  Preview,
  ReportRow,
  Session,
} from '../wire';
import { addDays } from '$lib/shared/dates';
import { answer, missing } from './answer';
import { jswr } from './forms';
import type { lookUpCommands } from './look-up';
import { at, id, listedName, records, today } from './people';
import { standingCommands, type Scenario } from './standing';

type Acts = Omit<
  Commands,
  keyof ReturnType<typeof standingCommands> | keyof ReturnType<typeof lookUpCommands>
>;

const words = (text: string): Answer => ({
  kind: 'narrative',
  text: [{ block: 'paragraph', spans: [{ text, strong: false, emphasis: false, source: null }] }],
});

const instant = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

function firstDrafts(): Draft[] {
  return [
    {
      id: id(2, 1),
      case: id(1, 1),
      form: jswr.id,
      'form-edition': jswr.edition,
      rev: 14,
      'saved-at': instant(25),
      issued: null,
      answers: {
        sources: words('1 Interview on 9 November. 2 Housing letter of 5 May.'),
        account: words(
          'She told me that she had argued with a friend outside and accepts that she struck her once.',
        ),
        alcohol: { kind: 'yes-no', yes: true, note: 'Two glasses of wine, she says.' },
        circumstances: words('She told me she has held her tenancy since May.'),
      },
    },
    {
      id: id(2, 2),
      case: id(1, 2),
      form: jswr.id,
      'form-edition': jswr.edition,
      rev: 1,
      'saved-at': instant(60 * 26),
      issued: null,
      answers: {},
    },
  ];
}

const meetingType: MeetingType = {
  id: 'cpo-review-meeting',
  number: 'C14',
  name: 'Order review meeting',
  authority: 'National outcomes and standards; practice guidance',
  purpose: 'Looks at how the order is going and what should change.',
  when: 'At three months and then every six.',
  chair: 'Team leader',
  required: ['The person', 'The case manager'],
  invited: ['Unpaid work officer', 'Housing'],
  quorum: 'The chair and the case manager.',
  'person-attends': true,
  item: [
    { title: 'Welcome and sederunt', prompts: [], restricted: false },
    {
      title: 'Progress since the last meeting',
      prompts: ['What has gone well?'],
      restricted: false,
    },
    { title: 'Risk', prompts: [], restricted: true },
  ],
  papers: ['Agenda', 'Case manager’s report'],
  access: 'Everybody present reads the open papers.',
  decisions: ['Continue', 'Apply to vary'],
  minute: 'Within ten working days.',
  review: 'In six months.',
  retention: 'With the order’s file.',
  marking: 'OFFICIAL-SENSITIVE',
  unverified: [],
};

function firstConferences(): ConferenceRecord[] {
  return [
    {
      id: id(3, 1),
      rev: 5,
      conference: {
        'meeting-type': meetingType.id,
        title: 'Order review meeting',
        case: id(1, 1),
        about: 'EXAMPLE, Morag',
        starts: at(4),
        ended: null,
        place: 'Room 2 and video',
        marking: 'OFFICIAL-SENSITIVE',
        quorate: null,
        facts: [
          ['Order', 'Community payback order, 12 months'],
          ['Hours', '120, of which 46 done'],
        ],
        people: [
          {
            name: 'A. Chair',
            role: 'Team leader',
            agency: 'Inverbrae Council',
            capacity: 'chair',
            attendance: 'coming',
            method: 'in-person',
            'from-item': null,
            'to-item': null,
            note: null,
          },
          {
            name: 'Morag Example',
            role: '',
            agency: '',
            capacity: 'person',
            attendance: 'coming',
            method: 'in-person',
            'from-item': 1,
            'to-item': 2,
            note: null,
          },
          {
            name: 'J. Sample',
            role: 'Housing officer',
            agency: 'Inverbrae Council',
            capacity: 'contributes',
            attendance: 'invited',
            method: 'video',
            'from-item': null,
            'to-item': null,
            note: 'Sent a written update',
          },
        ],
        agenda: meetingType.item.map(({ title, restricted }) => ({
          title,
          restricted,
          discussion: [],
        })),
        papers: [
          {
            id: id(4, 1),
            title: 'Case manager’s report',
            author: 'Isla Specimen',
            dated: addDays(today, -2),
            content: {
              holds: 'text',
              text: [
                {
                  block: 'paragraph',
                  spans: [
                    {
                      text: 'She has kept every appointment.',
                      strong: false,
                      emphasis: false,
                      source: null,
                    },
                  ],
                },
              ],
            },
          },
          {
            id: id(4, 2),
            title: 'Justice social work report',
            author: 'Isla Specimen',
            dated: null,
            content: { holds: 'report', report: id(2, 1) },
          },
        ],
        decisions: [],
        actions: [
          {
            what: 'Ask housing to confirm the address',
            owner: 'J. Sample, housing',
            due: addDays(today, -2),
            state: 'open',
            note: null,
          },
          {
            what: 'Book the next unpaid work session',
            owner: 'Isla Specimen',
            due: addDays(today, 5),
            state: 'open',
            note: null,
          },
        ],
        'persons-comments': null,
        next: null,
        packs: [
          {
            id: id(5, 1),
            edition: 'B',
            at: instant(60 * 20),
            pages: 48,
            digest: 'a1b2c3d4e5f60718',
          },
        ],
      },
    },
  ];
}

const progress = (draft: Draft): Completeness => {
  const flaws = jswr.section.flatMap((section) =>
    section.question
      .filter(({ wanted, answer: kind }) => wanted === 'to-sign' && kind.kind !== 'from-case')
      .filter((question) => !draft.answers[question.id])
      .map((question) => ({
        section: section.id,
        question: question.id,
        lack: { why: 'missing' } as const,
      })),
  );
  return {
    flaws,
    sections: jswr.section.map(({ id: section, question }) => {
      const here = flaws.filter((flaw) => flaw.section === section).length;
      const begun = question.some((one) => draft.answers[one.id]);
      const standing = here === 0 ? 'complete' : begun ? 'started' : 'not-started';
      return { section, standing, flaws: here, words: begun ? 40 : 0 };
    }),
  };
};

function blankPage(page: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = 595;
  canvas.height = 842;
  const pen = canvas.getContext('2d');
  if (!pen)
    return 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, 595, 842);
  pen.fillStyle = '#1a1a1a';
  pen.font = '24px sans-serif';
  pen.fillText(`Page ${page}`, 57, 90);
  pen.fillStyle = '#d6d6d6';
  for (let line = 0; line < 26; line += 1)
    pen.fillRect(57, 130 + line * 24, 481 - (line % 5) * 40, 8);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

/** Cases, reports and conferences, kept in memory while the page is open. */
export function caseworkCommands(scenario: Scenario): Acts {
  const empty = scenario === 'empty' || scenario === 'clerk';
  const cases = empty ? [] : structuredClone(records);
  const drafts = empty ? [] : firstDrafts();
  const conferences = empty ? [] : firstConferences();
  let session: Session | null = null;
  void standingCommands(scenario)
    .standing()
    .then((told) => {
      if (told.status === 'ok' && told.data.state === 'open') session = told.data.session;
    });

  const caseRow = (record: CaseRecord): CaseRow => ({
    id: record.id,
    'listed-name': listedName(record),
    reference: record.reference,
    court: record.case.court,
    diet: record.case.diet,
    due: record.case.due,
    drafts: drafts.filter((draft) => draft.case === record.id && !draft.issued).length,
  });
  const reportRow = (draft: Draft): ReportRow => {
    const record = cases.find((one) => one.id === draft.case);
    const { sections } = progress(draft);
    return {
      id: draft.id,
      case: draft.case,
      'listed-name': record ? listedName(record) : '',
      reference: record?.reference ?? '',
      form: draft.form,
      'form-name': jswr.name,
      due: record?.case.due ?? null,
      'saved-at': draft['saved-at'],
      'sections-complete': sections.filter(({ standing }) => standing === 'complete').length,
      sections: sections.length,
      issued: draft.issued,
    };
  };
  const conferenceRow = ({ id: which, conference }: ConferenceRecord): ConferenceRow => ({
    id: which,
    title: conference.title,
    about: conference.about,
    starts: conference.starts,
    place: conference.place,
    papers: conference.papers.length,
    'pack-edition': conference.packs.at(-1)?.edition ?? null,
    'open-actions': conference.actions.filter(({ state }) => state === 'open').length,
  });
  const paper = (title: string, pages: number): Promise<{ status: 'ok'; data: Preview }> =>
    answer({
      token: Math.floor(Math.random() * 1e6),
      title,
      pages,
      'page-size': [595, 842],
      warnings: [],
      issue: null,
    });
  const replace = <T extends { id: string; rev: number }>(list: T[], record: T) => {
    const next = { ...record, rev: record.rev + 1 };
    list.splice(
      list.findIndex((one) => one.id === record.id),
      1,
      next,
    );
    return next;
  };

  return {
    today: () =>
      session
        ? answer({
            today,
            drafts: drafts.filter(({ issued }) => !issued).map(reportRow),
            meetings: conferences.map(conferenceRow),
            actions: conferences.flatMap(({ id: conference, conference: { actions, about } }) =>
              actions
                .filter(({ state }) => state === 'open')
                .map(({ what, owner, due }) => ({ conference, what, owner, due, about })),
            ),
            session,
          })
        : Promise.resolve({ status: 'error', error: { code: 'locked' } }),
    cases: () => answer(cases.map(caseRow)),
    casePage: (which) => {
      const record = cases.find((one) => one.id === which);
      if (!record) return missing();
      const { born } = record.case.person;
      return answer({
        record,
        age: born ? Number(today.slice(0, 4)) - Number(born.slice(0, 4)) : null,
        reports: drafts.filter((draft) => draft.case === which).map(reportRow),
        conferences: conferences
          .filter(({ conference }) => conference.case === which)
          .map(conferenceRow),
        log: [
          { at: instant(5), event: 'case.open', role: 'Court social worker' },
          { at: instant(60 * 26), event: 'draft.save', role: 'Court social worker' },
        ],
      });
    },
    addCase: ({ reference, case: made }) => {
      const record = { id: id(1, cases.length + 1), rev: 1, reference, case: made };
      cases.push(record);
      return answer(record);
    },
    saveCase: (record) => answer({ outcome: 'done', record: replace(cases, record) }),
    forms: () =>
      answer([
        {
          id: jswr.id,
          name: jswr.name,
          'short-name': jswr['short-name'],
          purpose: jswr.purpose,
          used: jswr.used,
          unverified: jswr.unverified,
        },
      ]),
    beginReport: (which, form) => {
      const draft: Draft = {
        id: id(2, drafts.length + 1),
        case: which,
        form,
        'form-edition': jswr.edition,
        rev: 1,
        answers: {},
        'saved-at': instant(0),
        issued: null,
      };
      drafts.push(draft);
      return answer(draft);
    },
    openDraft: (which) => {
      const draft = drafts.find((one) => one.id === which);
      const record = cases.find((one) => one.id === draft?.case);
      if (!draft || !record) return missing();
      return answer({ draft, form: jswr, record, completeness: progress(draft) });
    },
    saveAnswer: (which, rev, question, given) => {
      const draft = drafts.find((one) => one.id === which);
      if (!draft) return missing();
      if (draft.rev !== rev) {
        return answer({
          saved: { outcome: 'conflict', theirs: draft },
          completeness: progress(draft),
        });
      }
      const { [question]: _before, ...others } = draft.answers;
      draft.answers = given ? { ...others, [question]: given } : others;
      draft.rev += 1;
      draft['saved-at'] = instant(0);
      return answer({
        saved: { outcome: 'done', rev: draft.rev, at: draft['saved-at'] },
        completeness: progress(draft),
      });
    },
    previewReport: () => paper(jswr.name, 4),
    issueReport: (which) => {
      const draft = drafts.find((one) => one.id === which);
      if (!draft) return missing();
      const completeness = progress(draft);
      if (completeness.flaws.length > 0) return answer({ outcome: 'not-complete', completeness });
      const issued = {
        id: id(5, 9),
        at: instant(0),
        by: 'Isla Specimen',
        digest: '9f86d081884c7d65',
        pages: 4,
      };
      draft.issued = issued;
      return answer({ outcome: 'issued', issued });
    },
    previewIssued: () => paper(jswr.name, 4),
    conferences: () => answer(conferences.map(conferenceRow)),
    conferencePage: (which) => {
      const record = conferences.find((one) => one.id === which);
      if (!record) return missing();
      const about = cases.find((one) => one.id === record.conference.case);
      return answer({
        record,
        'meeting-type': meetingType,
        case: about ? caseRow(about) : null,
        reports: drafts.filter((draft) => draft.case === about?.id).map(reportRow),
        'pack-out-of-date': true,
      });
    },
    addConference: ({ case: which, starts, place, 'meeting-type': type }) => {
      const about = cases.find((one) => one.id === which);
      const [first] = firstConferences();
      if (!first) return missing();
      const record: ConferenceRecord = {
        id: id(3, conferences.length + 1),
        rev: 1,
        conference: {
          ...first.conference,
          'meeting-type': type,
          case: which,
          about: about ? listedName(about) : '',
          starts,
          place,
          papers: [],
          actions: [],
          packs: [],
        },
      };
      conferences.push(record);
      return answer(record);
    },
    saveConference: (record) => answer({ outcome: 'done', record: replace(conferences, record) }),
    buildPack: () => paper('Pack, edition C', 48),
    previewPack: (_which, edition) => paper(`Pack, edition ${edition}`, 48),
    previewMinutes: () => paper('Minute', 3),
    previewPage: (_token, page) =>
      answer({
        png: blankPage(page),
        words: `Page ${page}\nThe words of the page in reading order.`,
      }),
    saveCopy: () => answer('DEMO-0042-jswr.pdf'),
  };
}
