// The week of a person: empty, being written, with clashes as a grid and as a list, and without any.
export const weekScreens = [
  { name: 'week-empty', address: '#/week' },
  {
    name: 'week-form',
    address: '#/week',
    then: async (page) => {
      await fill(page, clashing.slice(0, 2));
      await page.getByRole('button', { name: 'Add a commitment' }).click();
      await page.getByLabel('Kind').selectOption('programme');
    },
  },
  {
    name: 'week-faults',
    address: '#/week',
    then: async (page) => {
      await page.getByRole('button', { name: 'Add a commitment' }).click();
      await page.getByLabel('Kind').selectOption('programme');
      await page.getByLabel('Travel each way').fill('far');
      await page.getByRole('button', { name: 'Add to the week' }).click();
    },
  },
  { name: 'week-clashes', address: '#/week', then: (page) => fill(page, clashing) },
  {
    name: 'week-block',
    address: '#/week',
    then: async (page) => {
      await fill(page, clashing);
      const block = page.locator('[data-block]:visible').first();
      await block.focus();
      for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    },
  },
  {
    name: 'week-list',
    address: '#/week',
    then: async (page) => {
      await fill(page, clashing);
      const list = page.getByRole('button', { name: 'List', exact: true });
      if (await list.isVisible()) await list.click();
    },
  },
  {
    name: 'week-proposed',
    address: '#/disposals',
    then: async (page) => {
      for (const id of ['cpo-unpaid-work-1', 'cpo-programme']) {
        await page.click(`#row-${id} .name`);
        await page.focus('#option-list');
        await page.keyboard.press('+');
      }
      await page.evaluate(() => (location.hash = '#/week'));
      await fill(page, clashing.slice(0, 2));
    },
  },
  { name: 'week-clear', address: '#/week', then: (page) => fill(page, fitting) },
];

const fitting = [
  { kind: 'stay-in', name: 'Tag at home', from: '19:00', until: '7:00', days: 'Every day' },
  {
    kind: 'unpaid-work',
    name: 'Garden team',
    from: '9.30',
    until: '16',
    travel: '30',
    days: 'Sat',
  },
  { kind: 'work', name: 'Bakery', from: '8', until: '4pm', travel: '20', days: 'Weekdays' },
];

export const clashing = [
  { kind: 'stay-in', name: 'Tag at home', from: '19:00', until: '7:30', days: 'Every day' },
  { kind: 'work', name: 'Bakery', from: '7:30', until: '13:00', travel: '30', days: 'Weekdays' },
  {
    kind: 'programme',
    name: 'Men’s group',
    from: '18:00',
    until: '20:00',
    travel: '25',
    days: 'Tue',
  },
  {
    kind: 'unpaid-work',
    name: 'Garden team',
    from: '9',
    until: '16',
    travel: '20',
    days: 'Fri Sat',
  },
  { kind: 'appointment', name: 'Supervision', from: '14:00', until: '14:45', days: 'Wed' },
  { kind: 'religion', name: 'Friday prayers', from: '13:15', until: '14', days: 'Fri' },
  { kind: 'caring', name: 'School run', from: '15:00', until: '15:45', days: 'Weekdays' },
  { kind: 'keep-away', name: 'Example Street', from: '0:00', until: 'midnight', days: 'Sat Sun' },
];

export async function fill(page, commitments) {
  for (const one of commitments) {
    await page.getByRole('button', { name: 'Add a commitment' }).click();
    await page.getByLabel('Kind').selectOption(one.kind);
    await page.getByLabel('What you call it').fill(one.name);
    await page.getByLabel('From', { exact: true }).fill(one.from);
    await page.getByLabel('Until', { exact: true }).fill(one.until);
    if (one.travel) await page.getByLabel('Travel each way').fill(one.travel);
    if (/day/.test(one.days)) await page.getByRole('button', { name: one.days }).click();
    else for (const day of one.days.split(' ')) await page.locator(`[id$="-day-${day}"]`).check();
    await page.getByRole('button', { name: 'Add to the week' }).click();
  }
  await page.waitForTimeout(400);
  await page.evaluate(() => {
    document.activeElement?.blur();
    document.querySelector('[data-scroller]')?.scrollTo(0, 0);
  });
}
