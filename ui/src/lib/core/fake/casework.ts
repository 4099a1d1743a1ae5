import type { Commands } from '../core';
import type { CaseRecord, CaseRow, Draft, ReportRow, Session } from '../wire';
import { answer, missing } from './answer';
import { completenessOf } from './completeness';
import { conferenceCommands, conferenceRow, firstConferences } from './conferences';
import type { caseLawCommands } from './case-law';
import type { changesCommands } from './changes';
import type { lawCommands } from './law';
import type { directoryCommands } from './directory';
import type { publishingCommands } from './publishing';
import type { upkeepCommands } from './upkeep';
import type { lookUpCommands } from './look-up';
import { id, listedName, records, today } from './people';
import { picture } from './paper';
import { firstDrafts, jswr, recordOf, reportCommands } from './reports';
import type { reckoningCommands } from './reckoning';
import { standingCommands, type Scenario } from './standing';
import type { weekCommands } from './week';
import type { calendarCommands } from './calendars';

type Acts = Omit<
  Commands,
  | keyof ReturnType<typeof standingCommands>
  | keyof ReturnType<typeof lookUpCommands>
  | keyof ReturnType<typeof directoryCommands>
  | keyof ReturnType<typeof upkeepCommands>
  | keyof ReturnType<typeof publishingCommands>
  | keyof ReturnType<typeof lawCommands>
  | keyof ReturnType<typeof caseLawCommands>
  | keyof ReturnType<typeof reckoningCommands>
  | keyof ReturnType<typeof weekCommands>
  | keyof ReturnType<typeof calendarCommands>
  | keyof ReturnType<typeof changesCommands>
>;

const instant = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** Cases, reports and conferences, kept in memory while the page is open. */
export function caseworkCommands(scenario: Scenario): Acts {
  const empty = scenario === 'empty' || scenario === 'clerk';
  const cases = empty ? [] : structuredClone(records);
  const drafts = empty ? [] : firstDrafts();
  const conferences = empty ? [] : firstConferences();
  const forms = new Map<string, string>();
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
    const record = recordOf(draft, cases);
    const { sections } = record
      ? completenessOf(jswr, draft.answers, record.case)
      : { sections: [] };
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
            drafts: drafts
              .filter(({ issued, case: about }) => !issued && cases.some(({ id }) => id === about))
              .map(reportRow),
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
    keepCaseForm: (which, text) => {
      if (text === null) forms.delete(which ?? 'new');
      else forms.set(which ?? 'new', text);
      return answer(null);
    },
    keptCaseForm: (which) => answer(forms.get(which ?? 'new') ?? null),
    saveCase: (record) => answer({ outcome: 'done', record: replace(cases, record) }),
    ...reportCommands(drafts, cases),
    ...conferenceCommands(conferences, {
      cases,
      caseRow,
      reportsOf: (which) => drafts.filter((draft) => draft.case === which).map(reportRow),
    }),
    previewPage: (_token, page) => answer(picture(page)),
    saveCopy: () => answer('DEMO-0042-jswr.pdf'),
  };
}
