import type { Commands } from '../core';
import type { Appearance, Profile, Session, SetUp, Standing } from '../wire';
import { answer } from './answer';

/** How the page finds the program. */
export type Scenario = 'open' | 'clerk' | 'demo' | 'empty' | 'first-run' | 'locked' | 'slow';

type Acts = Pick<
  Commands,
  | 'standing'
  | 'suggestPassphrase'
  | 'judgePassphrase'
  | 'setUp'
  | 'unlock'
  | 'recover'
  | 'lookRound'
  | 'leaveDemonstration'
  | 'lock'
  | 'verifyStore'
  | 'stillHere'
  | 'appearance'
  | 'keepAppearance'
  | 'firstPaint'
>;

const worker: Profile = {
  user: '0198c000-0000-7000-8000-000000000001',
  author: {
    name: 'Isla Specimen',
    role: 'Social worker, justice',
    registration: 'DEMO-SSSC-0001',
    office: ['Inverbrae Justice Social Work', '1 Example Street', 'Inverbrae ZZ9 9ZZ'],
  },
  roles: ['court-social-worker', 'conference-chair'],
  court: 'SC-KDY',
  council: 'S12000047',
};

export const edition = { number: 11, name: '2026-11', 'checked-to': '21 November 2026' };
const recoveryKey = 'K7QD-M2XR-9TWA-4HPC-VN8E-6JYB-QL3F-R5ZK';
const rightWords = 'correct horse battery staple';

/** The acts before and around the work. */
export function standingCommands(scenario: Scenario): Acts {
  const clerk = { ...worker, roles: ['sheriff-clerk' as const] };
  const session: Session = {
    profile: scenario === 'clerk' ? clerk : worker,
    demonstration: scenario === 'demo',
    edition,
  };
  const locked: Standing = { state: 'locked', name: worker.author.name, 'wait-seconds': 0 };
  const waiting = { 'first-run': { state: 'first-run' } as const, locked };
  let standing: Standing =
    scenario === 'first-run' || scenario === 'locked'
      ? waiting[scenario]
      : { state: 'open', session };
  let tries = 0;
  let looks = looksAsked();

  return {
    standing: () => answer(standing),
    suggestPassphrase: () => answer('gravel tandem linseed oyster harbour quilt'),
    judgePassphrase: (passphrase) => {
      if (passphrase.length < 14) return answer('too-short');
      return answer(/^(.)\1*$|password/i.test(passphrase) ? 'too-easy' : 'fine');
    },
    setUp: (setUp: SetUp) => {
      const { author, roles, court, council } = setUp;
      const profile = { ...worker, author, roles, court, council };
      standing = { state: 'open', session: { ...session, profile } };
      return answer({ 'recovery-key': recoveryKey, session: { ...session, profile } });
    },
    unlock: (passphrase) => {
      if (passphrase === rightWords) return answer({ outcome: 'open', session });
      tries += 1;
      return answer({ outcome: 'wrong', tries, 'wait-seconds': tries > 1 ? 2 ** tries : 0 });
    },
    recover: (key) =>
      key.replace(/\W/g, '').toUpperCase() === recoveryKey.replace(/\W/g, '')
        ? answer({ 'recovery-key': 'T4BN-X8KE-2VQA-7MRC-HD9F-3WYL-PZ6J-G5TX', session })
        : Promise.resolve({ status: 'error', error: { code: 'recovery-key-mistyped' } }),
    lookRound: () => answer({ ...session, demonstration: true }),
    leaveDemonstration: () => {
      standing = { state: 'first-run' };
      return answer(standing);
    },
    lock: () => {
      standing = scenario === 'demo' ? waiting['first-run'] : locked;
      return answer(standing);
    },
    verifyStore: () => answer({ entries: 1284, sound: true }),
    stillHere: () => answer(null),
    appearance: () => answer(looks),
    keepAppearance: (changed) => {
      looks = changed;
      return answer(null);
    },
    firstPaint: () => answer(null),
  };
}

/** The looks that the address asks for, such as `?theme=dark&size=200`. */
function looksAsked(): Appearance {
  const asked = new URLSearchParams(location.search);
  const themes: Appearance['theme'][] = ['system', 'light', 'dark', 'contrast'];
  return {
    theme: themes.find((name) => name === asked.get('theme')) ?? 'system',
    'text-size': Number(asked.get('size') ?? 100),
    density: 'compact',
    'single-keys': true,
  };
}
