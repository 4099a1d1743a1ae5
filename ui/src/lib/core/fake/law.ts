// A sample of what the law says: it shows every kind of finding and reason, and states no law. What
// it says follows from an option's place in the menu, so that it is the same each time.
import type { Commands } from '../core';
import type {
  Assessment,
  Awaited,
  Bound,
  FactId,
  Ground,
  LawQuestion,
  Measured,
  Menu,
  MenuOption,
} from '../wire';
import { answer } from './answer';
import { holds, inMenu } from './look-up';
import { courtKinds, facts as declared } from './sources';

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

const limit = (option: MenuOption): Bound => ({
  rule: 'S-2',
  says: `A sample limit on “${option.name}”.`,
  authority: 'Sample Act s.2(1)',
  'at-least': measured('{"term":"15 days"}'),
  'at-most': measured('{"term":"60 days"}'),
  'if-known': [],
  checked: 'unverified',
});

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
    limits: third === 0 ? [limit(option)] : [],
  };
}

/** The law of competence: the edition's own facts, and a sample of findings. */
export function lawCommands(): Acts {
  return {
    factsAsked: () => answer(declared),
    assessOptions: (question) =>
      answer({
        contradictions: [],
        options: inMenu(question.menu).map((option, place) => ({
          name: option.name,
          checked: option.checked,
          assessment: assess(option, place, question),
          available: { status: 'not-asked' },
        })),
        proposal: null,
      }),
  };
}
