// The directory: filters, the person, nothing found, the map and its table, gaps, and an entry to
// refer by.
const caseOf = (number) => `0198c010-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const directoryScreens = [
  { name: 'directory', address: '#/directory' },
  {
    name: 'directory-typed',
    address: '#/directory',
    then: async (page) => {
      await page.fill('#words', 'cal');
      await page.keyboard.press('ArrowDown');
    },
  },
  { name: 'directory-person', address: '#/directory?words=heroin&sex=female&age=24' },
  {
    name: 'directory-apart',
    address: '#/directory?words=heroin&sex=female&age=24',
    then: async (page) => {
      for (const apart of ['#unsuited', '#next-door']) {
        const open = await page.locator(apart).evaluate((node) => node.parentElement.open);
        if (!open) await page.click(apart);
      }
      await page.locator('#next-door').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'directory-more',
    address: '#/directory?sex=female&age=old&group=women&taking=yes',
    then: async (page) => {
      await page.keyboard.press('F2');
      await page.waitForSelector('#who-sex');
    },
  },
  {
    name: 'directory-none',
    address: '#/directory?words=herion&sex=male&age=16',
  },
  {
    name: 'directory-everything',
    address: '#/directory?council=-&ended=yes&expired=yes',
    then: async (page) => {
      const more = page.getByRole('button', { name: /^Show \d+ more$/ });
      await more.click();
    },
  },
  {
    name: 'directory-map',
    address: '#/directory?view=map',
    then: async (page) => {
      await page.focus('#map-now');
      await page.keyboard.press('ArrowUp');
    },
  },
  { name: 'directory-map-filtered', address: '#/directory?view=map&words=heroin' },
  {
    name: 'directory-map-table',
    address: '#/directory?view=map&words=heroin',
    then: async (page) => {
      await page.focus('#map-now');
      await page.keyboard.press('t');
    },
  },
  { name: 'directory-gaps', address: '#/directory?view=gaps&council=-' },
  { name: 'directory-gaps-none', address: '#/directory?view=gaps&council=S12000014' },
  {
    name: 'directory-gap',
    address: '#/directory?need=O3',
    then: (page) => page.keyboard.press('Control+Shift+G'),
  },
  {
    name: 'directory-gap-faults',
    address: '#/directory?council=-',
    then: async (page) => {
      await page.keyboard.press('Control+Shift+G');
      await page.keyboard.press('Control+Enter');
    },
  },
  {
    // By keys alone: the question, Enter on the row, Ctrl+P. The council is the worker's own.
    name: 'directory-sheet',
    address: '#/directory',
    then: async (page) => {
      await page.waitForSelector('[data-row]');
      await page.keyboard.type('heroin');
      await page.keyboard.press('F2');
      await page.waitForSelector('#who-sex:focus');
      await page.keyboard.press('f');
      await page.keyboard.press('Tab');
      await page.keyboard.type('24');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-row]:focus');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#to-refer');
      await page.keyboard.press('Control+p');
      await page.getByRole('dialog', { name: /Example Recovery Service/ }).waitFor();
    },
  },
  {
    // The case is opened on a menu, and the directory begins with its person.
    name: 'directory-of-case',
    address: `#/disposals?case=${caseOf(1)}`,
    then: async (page) => {
      await page.waitForSelector('#let-go');
      await page.keyboard.press('Control+4');
      await page.waitForSelector('#without-case');
      await page.keyboard.type('heroin');
      await page.keyboard.press('F2');
      await page.waitForSelector('#who-sex:focus');
    },
  },
  {
    name: 'directory-case-let-go',
    address: `#/disposals?case=${caseOf(1)}`,
    then: async (page) => {
      await page.waitForSelector('#let-go');
      await page.keyboard.press('Control+4');
      await page.waitForSelector('#without-case');
      await page.selectOption('#facet-council', 'S12000042');
      await page.waitForSelector('#case-again');
    },
  },
  { name: 'service', address: '#/directory/pg-caledonian-fife' },
  { name: 'service-refer', address: '#/directory/demo-recovery-fife' },
  { name: 'service-waiting', address: '#/directory/pg-fife-womens-team' },
  { name: 'service-ended', address: '#/directory/pg-fife-drug-court' },
];
