import { meetingTypes } from 'virtual:edition-sources';
import { addDays } from '$lib/shared/dates';
import type { Commands } from '../core';
import type {
  Attendee,
  CaseRecord,
  CaseRow,
  Conference,
  ConferenceRecord,
  ConferenceRow,
  ReportRow,
  RichText,
} from '../wire';
import { answer, missing } from './answer';
import { paper } from './paper';
import { at, id, listedName, today } from './people';

type Acts = Pick<
  Commands,
  | 'meetingTypes'
  | 'conferences'
  | 'conferencePage'
  | 'addConference'
  | 'saveConference'
  | 'buildPack'
  | 'previewPack'
  | 'previewMinutes'
>;

/** What the conferences need of the cases and reports beside them. */
interface Beside {
  cases: readonly CaseRecord[];
  caseRow: (record: CaseRecord) => CaseRow;
  reportsOf: (which: string) => ReportRow[];
}

const instant = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const words = (...texts: string[]): RichText =>
  texts.map((text) => ({
    block: 'paragraph',
    spans: [{ text, strong: false, emphasis: false, source: null }],
  }));
const agendaOf = (type: string, said: Record<number, RichText> = {}): Conference['agenda'] =>
  (meetingTypes.find((one) => one.id === type)?.item ?? []).map(({ title, restricted }, item) => ({
    title,
    restricted,
    discussion: said[item + 1] ?? [],
  }));
const person = (
  name: string,
  role: string,
  agency: string,
  capacity: Attendee['capacity'],
  more: Partial<Attendee> = {},
): Attendee => ({
  name,
  role,
  agency,
  capacity,
  attendance: 'coming',
  method: 'in-person',
  'from-item': null,
  'to-item': null,
  note: null,
  ...more,
});

const council = 'Inverbrae Council, Justice Social Work';
const review = 'cpo-review-meeting';

/** A review to come, with its first pack out; and one that was held and minuted. */
export function firstConferences(): ConferenceRecord[] {
  const come: Conference = {
    'meeting-type': review,
    title: 'Community Payback Order: departmental review no. 2 (6-month)',
    case: id(1, 1),
    about: 'Morag Example (DEMO-0042)',
    starts: at(4),
    ended: null,
    place: 'Room 2, Inverbrae office, and video',
    marking: 'OFFICIAL',
    quorate: null,
    facts: [
      ['Supervision', '12 months'],
      ['Unpaid work', '120 hours: 46 done, 74 left'],
    ],
    people: [
      person('Ailsa Chair', 'Team manager', council, 'chair'),
      person('Isla Specimen', 'Social worker (responsible officer)', council, 'decides'),
      person('Morag Example', '', '', 'person', { attendance: 'invited' }),
      person('Jane Sample', 'Housing officer', 'Inverbrae Council, Housing', 'contributes', {
        method: 'video',
        'from-item': 1,
        'to-item': 5,
      }),
      person('Ewan Specimen', 'Alcohol worker', 'Example Recovery', 'contributes', {
        attendance: 'apologies',
        note: 'Sent a written update',
      }),
    ],
    agenda: agendaOf(review),
    papers: [
      {
        id: id(4, 1),
        title: 'Attendance and hours',
        author: 'Isla Specimen, social worker',
        dated: addDays(today, -2),
        content: { holds: 'text', text: words('She has kept nine appointments of ten.') },
      },
      {
        id: id(4, 2),
        title: 'Justice social work report',
        author: 'Isla Specimen, social worker',
        dated: null,
        content: { holds: 'report', report: id(2, 1) },
      },
    ],
    decisions: [],
    actions: [
      {
        what: 'Ask housing to confirm the address',
        owner: 'Jane Sample, Inverbrae Council, Housing',
        due: addDays(today, -2),
        state: 'open',
        note: null,
      },
      {
        what: 'Book the next unpaid work session',
        owner: 'Isla Specimen, Inverbrae Council',
        due: addDays(today, 5),
        state: 'open',
        note: null,
      },
    ],
    'persons-comments': null,
    next: null,
    packs: [
      { id: id(5, 1), edition: 'A', at: instant(60 * 52), pages: 11, digest: 'a1b2c3d4e5f60718' },
      { id: id(5, 2), edition: 'B', at: instant(60 * 20), pages: 12, digest: 'b2c3d4e5f6071829' },
    ],
  };
  const held: Conference = {
    ...come,
    title: 'Community Payback Order: departmental review no. 1 (3-month)',
    starts: at(-88, '09:30'),
    ended: at(-88, '10:05'),
    place: 'Inverbrae office',
    quorate: true,
    people: come.people.map((one) => ({
      ...one,
      attendance: one.attendance === 'apologies' ? 'apologies' : 'present',
    })),
    agenda: agendaOf(review, {
      1: words(
        'The chair opened the meeting, confirmed that it was quorate and noted apologies from the alcohol worker.',
        'Ms Specimen set out the order: supervision for 12 months and 120 hours of unpaid work.',
      ),
      2: [
        ...words('Induction and the first day of placement were within time.'),
        {
          block: 'list',
          ordered: false,
          items: [words('Hours ordered: 120'), words('Hours done: 20')].map((text) =>
            text.flatMap((one) => (one.block === 'paragraph' ? one.spans : [])),
          ),
        },
      ],
      8: [
        {
          block: 'quotation',
          spans: [
            {
              text: 'The squad was better than I thought.',
              strong: false,
              emphasis: false,
              source: null,
            },
          ],
        },
      ],
    }),
    decisions: [
      {
        decided: 'Contact stays fortnightly until the next review, and is then three-weekly.',
        reasons: 'The unpaid work is going well. There was no dissent.',
        dissent: null,
      },
    ],
    actions: [
      {
        what: 'Obtain an appointment with the bereavement service',
        owner: 'Isla Specimen, Inverbrae Council',
        due: addDays(today, 14),
        state: 'open',
        note: null,
      },
      {
        what: 'Confirm the placement to the court',
        owner: 'Ewan Specimen, Example Recovery',
        due: addDays(today, -60),
        state: 'done',
        note: null,
      },
    ],
    'persons-comments': '“The squad was better than I thought.”',
    next: at(4).slice(0, 10),
    packs: [
      { id: id(5, 3), edition: 'A', at: instant(60 * 24 * 90), pages: 9, digest: 'c3d4e5f6' },
    ],
  };
  return [
    { id: id(3, 1), rev: 5, conference: come },
    { id: id(3, 2), rev: 21, conference: held },
  ];
}

/** A conference's row of the list. */
export function conferenceRow({ id: which, conference }: ConferenceRecord): ConferenceRow {
  return {
    id: which,
    title: conference.title,
    about: conference.about,
    starts: conference.starts,
    place: conference.place,
    papers: conference.papers.length,
    'pack-edition': conference.packs.at(-1)?.edition ?? null,
    'open-actions': conference.actions.filter(({ state }) => state === 'open').length,
  };
}

/** The acts upon conferences, kept in memory; a save over an older revision is a conflict. */
export function conferenceCommands(conferences: ConferenceRecord[], beside: Beside): Acts {
  const find = (which: string) => conferences.find((one) => one.id === which);
  const replace = (record: ConferenceRecord) => {
    const next = { ...structuredClone(record), rev: record.rev + 1 };
    conferences.splice(
      conferences.findIndex((one) => one.id === record.id),
      1,
      next,
    );
    return next;
  };
  return {
    meetingTypes: () =>
      answer(
        meetingTypes.map((type) => ({
          id: type.id,
          name: type.name,
          purpose: type.purpose,
          'person-attends': type['person-attends'],
          agenda: type.item,
          papers: type.papers,
        })),
      ),
    conferences: () => answer(conferences.map(conferenceRow)),
    conferencePage: (which) => {
      const record = find(which);
      const type = meetingTypes.find((one) => one.id === record?.conference['meeting-type']);
      if (!record || !type) return missing();
      const about = beside.cases.find((one) => one.id === record.conference.case);
      const reports = beside.reportsOf(about?.id ?? '');
      const built = record.conference.packs.at(-1)?.at;
      return answer({
        record,
        'meeting-type': type,
        case: about ? beside.caseRow(about) : null,
        reports,
        'pack-out-of-date': record.conference.papers.some(
          ({ content }) =>
            built !== undefined &&
            content.holds === 'report' &&
            reports.some((row) => row.id === content.report && row['saved-at'] > built),
        ),
      });
    },
    addConference: ({ case: which, starts, place, 'meeting-type': type }) => {
      const about = beside.cases.find((one) => one.id === which);
      const kind = meetingTypes.find((one) => one.id === type);
      if (!kind) return missing();
      const record: ConferenceRecord = {
        id: id(3, conferences.length + 1),
        rev: 1,
        conference: {
          'meeting-type': type,
          title: kind.name,
          case: which,
          about: about ? listedName(about) : '',
          starts,
          ended: null,
          place,
          marking: kind.marking,
          quorate: null,
          facts: [],
          people: [],
          agenda: agendaOf(type),
          papers: [],
          decisions: [],
          actions: [],
          'persons-comments': null,
          next: null,
          packs: [],
        },
      };
      conferences.push(record);
      return answer(record);
    },
    saveConference: (record) => {
      const held = find(record.id);
      if (!held) return missing();
      return held.rev === record.rev
        ? answer({ outcome: 'done', record: replace(record) })
        : answer({ outcome: 'conflict', theirs: held });
    },
    buildPack: (which) => {
      const record = find(which);
      if (!record) return missing();
      const { packs } = record.conference;
      const edition = String.fromCharCode(65 + packs.length);
      const pack = {
        id: id(5, 20 + packs.length),
        edition,
        at: instant(0),
        pages: 12,
        digest: 'd4',
      };
      replace({ ...record, conference: { ...record.conference, packs: [...packs, pack] } });
      return paper(`Pack, edition ${edition}`, pack.pages);
    },
    previewPack: (_which, edition) => paper(`Pack, edition ${edition}`, 12),
    previewMinutes: () => paper('Minute', 3),
  };
}
