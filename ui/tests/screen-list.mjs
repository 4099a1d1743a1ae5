// The screens that screens.mjs opens. `address` is the hash; `fake` the fake core's scenario;
// `then` brings the screen to the state to be looked at.
export const screens = [
  { name: 'today', address: '#/today' },
  { name: 'bail', address: '#/bail' },
  { name: 'bail-heavy', address: '#/bail?id=bail-ordinary' },
  {
    name: 'bail-typed',
    address: '#/bail',
    then: async (page) => {
      await page.fill('#words', 'tag');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'bail-none',
    address: '#/bail',
    then: (page) => page.fill('#words', 'supvised'),
  },
  {
    name: 'bail-old-law',
    address: '#/bail?stage=first-appearance&ended=shown',
    then: async (page) => {
      await page.fill('#as-at', '1 3 2008');
      await page.press('#as-at', 'Enter');
    },
  },
  { name: 'disposals', address: '#/disposals' },
  { name: 'directory', address: '#/directory' },
  { name: 'settings', address: '#/settings' },
  { name: 'cases', address: '#/cases' },
  { name: 'conferences', address: '#/conferences' },
  {
    name: 'help',
    address: '#/today',
    then: (page) => page.keyboard.press('F1'),
  },
];
