// Opens every screen of the built page with the fake core in Chromium, in three themes and at
// 320 px and with text at 400 %; fails on any accessibility violation, page error, refused inline thing or sideways
// scroll. Usage: node tests/screens.mjs OUT [parts of names, with commas] [sizes]
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { screens } from './screen-list.mjs';
import { serve } from './serve.mjs';

const [out = 'screens', only = '', onlySize = ''] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
// What a theme can make worse. The rest of a screen is the same in every theme, and is tried once.
const ofColour = ['color-contrast', 'link-in-text-block'];
// What the size of the text can make worse: what stands on the page is the same as at 320 px.
const ofSize = ['scrollable-region-focusable', 'target-size'];
const sizes = [
  { name: 'window', width: 1093, height: 614, themes: ['light', 'dark', 'contrast'] },
  { name: '320', width: 320, height: 640, themes: ['light'] },
  { name: '400', width: 1280, height: 800, textSize: 400, themes: ['light'], rules: ofSize },
];
const named =
  (wanted) =>
  ({ name }) =>
    wanted.split(',').some((part) => name.includes(part));

mkdirSync(out, { recursive: true });
const built = mkdtempSync(join(tmpdir(), 'sederunt-page-'));
await build({
  root: fileURLToPath(new URL('..', import.meta.url)),
  mode: 'fake',
  logLevel: 'error',
  build: { outDir: built },
});
const server = await serve(built);
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
let faults = 0;
const fault = (where, what) => {
  faults += 1;
  console.error(`✗ ${where}: ${what}`);
};

/** A machine that does much else may be slow: this long, and something is wrong. */
const patience = 90_000;

/** The pages of one hand: what the page is made of is read and compiled once for all of one size. */
class Hand {
  #size = null;
  #context = null;

  async page(size) {
    if (this.#size !== size) {
      await this.#context?.close();
      this.#size = size;
      this.#context = await browser.newContext({
        viewport: { width: size.width, height: size.height },
        bypassCSP: false,
        locale: 'en-GB',
        reducedMotion: 'reduce',
      });
    }
    return this.#context.newPage();
  }
}

async function tryOut(hand, screen, size) {
  const at = `${screen.name} (${size.name})`;
  const page = await hand.page(size);
  page.setDefaultTimeout(patience);
  page.on('pageerror', (error) => fault(at, `page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') fault(at, message.text());
  });
  // As the window does.
  await page.addInitScript(() => Object.freeze(Object.prototype));
  const [first] = size.themes;
  const asked = `fake=${screen.fake ?? 'open'}&theme=${first}&size=${size.textSize ?? 100}`;
  try {
    await page.goto(`${server.address}/?${asked}${screen.address ?? ''}`);
    await page.waitForSelector('h1');
    await page.evaluate(() => document.fonts.ready);
    await screen.then?.(page, size);
    await page.waitForTimeout(150);
    await page.evaluate(axe);
    for (const theme of size.themes) await look(page, screen, size, theme);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (sideways > 0) fault(at, `scrolls sideways by ${sideways} px`);
  } catch (error) {
    fault(at, error.message);
    await page.screenshot({ path: join(out, `${screen.name}-${size.name}-fault.png`) });
  }
  await page.close();
}

async function look(page, screen, size, theme) {
  const [first] = size.themes;
  const name = size.themes.length > 1 ? theme : size.name;
  await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
  const rules = theme === first ? size.rules : ofColour;
  const asked = rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags };
  const { violations } = await page.evaluate(
    (runOnly) => globalThis.axe.run(document, { runOnly }),
    asked,
  );
  for (const { id, help, nodes } of violations) {
    const [node] = nodes;
    fault(
      `${screen.name} (${name})`,
      `${id}: ${help} (${nodes.length}) ${node?.html.slice(0, 160)} ${node?.failureSummary?.replace(/\s+/g, ' ').slice(0, 240)}`,
    );
  }
  await page.screenshot({
    path: join(out, `${screen.name}-${name}.png`),
    fullPage: size.name === '320',
  });
}

const due = sizes
  .filter(named(onlySize))
  .flatMap((size) => screens.filter(named(only)).map((screen) => ({ screen, size })));
// As many at once as there are processors: a page keeps one of them busy.
const hands = Array.from({ length: Math.min(4, availableParallelism()) }, async () => {
  const hand = new Hand();
  for (let next = due.shift(); next; next = due.shift()) {
    await tryOut(hand, next.screen, next.size);
  }
});
await Promise.all(hands);

await browser.close();
server.close();
rmSync(built, { recursive: true });
console.log(faults === 0 ? 'Every screen passed.' : `${faults} faults.`);
process.exitCode = faults === 0 ? 0 : 1;
