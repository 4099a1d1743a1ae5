// Does the work of the case and conference screens with the keyboard alone, in Chromium with the
// fake core. Usage: node tests/case-keys.mjs
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const server = await serve(fileURLToPath(new URL('../dist-fake', import.meta.url)));
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
const page = await browser.newPage({ viewport: { width: 1093, height: 614 } });
const press = async (...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
const type = (words) => page.keyboard.type(words);
const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
const heading = () => page.locator('h1').innerText();
const said = () => page.locator('[role=status]').first().innerText();
/** Tabs until an element has the focus, as a person would. */
const tabTo = async (id, key = 'Tab') => {
  for (let tries = 0; tries < 150 && (await focused()) !== id; tries += 1) await press(key);
  assert.equal(await focused(), id);
};
/** Whether nothing covers the element that has the focus. */
const seen = () =>
  page.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect();
    const top = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return Boolean(
      top && (document.activeElement?.contains(top) || top.contains(document.activeElement)),
    );
  });

await page.goto(`${server.address}/?fake=open#/today`);
await page.waitForSelector('h1');

// Find a case and open it.
await press('Control+5');
await page.waitForSelector('#find');
await tabTo('find');
await type('sample');
await press('Enter');
await page.waitForSelector('h1:has-text("SAMPLE")');
assert.equal(await heading(), 'SAMPLE, Callum Iain');

// Add a case from the list.
await press('Control+5');
await page.waitForSelector('#find');
await tabTo('find');
await press('ArrowDown', 'ArrowDown', 'n');
await page.waitForSelector('#case-surname');
await tabTo('case-born');
await type('1 1 90');
await press('Control+Enter');
await page.waitForSelector('#problems-title');
await page.waitForTimeout(50);
assert.match(await page.title(), /^Error: /);
assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /problem/);
await press('Tab', 'Enter');
assert.equal(await focused(), 'case-surname');
await type('Example');
await tabTo('case-reference');
await type('DEMO-0099');
await tabTo('case-court');
await type('Inverbrae Sheriff Court');
await tabTo('charge-add');
assert.ok(await seen(), 'the button stands clear of the bar at the foot');
await press('Enter');
await page.waitForTimeout(50);
assert.equal(await focused(), 'case-charge-1-offence');
await type('Theft');
await press('Control+Enter');
await page.waitForSelector('h1:has-text("EXAMPLE")');
assert.match(await page.locator('main').innerText(), /born 01 Jan 1990/);
assert.match(await page.locator('main').innerText(), /Theft/);

// A conference: move, remove and undo, minute and act, build the pack.
await press('Control+6');
await page.waitForSelector('[data-row]');
await tabTo('find');
await press('ArrowDown', 'Enter');
await page.waitForSelector('#part-agenda');
await tabTo('agenda-1-title');
await press('Alt+ArrowDown');
await page.waitForTimeout(50);
assert.equal(await focused(), 'agenda-2-title');
assert.match(await said(), /Compliance and hours: 3 of 10/);
await tabTo('agenda-2-remove');
await press('Enter');
await page.waitForTimeout(50);
assert.equal(await page.locator('[data-list=agenda]').count(), 9);
await press('Control+z');
await page.waitForTimeout(50);
assert.equal(await page.locator('[data-list=agenda]').count(), 10);
await tabTo('people-1-attendance');
await press('p');
assert.equal(await page.inputValue('#people-1-attendance'), 'present');
assert.ok(await seen());
await tabTo('discussion-1');
await press('Enter');
await tabTo('discussion-1-line');
await type('The order was read over.');
await press('Enter');
assert.equal(await page.inputValue('#discussion-1-words'), 'The order was read over.');
await type('/a housing to confirm address @J Sample fri');
await press('Enter');
await page.waitForTimeout(50);
assert.match(await page.locator('#part-actions').innerText(), /A3 housing to confirm address/);
await press('Control+z');
await page.waitForTimeout(50);
assert.doesNotMatch(await page.locator('#part-actions').innerText(), /A3/);
await page.waitForTimeout(700);
assert.match(await page.locator('footer').innerText(), /Saved \d\d:\d\d:\d\d/);
await press('Control+PageDown', 'Control+PageDown', 'Control+PageDown');
assert.equal(await focused(), 'part-close-title');
await press('Control+Enter');
await page.waitForSelector('#pack-C', { state: 'attached' });
assert.match(await page.locator('#part-pack').innerText(), /Edition C/);

await browser.close();
server.close();
console.log('Done by keyboard alone.');
