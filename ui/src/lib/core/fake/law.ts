// A sample of what the law says: it shows every kind of finding and reason, and states no law. What
// it says follows from an option's place in the menu, so that it is the same each time.
import type { Commands } from '../core';
import type {
  Assessment,
  Availability,
  Awaited,
  Bound,
  Breach,
  FactId,
  Ground,
  LawQuestion,
  Measured,
  Menu,
  MenuOption,
  Part,
  ProposalFinding,
} from '../wire';
import { answer } from './answer';
import { holds, inMenu } from './look-up';
import { courtKinds, facts as declared, services } from './sources';
import { partsIn } from './week';

type Acts = Pick<Commands, 'assessOptions' | 'factsAsked'>;

/** What a third of the options wait for: the fact, and the entry of a list where it is one. */
const waits: Record<Menu, readonly (readonly [FactId, string?])[]> = {
  bail: [['stage'], ['willing'], ['reports', 'suitability-assessment'], ['refusal_grounds']],
  disposals: [['age_now'], ['willing'], ['reports', 'report'], ['max_term'], ['amount_in_default']],
};

const ground = (rule: string, says: string, also: Partial<Ground> = {}): Ground => ({
  rule,
  says,
  authority: 'Sample Act s.1',
  'would-change': null,
  instead: [],
  'if-known': [],
  checked: 'verified',
  ...also,
});

// The wire's type cannot be written as a literal: it asks for the figures that are not there.
const measured = (text: string): Measured => JSON.parse(text);

/** The figures of a sample limit: what they measure follows from what the option is called. */
const ends: readonly (readonly [RegExp, string, string])[] = [
  [/unpaid-work|service|attendance/, '{"hours":20}', '{"hours":100}'],
  [/fine|compensation|caution|money/, '{"amount":"£10"}', '{"amount":"£2,500"}'],
  [/rlo|movement|curfew/, '{"hours-a-day":1}', '{"hours-a-day":12}'],
];

function limit(option: MenuOption): Bound {
  const [, least, most] = ends.find(([kind]) => kind.test(option.id)) ?? [];
  return {
    rule: `${option.id}.limit`,
    says: `A sample limit on “${option.name}”.`,
    authority: 'Sample Act s.2(1)',
    'would-change': null,
    'at-least': measured(least ?? '{"term":"15 days"}'),
    'at-most': measured(most ?? '{"term":"60 days"}'),
    'if-known': [],
    checked: 'unverified',
  };
}

/** How much a figure is, so that two of one measure can be held against each other. */
function size(figure: string | number): number {
  if (typeof figure === 'number') return figure;
  const days = { day: 1, week: 7, month: 30, year: 365 };
  const unit = Object.entries(days).find(([name]) => figure.includes(name))?.[1] ?? 1;
  return Number(figure.replace(/[^\d.]/g, '')) * unit;
}

function breaches(part: Part, { bars, limits }: Assessment): Breach[] {
  const { option } = part;
  const barred = bars.map((why): Breach => ({
    option,
    ground: why,
    finding: 'not-competent',
    nearest: null,
    'nearest-of': null,
  }));
  const beyond = limits.flatMap((bound): Breach[] => {
    const { says, authority, rule, checked } = bound;
    for (const measure of ['term', 'hours', 'amount', 'hours-a-day'] as const) {
      const stated = part[measure];
      const least = bound['at-least'];
      const most = bound['at-most'];
      if (stated === null || !least || !most || !Object.hasOwn(most, measure)) continue;
      const low = size(stated) < size(least[measure]);
      if (!low && size(stated) <= size(most[measure])) continue;
      const why = ground(rule, says, { authority, checked });
      const nearest = low ? least : most;
      return [{ option, ground: why, finding: 'not-competent', nearest, 'nearest-of': null }];
    }
    return [];
  });
  return [...barred, ...beyond];
}

function tryProposal(question: LawQuestion, found: readonly Assessment[]): ProposalFinding {
  const parts = question.proposal ?? [];
  const tried = parts.flatMap((part) => {
    const assessment = found.find(({ option }) => option === part.option);
    return assessment ? [{ part, assessment }] : [];
  });
  const awaits = tried.flatMap(({ assessment }) => assessment.awaits);
  return {
    breaches: tried.flatMap(({ part, assessment }) => breaches(part, assessment)),
    awaits: awaits.filter(
      ({ missing }, at) => awaits.findIndex((one) => one.missing === missing) === at,
    ),
    duties: tried.flatMap(({ assessment }) => assessment.duties).slice(0, 2),
    'in-week': question.week.length > 0 ? partsIn(question.week, parts) : [],
  };
}

function available(option: MenuOption, council: string | null): Availability {
  if (council === null) return { status: 'not-asked' };
  const all = services.filter((one) => one.state === 'current' && one.options.includes(option.id));
  const here = all.filter(
    ({ area }) => area.area === 'councils' && area.councils.includes(council),
  );
  if (here.length === 0) return { status: all.length > 0 ? 'none-here' : 'not-recorded' };
  const offered = here.map(({ id, name, 'assured-on': day }) => ({
    id,
    name,
    assurance: day ? ('fresh' as const) : ('never-assured' as const),
    'assured-on': day,
  }));
  return { status: 'recorded', services: offered };
}

function assess(option: MenuOption, place: number, asked: LawQuestion): Assessment {
  const recorded = (fact: FactId) => Object.hasOwn(asked.facts, fact);
  const held = ([fact, entry]: readonly [FactId, string?]) => {
    const value = asked.facts[fact];
    return entry && value?.kind === 'list' ? value.value.includes(entry) : recorded(fact);
  };
  const third = place % 3;
  const [first] = inMenu(asked.menu);
  const court = asked.facts['court'];
  const kinds = declared.find(({ id }) => id === 'court')?.choice ?? [];
  const here = kinds.find(({ id }) => court?.kind === 'choice' && court.value === id)?.also ?? [];
  const shut =
    court && !courtKinds.some((kind) => here.includes(kind) && option.courts.includes(kind));
  const bars: Ground[] = [];
  if (!holds(option, asked['as-at']))
    bars.push(ground('S-0', 'It was not in force on the day asked about (sample).'));
  if (shut && option.courts.length > 0)
    bars.push(ground('S-1', 'The court recorded is not among those that may use it (sample).'));
  const imprisonable = asked.facts['imprisonable'];
  if (third === 2 && imprisonable?.kind === 'flag' && !imprisonable.value)
    bars.push(
      ground('S-3', 'A sample rule needs an offence punishable with imprisonment [?].', {
        'would-change':
          'It would be open if the offence were punishable with imprisonment (sample).',
        instead: first ? [first.id] : [],
        checked: 'unverified',
      }),
    );

  const all = [
    ['court'] as const,
    ...(third === 1 ? waits[asked.menu] : []),
    ...(third === 2 ? [['imprisonable'] as const] : []),
  ];
  const awaits = all
    .filter((wanted) => !held(wanted))
    .map(([fact, entry]): Awaited => ({ missing: entry ?? fact, fact, rules: ['S-4'] }));
  const finding = bars.length > 0 ? 'not-competent' : awaits.length > 0 ? 'depends' : 'competent';
  return {
    option: option.id,
    finding,
    bars,
    awaits: finding === 'depends' ? awaits : [],
    duties:
      third === 0
        ? [
            ground('S-5', 'The court must state its reasons (sample).'),
            ground('S-6', 'The court must say what it took into account (sample).', {
              'if-known': recorded('prior_custody') ? [] : ['prior_custody'],
            }),
          ]
        : [],
    limits: third === 0 || ends.some(([kind]) => kind.test(option.id)) ? [limit(option)] : [],
  };
}

/** The law of competence: the edition's own facts, and a sample of findings. */
export function lawCommands(): Acts {
  return {
    factsAsked: () => answer(declared),
    assessOptions: (question) => {
      const menu = inMenu(question.menu);
      const found = menu.map((option, place) => assess(option, place, question));
      return answer({
        contradictions: [],
        options: menu.map((option, place) => ({
          name: option.name,
          checked: option.checked,
          assessment: found[place] ?? assess(option, place, question),
          available: available(option, question.council),
        })),
        proposal: question.proposal && tryProposal(question, found),
      });
    },
  };
}
