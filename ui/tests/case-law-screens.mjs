// The two menus with a case open, the case chosen, and what stands on the way in and out.
const one = (number) => `0198c010-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const caseLawScreens = [
  {
    name: 'case-law-line',
    address: `#/disposals?case=${one(1)}`,
    then: (page) => page.waitForSelector('#let-go'),
  },
  {
    name: 'case-law-bail',
    address: `#/bail?case=${one(3)}`,
    then: (page) => page.waitForSelector('#let-go'),
  },
  {
    name: 'case-law-panel',
    address: `#/disposals?case=${one(1)}`,
    then: async (page) => {
      await toFacts(page);
      await page.check('#fact-imprisonable-yes');
      await page.waitForSelector('text=Kept with the case');
      await page.locator('#facts-panel .groups').evaluate((groups) => groups.scrollTo(0, 0));
    },
  },
  {
    name: 'case-law-choose',
    address: '#/disposals',
    then: async (page) => {
      await page.waitForSelector('#option-list');
      await page.click('#choose-case');
      await page.waitForSelector('dialog [data-row]');
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'case-law-choose-none',
    address: '#/disposals',
    then: async (page) => {
      await page.waitForSelector('#option-list');
      await page.click('#choose-case');
      await page.fill('#case-words', 'nobody');
    },
  },
  {
    name: 'case-law-box',
    address: `#/cases/${one(1)}?view=edit&at=case-charge-0-when`,
    then: (page) => page.waitForSelector('#case-charge-0-when:focus'),
  },
  {
    name: 'demonstration-closed',
    address: '#/today',
    fake: 'demo',
    then: async (page) => {
      await page.keyboard.press('Control+Shift+L');
      await page.waitForSelector('#look-again');
    },
  },
];

async function toFacts(page) {
  await page.waitForSelector('#let-go');
  await page.waitForSelector('#option-list');
  await page.keyboard.press('F2');
  await page.waitForSelector('#facts-panel [data-fact]');
}
