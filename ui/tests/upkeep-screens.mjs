// Keeping the directory true: an entry, its form, the work list, files and what is written out.
const entry = '#/directory/pg-caledonian-fife';
const form = `${entry}/edit`;

export const upkeepScreens = [
  { name: 'upkeep-entry', address: entry, then: toUpkeep },
  {
    name: 'upkeep-entry-confirmed',
    address: entry,
    then: async (page) => {
      await page.waitForSelector('#upkeep-confirm');
      await page.keyboard.press('Control+Shift+K');
      await page.getByText('Taken back').waitFor({ state: 'hidden' });
      await page.getByText('Kept here: note').click();
      await page.fill('#upkeep-note', 'Ask for the duty worker; mornings only.');
      await page.fill('#upkeep-reviewer', 'Groupwork manager');
      await page.keyboard.press('Control+S');
      await page.waitForTimeout(200);
      await toUpkeep(page);
    },
  },
  {
    name: 'upkeep-entry-end',
    address: entry,
    then: (page) => page.click('#upkeep-end'),
  },
  { name: 'upkeep-form', address: form, then: (page) => page.waitForSelector('#service-name') },
  {
    name: 'upkeep-form-below',
    address: form,
    then: async (page) => {
      await page.waitForSelector('#service-name');
      for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+PageDown');
      await page.waitForTimeout(100);
    },
  },
  {
    name: 'upkeep-form-new',
    address: '#/directory/new/edit',
    then: async (page) => {
      await page.waitForSelector('#service-name');
      await page.fill('#service-ageFrom', 'many');
      await page.fill('#service-toldOn', '30 2 2026');
      await page.keyboard.press('Control+Enter');
    },
  },
  {
    name: 'upkeep-form-clash',
    address: form,
    then: async (page) => {
      await page.fill('#service-cost', 'Free to the person');
      await page.selectOption('#service-state', 'planned');
      await page.getByRole('link', { name: 'Caledonian System, Fife' }).click();
      await page.click('#upkeep-end');
      await page.click('#end-finish');
      await page.waitForTimeout(200);
      await page.click('#upkeep-edit');
      await page.waitForSelector('#service-name');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('#clash-save');
    },
  },
  { name: 'upkeep-work', address: '#/upkeep' },
  {
    name: 'upkeep-work-marked',
    address: '#/upkeep?council=-',
    then: async (page) => {
      await page.locator('[data-row]').first().focus();
      for (const key of ['Space', 'ArrowDown', 'Space', 'ArrowDown', 'C']) {
        await page.keyboard.press(key);
        await page.waitForTimeout(50);
      }
    },
  },
  {
    name: 'upkeep-work-letter',
    address: '#/upkeep',
    then: async (page) => {
      await page
        .getByRole('button', { name: /^Letter…/ })
        .first()
        .click();
      await page.waitForSelector('#letter-copy');
    },
  },
  {
    name: 'upkeep-work-none',
    address: '#/upkeep',
    then: (page) => page.fill('#work-words', 'zeppelin'),
  },
  { name: 'upkeep-periods', address: '#/upkeep?tab=periods' },
  {
    name: 'upkeep-periods-set',
    address: '#/upkeep?tab=periods',
    then: async (page) => {
      await page.fill('#period-housing', '12');
      await page.keyboard.press('Enter');
      await page.fill('#period-diversion', '61');
      await page.keyboard.press('Enter');
      await page.locator('#period-diversion-error').scrollIntoViewIfNeeded();
    },
  },
  { name: 'upkeep-organisations', address: '#/upkeep?tab=organisations' },
  {
    name: 'upkeep-organisation-new',
    address: '#/upkeep?tab=organisations',
    then: async (page) => {
      await page.click('#organisation-new');
      await page.fill('#organisation-website', 'example');
      await page.click('#organisation-save');
    },
  },
  {
    name: 'upkeep-organisation-added',
    address: '#/upkeep?tab=organisations',
    then: async (page) => {
      await page.click('#organisation-new');
      await page.fill('#organisation-name', 'Inverbrae Bridges');
      await page.selectOption('#organisation-kind', 'third-sector');
      await page.getByLabel('All Scotland').check();
      await page.fill('#organisation-note', 'Duty worker, mornings: 01632 960000');
      await page.click('#organisation-save');
      await page.click('#history-here-inverbrae-bridges');
      await page.waitForSelector('[id^="back-"]');
    },
  },
  {
    name: 'upkeep-form-provider',
    address: form,
    then: async (page) => {
      await page.fill('#service-providers', 'ap');
      await page.locator('#provider-add').scrollIntoViewIfNeeded();
    },
  },
  { name: 'upkeep-files', address: '#/upkeep?tab=files' },
  {
    name: 'upkeep-files-taking',
    address: '#/upkeep?tab=files',
    fake: 'slow',
    then: async (page) => {
      await page.click('#import-choose');
      await page.click('#import-take');
      await page.getByLabel('9,400 of 20,000 entries').waitFor();
    },
  },
  {
    name: 'upkeep-files-taking-back',
    address: '#/upkeep?tab=files',
    fake: 'slow',
    then: async (page) => {
      await page.locator('[id^="batch-"]').first().click();
      await page.click('#batch-finish');
      await page.waitForSelector('#import-progress');
    },
  },
  {
    name: 'upkeep-files-sound',
    address: '#/upkeep?tab=files',
    then: (page) => page.click('#import-choose'),
  },
  {
    name: 'upkeep-files-feed',
    address: '#/upkeep?tab=files',
    then: async (page) => {
      await page.click('#import-choose');
      await page.click('#import-let-go');
      await page.click('#import-choose');
      await page.check('#import-contacts');
      await page.getByText('Take in 1 entry').waitFor();
    },
  },
  { name: 'upkeep-files-faults', address: '#/upkeep?tab=files', then: readFaulty },
  {
    name: 'upkeep-files-columns',
    address: '#/upkeep?tab=files',
    then: async (page) => {
      await readFaulty(page);
      await page.selectOption('#column-4', '');
      await page.locator('#columns-again').scrollIntoViewIfNeeded();
    },
  },
  { name: 'upkeep-files-taken', address: '#/upkeep?tab=files', then: takeIn },
  {
    name: 'upkeep-files-back',
    address: '#/upkeep?tab=files',
    then: async (page) => {
      await takeIn(page);
      await page.locator('[id^="batch-"]').first().click();
    },
  },
  { name: 'upkeep-write', address: '#/upkeep?tab=write' },
  {
    name: 'upkeep-write-done',
    address: '#/upkeep?tab=write',
    then: async (page) => {
      await page.getByLabel('Open Referral UK 3.0').check();
      await page.check('#contacts-too');
      await page.click('#write-out');
    },
  },
  {
    name: 'upkeep-publish',
    address: '#/upkeep?tab=publish',
    then: (page) => page.click('#propose'),
  },
  {
    name: 'upkeep-publish-edition',
    address: '#/upkeep?tab=publish',
    then: async (page) => {
      await page.click('#read-edition');
      await page.waitForSelector('#install');
    },
  },
];

async function toUpkeep(page) {
  await page.locator('#upkeep-title').scrollIntoViewIfNeeded();
  await page.evaluate(() => document.getElementById('upkeep-title')?.scrollIntoView());
}

async function readFaulty(page) {
  await page.getByLabel('Windows-1252').check();
  await page.click('#import-choose');
  await page.waitForSelector('#import-take');
}

async function takeIn(page) {
  await page.click('#import-choose');
  await page.click('#import-take');
  await page.locator('[id^="batch-"]').first().waitFor();
}
