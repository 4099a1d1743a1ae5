// The week, tried in the page: times that lie over each other, travel with them, and days of more
// than twelve hours in. The core does it to the minute; this does what the screens need.
import type { Clash, Commitment, CommitmentKind, Part, PartInWeek } from '../wire';
import type { Commands } from '../core';
import { answer } from './answer';
import { options } from './sources';

type Acts = Pick<Commands, 'tryWeek'>;

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const day = 1440;
const most = 720;
const required: readonly CommitmentKind[] = [
  'stay-in',
  'unpaid-work',
  'programme',
  'appointment',
  'treatment',
];
const named: readonly CommitmentKind[] = ['work', 'education', 'religion'];

export function weekCommands(): Acts {
  return {
    tryWeek: (week, proposal) =>
      answer({
        finding: { clashes: clashesOf(week), 'stay-in': hoursIn(week) },
        parts: partsIn(week, proposal),
      }),
  };
}

/** What a week says of the parts of a proposal. The core counts their hours too. */
export function partsIn(week: readonly Commitment[], proposal: readonly Part[]): PartInWeek[] {
  const clashes = clashesOf(week);
  return proposal.flatMap((part): PartInWeek[] => {
    const entry = options.find(({ id }) => id === part.option);
    const kinds = entry?.['in-week'] ?? [];
    if (!entry || kinds.length === 0) return [];
    const stands = week.flatMap(({ kind }, at) => (kinds.includes(kind) ? [at] : []));
    return [
      {
        option: entry.id,
        name: entry.name,
        kinds,
        stands,
        clashes: clashes.filter(({ between }) => between.some((one) => stands.includes(one))),
        notes: [],
      },
    ];
  });
}

const minute = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};
const time = (at: number) => {
  const within = ((at % day) + day) % day;
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${two(Math.floor(within / 60))}:${two(within % 60)}:00`;
};

/** Its times in minutes of the week. */
function spans(one: Commitment, travel = 0): [number, number][] {
  const length = (minute(one.until) - minute(one.from) + day - 1) % day;
  return one.days.map((name) => {
    const from = names.indexOf(name) * day + minute(one.from);
    return [from - travel, from + length + 1 + travel];
  });
}

const travelOf = (one: Commitment) => (one['at-home'] || one.kind === 'stay-in' ? 0 : one.travel);

function clashesOf(week: readonly Commitment[]): Clash[] {
  const pairs = week.flatMap((one, at) =>
    week.slice(at + 1).flatMap((other, after) => ofPair(one, other, [at, at + 1 + after])),
  );
  return [...pairs, ...tooLong(week)].sort(
    (one, other) =>
      names.indexOf(one.day) - names.indexOf(other.day) || one.from.localeCompare(other.from),
  );
}

function ofPair(one: Commitment, other: Commitment, between: number[]): Clash[] {
  const stays = [one, other].filter(({ kind }) => kind === 'stay-in');
  const away = [one, other].find(({ kind }) => kind !== 'stay-in');
  if ([one, other].some(({ kind }) => kind === 'keep-away') || stays.length === 2) return [];
  if (stays.length === 1 && away?.['at-home']) return [];
  const way = travelOf(one) + travelOf(other);
  const says =
    stays.length === 1
      ? `“${stays[0]?.name ?? ''}” asks the person to stay in while “${away?.name ?? ''}”${way > 0 ? ', with its travel,' : ''} keeps them away.`
      : `“${one.name}” and “${other.name}” are at the same time, or too close for the travel between them.`;
  return spans(one, travelOf(one)).flatMap(([begins, ends]) =>
    spans(other, travelOf(other)).flatMap(([from, until]) =>
      [-7 * day, 0, 7 * day].flatMap((round): Clash[] => {
        const shared = [Math.max(begins, from + round), Math.min(ends, until + round)] as const;
        if (shared[0] >= shared[1]) return [];
        const place = Math.floor((shared[0] + 7 * day) / day) % 7;
        const asked = law(one.kind, other.kind);
        return [
          {
            between,
            day: names[place] ?? '',
            from: time(shared[0]),
            until: time(shared[1]),
            says,
            rule: asked,
            authority: asked?.includes('court') ? 'CP95 ss.227B(3), 227E' : null,
            breaks: false,
          },
        ];
      }),
    ),
  );
}

function law(one: CommitmentKind, other: CommitmentKind): string | null {
  const asked = [one, other].filter((kind) => required.includes(kind)).length;
  if (asked === 2)
    return 'The court must see that the requirements of a community payback order fit together.';
  if (asked === 1 && [one, other].some((kind) => named.includes(kind)))
    return 'In a community payback order the court must avoid a clash with the person’s religion, work or education.';
  if (asked === 1 && [one, other].includes('caring'))
    return 'The provision on clashes names religion, work and education. It does not name care of others, so no rule is cited.';
  return null;
}

/** The minutes of each day, marked one by one. */
function heldIn(week: readonly Commitment[]): boolean[][] {
  const held = names.map(() => Array.from({ length: day }, () => false));
  for (const one of week.filter(({ kind }) => kind === 'stay-in'))
    for (const [from, until] of spans(one))
      for (let at = from; at < until; at += 1) {
        const of = held[Math.floor(at / day) % 7];
        if (of) of[at % day] = true;
      }
  return held;
}

const hoursIn = (week: readonly Commitment[]) =>
  heldIn(week).map((minutes) => minutes.filter(Boolean).length);

function tooLong(week: readonly Commitment[]): Clash[] {
  const between = week.flatMap(({ kind }, at) => (kind === 'stay-in' ? [at] : []));
  return heldIn(week).flatMap((minutes, place): Clash[] => {
    const held = minutes.flatMap((one, at) => (one ? [at] : []));
    const reached = held[most];
    if (reached === undefined) return [];
    const hours = Math.floor(held.length / 60);
    const odd = held.length % 60;
    return [
      {
        between,
        day: names[place] ?? '',
        from: time(reached),
        until: time((held.at(-1) ?? reached) + 1),
        says: `The person would have to stay in for ${hours} hours${odd > 0 ? ` ${odd} minutes` : ''} on this day.`,
        rule: 'All tag orders together may ask for at most 12 hours in any day.',
        authority: 'CP95 ss.227ZF(3), 245A(2A)',
        breaks: true,
      },
    ];
  });
}
