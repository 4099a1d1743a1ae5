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
];

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
