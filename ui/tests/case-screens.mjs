// The case, conference and action screens, in the states worth looking at.
const one = (kind, number) => `0198c0${kind}0-0000-7000-8000-${String(number).padStart(12, '0')}`;
const morag = `#/cases/${one(1, 1)}`;
const review = `#/conferences/${one(3, 1)}`;

export const caseScreens = [
  { name: 'cases-list', address: '#/cases' },
  { name: 'cases-empty', address: '#/cases', fake: 'empty' },
  {
    name: 'cases-none-found',
    address: '#/cases',
    then: (page) => page.fill('#find', 'nobody'),
  },
  { name: 'case-new', address: '#/cases?view=new' },
  {
    name: 'case-new-errors',
    address: '#/cases?view=new',
    then: async (page) => {
      await page.fill('#case-born', 'about 1990');
      await page.fill('#case-charge-0-provision', 'Common law');
      await page.keyboard.press('Control+Enter');
    },
  },
  { name: 'case-overview', address: morag },
  { name: 'case-reports', address: `${morag}?view=reports` },
  { name: 'case-conferences', address: `${morag}?view=conferences` },
  { name: 'case-log', address: `${morag}?view=log` },
  { name: 'case-edit', address: `${morag}?view=edit` },
  { name: 'conferences-list', address: '#/conferences' },
  { name: 'conference-new', address: '#/conferences?view=new' },
  { name: 'conference', address: review },
  {
    name: 'conference-open',
    address: review,
    then: async (page) => {
      await page.click('#people-1-edit');
      await page.click('#discussion-2');
      await page.fill('#discussion-2-line', '/a ring housing @J Sample fri');
      await page.keyboard.press('Enter');
      await page.click('#agenda-3-remove');
      await page.waitForTimeout(700);
      await page.locator('main').evaluate((main) => main.scrollTo(0, 0));
    },
  },
  {
    name: 'conference-paper',
    address: review,
    then: async (page) => {
      await page.click('#papers-0-edit');
      await page.locator('#part-papers').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'conference-minuted',
    address: `#/conferences/${one(3, 2)}`,
    then: async (page) => {
      await page.click('#discussion-2');
      await page.locator('#part-discussion').evaluate((part) => part.scrollIntoView());
    },
  },
  {
    name: 'conference-actions',
    address: review,
    then: async (page) => {
      await page.click('#actions-0-edit');
      await page.locator('#part-actions').evaluate((part) => part.scrollIntoView());
    },
  },
  { name: 'actions', address: '#/actions' },
  { name: 'actions-empty', address: '#/actions', fake: 'empty' },
];
