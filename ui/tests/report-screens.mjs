// The report editor and the document preview, for screens.mjs. The drafts are the fake core's: 2 is
// blank, 3 has planted faults, 4 is complete, 5 is issued, 6 meets another writer, 7 a full disk.
const report = (number, query = '') =>
  `#/reports/0198c020-0000-7000-8000-${String(number).padStart(12, '0')}${query}`;

/** Where there is little room the panes are tabs. */
const tab = async (page, name) => {
  const parts = page.getByRole('tablist', { name: 'Parts of the report' });
  if (await parts.count()) await parts.getByRole('tab', { name }).click();
};

const writes = async (page) => {
  await page.locator('#q-offence-account').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' A little more.');
  await page.waitForTimeout(1200);
};

export const reportScreens = [
  { name: 'report-blank', address: report(2) },
  { name: 'report-prose', address: report(3, '?section=offence-analysis') },
  {
    name: 'report-tables',
    address: report(3, '?section=conclusion-and-plan'),
    then: async (page) => {
      await page.locator('summary', { hasText: 'To give his weekends' }).click();
      await page.locator('#section-title').focus();
    },
  },
  {
    name: 'report-checks',
    address: report(3, '?section=basis'),
    then: async (page) => {
      await tab(page, 'Guidance');
      await page.getByRole('tab', { name: /^Checks/ }).click();
    },
  },
  {
    name: 'report-sections',
    address: report(3),
    then: (page) => tab(page, 'Sections'),
  },
  {
    name: 'report-cite',
    address: report(3, '?section=offence-analysis'),
    then: async (page) => {
      await page.locator('#q-offence-account').focus();
      await page.keyboard.press('Control+e');
      await page.waitForSelector('dialog');
    },
  },
  {
    name: 'report-conflict',
    address: report(6, '?section=offence-analysis'),
    then: writes,
  },
  {
    name: 'report-disk-full',
    address: report(7, '?section=offence-analysis'),
    then: writes,
  },
  { name: 'report-finish-faults', address: report(3, '?view=finish') },
  { name: 'report-finish-issue', address: report(4, '?view=finish') },
  { name: 'report-issued', address: report(5) },
  {
    name: 'preview-pages',
    address: report(5),
    then: async (page) => {
      await page.keyboard.press('Control+Shift+P');
      await page.waitForSelector('dialog img');
    },
  },
  {
    name: 'preview-text',
    address: report(5),
    then: async (page) => {
      await page.keyboard.press('Control+Shift+P');
      await page.waitForSelector('dialog img');
      await page.keyboard.press('t');
      await page.waitForSelector('dialog h2');
    },
  },
];
