// The screens that screens.mjs opens. `address` is the hash; `fake` the fake core's scenario;
// `then` brings the screen to the state to be looked at.
import { calculatorScreens } from './calculator-screens.mjs';
import { caseLawScreens } from './case-law-screens.mjs';
import { caseScreens } from './case-screens.mjs';
import { changesScreens } from './changes-screens.mjs';
import { directoryScreens } from './directory-screens.mjs';
import { lawScreens } from './law-screens.mjs';
import { reportScreens } from './report-screens.mjs';
import { upkeepScreens } from './upkeep-screens.mjs';
import { weekScreens } from './week-screens.mjs';

export const screens = [
  { name: 'today', address: '#/today' },
  { name: 'today-clerk', address: '#/today', fake: 'clerk' },
  { name: 'today-empty', address: '#/today', fake: 'empty' },
  { name: 'today-demonstration', address: '#/today', fake: 'demo' },
  { name: 'locked', fake: 'locked' },
  {
    name: 'locked-wrong',
    fake: 'locked',
    then: async (page) => {
      for (const words of ['not this one', 'nor this one']) {
        await page.fill('#passphrase', words);
        await page.keyboard.press('Enter');
        await page.waitForTimeout(100);
      }
    },
  },
  { name: 'first-run-1', fake: 'first-run' },
  {
    name: 'first-run-2',
    fake: 'first-run',
    then: async (page) => {
      await page.getByRole('button', { name: 'Set up Sederunt' }).click();
      await page.getByRole('button', { name: 'Offer me five words' }).click();
      await page.getByRole('button', { name: 'Go on' }).click();
    },
  },
  { name: 'first-run-3', fake: 'first-run', then: toRole },
  {
    name: 'first-run-4',
    fake: 'first-run',
    then: async (page) => {
      await toRole(page);
      await page.getByLabel('Court social worker').check();
      await page.getByRole('button', { name: 'Make the store' }).click();
      await page.waitForSelector('#recovery-again');
    },
  },
  {
    name: 'palette',
    address: '#/today',
    then: async (page) => {
      await page.keyboard.press('Control+k');
      await page.fill('#find-anything', 'sup');
      await page.waitForTimeout(100);
    },
  },
  { name: 'bail', address: '#/bail' },
  { name: 'bail-heavy', address: '#/bail?id=bail-ordinary' },
  {
    name: 'bail-typed',
    address: '#/bail',
    then: async (page) => {
      await page.fill('#words', 'tag');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'bail-none',
    address: '#/bail',
    then: (page) => page.fill('#words', 'supvised'),
  },
  {
    name: 'bail-old-law',
    address: '#/bail?stage=first-appearance&ended=shown',
    then: async (page) => {
      await page.fill('#as-at', '1 3 2008');
      await page.press('#as-at', 'Enter');
    },
  },
  { name: 'disposals', address: '#/disposals' },
  ...directoryScreens,
  { name: 'settings', address: '#/settings' },
  ...changesScreens,
  ...lawScreens,
  ...caseLawScreens,
  ...calculatorScreens,
  ...caseScreens,
  ...reportScreens,
  ...weekScreens,
  ...upkeepScreens,
  {
    name: 'help',
    address: '#/today',
    then: (page) => page.keyboard.press('F1'),
  },
];

async function toRole(page) {
  await page.getByRole('button', { name: 'Set up Sederunt' }).click();
  await page.getByRole('button', { name: 'Offer me five words' }).click();
  await page.getByLabel('Your name, as you sign').fill('Isla Specimen');
  await page.getByLabel('Your post').fill('Social worker');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForSelector('#court');
}
