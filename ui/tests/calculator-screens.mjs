// The calculators: what they ask, what they answer, and how they were reckoned.
export const calculatorScreens = [
  {
    name: 'calendar-kept',
    address: '#/calculators',
    then: async (page) => {
      await page.getByRole('button', { name: 'Court and council holidays' }).click();
      await page.selectOption('#calendar-place', 'SC-DNF');
      for (const [day, name] of [
        ['23 11 2026', 'Autumn holiday'],
        ['6 4 2026', 'Easter Monday'],
      ]) {
        await page.fill('#calendar-day', day);
        await page.fill('#calendar-name', name);
        await page.keyboard.press('Control+Enter');
        await page.getByText(name, { exact: true }).waitFor();
      }
      await page.keyboard.press('Control+Enter');
    },
  },
  { name: 'calculators', address: '#/calculators' },
  { name: 'calculators-answer', address: '#/calculators/sample-share', then: share },
  {
    name: 'calculators-unchecked',
    address: '#/calculators/sample-last-day',
    then: async (page) => {
      await fill(page, 'sample-last-day-from', '2 11 2026');
      await fill(page, 'sample-last-day-period', '28 days');
      await page.waitForSelector('.answer .value');
    },
  },
  {
    name: 'calculators-facts',
    address: '#/disposals',
    then: async (page) => {
      await page.waitForSelector('#option-list');
      await page.keyboard.press('F2');
      await page.selectOption('#fact-court', 'SS');
      await page.fill('#fact-age_now', '34');
      await page.press('#fact-age_now', 'Enter');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+8');
      await page.fill('#words', 'young');
      await page.keyboard.press('Enter');
      await page.selectOption('#fact-court', 'JP');
      await page.waitForSelector('.answer .value');
    },
  },
  {
    name: 'calculators-kinds',
    address: '#/calculators/sample-kinds',
    then: async (page) => {
      await fill(page, 'max_term', 'a while');
      await page.press('[id="fact-max_term"]', 'Enter');
      await page.check('#fact-imprisonable-yes');
      await page.selectOption('#fact-court', 'SS');
      await fill(page, 'max_fine', '£5,000');
      await page.check('#fact-sample-last-day-counts-no');
      await page.click('summary:has-text("Reports and evidence")');
      await page.waitForTimeout(200);
    },
  },
  {
    name: 'calculators-none',
    address: '#/calculators',
    then: async (page) => {
      await page.waitForSelector('#calculator-list');
      await page.fill('#words', 'nothing like it');
    },
  },
  { name: 'calculators-unknown', address: '#/calculators/no-such' },
];

async function fill(page, input, words) {
  await page.fill(`[id="fact-${input}"]`, words);
}

async function share(page) {
  await fill(page, 'sample-share-sum-1', '£12,500');
  await fill(page, 'sample-share-people', '3');
  await page.waitForSelector('.answer .value');
}
