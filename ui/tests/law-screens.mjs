import { clashing, fill } from './week-screens.mjs';

// The two menus with facts of a case recorded, and the facts as they are filled in.
export const lawScreens = [
  { name: 'law-panel', address: '#/disposals', then: toFacts },
  {
    name: 'law-unread',
    address: '#/disposals',
    then: async (page) => {
      await toFacts(page);
      await page.fill('#fact-age_now', 'thirty');
      await page.press('#fact-age_now', 'Enter');
    },
  },
  {
    name: 'law-groups',
    address: '#/disposals',
    then: async (page) => {
      await record(page);
      await page.keyboard.press('Escape');
      await page.waitForSelector('.why');
    },
  },
  {
    name: 'law-depends',
    address: '#/disposals',
    then: async (page) => {
      await record(page);
      await page.keyboard.press('Escape');
      await page.click('#group-depends + .row .name');
      await page.waitForTimeout(200);
    },
  },
  {
    name: 'law-barred',
    address: '#/disposals',
    then: async (page) => {
      await record(page);
      await page.keyboard.press('Escape');
      await page.click('#group-not-competent + .row .name');
      await page.waitForTimeout(200);
    },
  },
  {
    name: 'law-none',
    address: '#/disposals',
    then: async (page) => {
      await record(page);
      await page.fill('#words', 'supvised');
      await page.waitForTimeout(200);
    },
  },
  {
    name: 'law-bail',
    address: '#/bail',
    then: async (page) => {
      await toFacts(page);
      await page.selectOption('#fact-court', 'SS');
      await page.selectOption('#fact-stage', 'FIRST');
      await page.uncheck('#fact-reports-not-known');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'law-proposal-empty',
    address: '#/disposals',
    then: async (page) => {
      await page.waitForSelector('#option-list');
      await page.keyboard.press('F3');
      await page.waitForSelector('#proposal-panel');
    },
  },
  {
    name: 'law-proposal',
    address: '#/disposals',
    then: async (page) => {
      await propose(page);
      await page.keyboard.press('F3');
      await page.fill('#part-cpo-unpaid-work-1-hours', '120');
      await page.press('#part-cpo-unpaid-work-1-hours', 'Enter');
      await page.waitForSelector('.breach');
    },
  },
  {
    name: 'law-proposal-list',
    address: '#/disposals',
    then: async (page) => {
      await propose(page);
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'law-proposal-week',
    address: '#/week',
    then: async (page) => {
      await fill(page, clashing);
      await page.evaluate(() => (location.hash = '#/disposals'));
      await propose(page);
      await page.keyboard.press('F3');
      await page.locator('.times').first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'law-marked',
    address: '#/disposals',
    then: (page) => mark(page),
  },
  {
    name: 'law-compare',
    address: '#/disposals',
    then: async (page) => {
      await record(page);
      await page.keyboard.press('Escape');
      await mark(page);
      await page.keyboard.press('F4');
      await page.waitForSelector('tbody tr');
    },
  },
  {
    name: 'law-compare-bail',
    address: '#/bail',
    then: async (page) => {
      await mark(page);
      await page.keyboard.press('F4');
      await page.waitForSelector('tbody tr');
    },
  },
  {
    name: 'law-report-none',
    address: '#/disposals',
    then: async (page) => {
      await page.waitForSelector('.detail');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('dialog');
    },
  },
  {
    name: 'law-report',
    address: '#/disposals?case=0198c010-0000-7000-8000-000000000001',
    then: async (page) => {
      await page.waitForSelector('#let-go');
      await propose(page);
      await page.keyboard.press('F3');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('dialog textarea');
    },
  },
  {
    name: 'law-report-done',
    address: '#/disposals?case=0198c010-0000-7000-8000-000000000001',
    then: async (page) => {
      await page.waitForSelector('#let-go');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('dialog textarea');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('dialog a');
    },
  },
];

/** Marks the first, the second and the fourth option of the list. */
async function mark(page) {
  await page.waitForSelector('#option-list .row');
  await page.focus('#option-list');
  for (const key of ['Home', ' ', 'ArrowDown', ' ', 'ArrowDown', 'ArrowDown', ' '])
    await page.keyboard.press(key);
  await page.waitForTimeout(200);
}

/** Adds an order, a requirement of it and a sum of money to the proposal. */
async function propose(page) {
  await page.waitForSelector('#option-list');
  await page.keyboard.press('F2');
  await page.waitForSelector('#facts-panel [data-fact]');
  await page.check('#fact-imprisonable-yes');
  await page.keyboard.press('Escape');
  for (const id of ['cpo-supervision', 'cpo-unpaid-work-1', 'cpo-compensation']) {
    await page.click(`#row-${id} .name`);
    await page.focus('#option-list');
    await page.keyboard.press('+');
  }
}

async function toFacts(page) {
  await page.waitForSelector('#option-list');
  await page.keyboard.press('F2');
  await page.waitForSelector('#facts-panel [data-fact]');
}

async function record(page) {
  await toFacts(page);
  await page.selectOption('#fact-court', 'SS');
  await page.fill('#fact-age_now', '34');
  await page.press('#fact-age_now', 'Enter');
  await page.check('#fact-imprisonable-no');
  await page.waitForSelector('#group-competent');
  await page.waitForTimeout(200);
}
