// What changed since the person last looked.
export const changesScreens = [
  { name: 'changes', address: '#/changes' },
  { name: 'changes-clerk', address: '#/changes', fake: 'clerk' },
  { name: 'changes-none', address: '#/changes', fake: 'empty' },
  {
    name: 'changes-seen',
    address: '#/changes',
    then: async (page) => {
      await page.waitForSelector('#changes-bail');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('.empty');
    },
  },
  {
    name: 'changes-reached',
    address: '#/today',
    then: async (page) => {
      await page.waitForSelector('#see-what-changed');
      await page.keyboard.press('Control+Shift+E');
      await page.waitForSelector('#changes-directory');
    },
  },
];
