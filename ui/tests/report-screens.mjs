// The report editor and the document preview, for screens.mjs. The drafts are the fake core's: 2 is
// blank, 3 has planted faults, 4 is complete, 5 is issued.
const report = (number, query = '') =>
  `#/reports/0198c020-0000-7000-8000-${String(number).padStart(12, '0')}${query}`;

const tab = async (page, look, name) => {
  if (look.name === '320') await page.getByRole('tab', { name }).click();
};

export const reportScreens = [
  { name: 'report-blank', address: report(2) },
  { name: 'report-prose', address: report(3, '?section=offence-analysis') },
  {
    name: 'report-tables',
    address: report(3, '?section=conclusion-and-plan'),
    then: async (page) => {
      await page.locator('summary', { hasText: 'To give his weekends' }).click();
    },
  },
  {
    name: 'report-checks',
    address: report(3, '?section=basis'),
    then: async (page, look) => {
      await tab(page, look, 'Guidance');
      await page.getByRole('tab', { name: /^Checks/ }).click();
    },
  },
  {
    name: 'report-sections',
    address: report(3),
    then: (page, look) => tab(page, look, 'Sections'),
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
