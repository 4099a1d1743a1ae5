// Opens every screen of the built page with the fake core in Chromium, in three themes and at
// 320 px and with text at 400 %; fails on any accessibility violation, page error, refused inline thing or sideways
// scroll. Usage: node tests/screens.mjs OUT [parts of names, with commas] [looks]
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { screens } from './screen-list.mjs';
import { serve } from './serve.mjs';

const [out = 'screens', only = '', onlyLook = ''] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const looks = [
  { name: 'light', theme: 'light', width: 1093, height: 614 },
  { name: 'dark', theme: 'dark', width: 1093, height: 614 },
  { name: 'contrast', theme: 'contrast', width: 1093, height: 614 },
  { name: '320', theme: 'light', width: 320, height: 640 },
  { name: '400', theme: 'light', width: 1280, height: 800, textSize: 400 },
];

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

for (const look of looks.filter(({ name }) =>
  onlyLook.split(',').some((part) => name.includes(part)),
)) {
  for (const screen of screens.filter(({ name }) =>
    only.split(',').some((part) => name.includes(part)),
  )) {
    const where = `${screen.name} (${look.name})`;
    const context = await browser.newContext({
      viewport: { width: look.width, height: look.height },
      bypassCSP: false,
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => fault(where, `page error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') fault(where, message.text());
    });
    const asked = `fake=${screen.fake ?? 'open'}&theme=${look.theme}&size=${look.textSize ?? 100}`;
    // As the window does.
    await page.addInitScript(() => Object.freeze(Object.prototype));
    try {
      await page.goto(`${server.address}/?${asked}${screen.address ?? ''}`);
      await page.waitForSelector('h1', { timeout: 20_000 });
      await page.evaluate(() => document.fonts.ready);
      await screen.then?.(page, look);
      await page.waitForTimeout(150);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(
        (values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values } }),
        tags,
      );
      for (const { id, help, nodes } of violations) {
        const [first] = nodes;
        fault(
          where,
          `${id}: ${help} (${nodes.length}) ${first?.html.slice(0, 160)} ${first?.failureSummary?.replace(/\s+/g, ' ').slice(0, 240)}`,
        );
      }
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (sideways > 0) fault(where, `scrolls sideways by ${sideways} px`);
    } catch (error) {
      fault(where, error.message);
    }
    await page.screenshot({
      path: join(out, `${screen.name}-${look.name}.png`),
      fullPage: look.name === '320',
    });
    await context.close();
  }
}

await browser.close();
server.close();
rmSync(built, { recursive: true });
console.log(faults === 0 ? 'Every screen passed.' : `${faults} faults.`);
process.exitCode = faults === 0 ? 0 : 1;
