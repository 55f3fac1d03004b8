// What is looked at on a page. Each answers with a list of findings in words; none is well.

import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';

const AXE = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
/** Bytes of all bodies as sent: the page, style, fonts and icon, as a first visitor loads them. */
export const WEIGHT = 60_000;

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Style of the source, which is generated.
    'no-trailing-whitespace': 'off',
    // The layout is written with void elements and lower-case doctype throughout.
    'doctype-style': ['error', { style: 'lowercase' }],
    'long-title': 'off',
    // A label is beside its field, and the button below both.
    'prefer-native-element': 'off',
  },
});

/** The HTML as it is sent. */
export async function html(address, headers) {
  const answer = await fetch(address, { headers });
  const report = await validator.validateString(await answer.text());
  const messages = report.results.flatMap(result => result.messages);
  return messages.map(m => `${m.ruleId}: ${m.message} (line ${m.line})`);
}

/** axe-core: WCAG 2.2 A and AA, and its best practices. */
export async function axe(page, address, scheme) {
  await page.setViewport({ width: 1280, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(address, { waitUntil: 'load' });
  // What is folded is looked at too.
  await page.$$eval('details', all => all.forEach(one => { one.open = true; }));
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  return violations.flatMap(v => v.nodes.map(node => `${v.id}: ${node.html.slice(0, 100)}`));
}

/** Nothing stands out of a page 320 px wide, which is also 1280 px at 400 % zoom. */
export async function narrow(page, address) {
  await page.setViewport({ width: 320, height: 640 });
  await page.goto(address, { waitUntil: 'load' });
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= 320) return [];
    const out = [...document.body.querySelectorAll('*')].filter(
      one => one.getBoundingClientRect().right > 321 && !one.closest('.scroll, pre, .unseen'));
    return [`${root.scrollWidth} px wide: ${out[0]?.outerHTML.slice(0, 100)}`];
  });
}

/** Tab alone reaches everything that can be used, shows where it is, and gets out again. */
export async function keyboard(page, address) {
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(address, { waitUntil: 'load' });
  const all = await page.evaluate(() => {
    const usable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    const seen = [...document.querySelectorAll(usable)].filter(
      one => !one.disabled && one.checkVisibility({ contentVisibilityAuto: true })
        // One of a group of radio buttons takes the focus; arrows reach the others.
        && !(one.type === 'radio' && one !== document.querySelector(`[name="${one.name}"]`)));
    seen.forEach((one, at) => { one.dataset.at = at; });
    return seen.length;
  });
  const reached = new Set();
  const dark = new Set();
  for (let press = 0; press < all + 5; press += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const one = document.activeElement;
      const style = getComputedStyle(one);
      const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      return [one.dataset?.at ?? '', shown, one.outerHTML.slice(0, 80)];
    });
    if (at[0] === '') continue;
    reached.add(at[0]);
    if (!at[1]) dark.add(at[2]);
  }
  const missed = await page.evaluate(
    there => [...document.querySelectorAll('[data-at]')].filter(one => !there.includes(one.dataset.at)).map(one => one.outerHTML.slice(0, 80)),
    [...reached]);
  return [...missed.map(one => `not reached: ${one}`), ...[...dark].map(one => `focus not seen: ${one}`)];
}

/** Weight of a first visit, scripts, other servers, layout shift. Answers with [findings, weight]. */
export async function weight(page, address) {
  const client = await page.createCDPSession();
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  let bytes = 0;
  let limited = true;
  const findings = [];
  client.on('Network.responseReceived', ({ type, response }) => {
    bytes += Number(response.headers['content-length'] ?? 0);
    // One person's business is never packed, so that its length tells nothing.
    if (type === 'Document') limited = response.headers['cache-control'] !== 'no-store';
    if (type === 'Script') findings.push(`a script: ${response.url}`);
    if (!response.url.startsWith(new URL(address).origin)) findings.push(`from elsewhere: ${response.url}`);
  });
  await page.setViewport({ width: 390, height: 844 });
  await page.evaluateOnNewDocument(() => {
    globalThis.shifted = 0;
    new PerformanceObserver(list => list.getEntries().forEach(one => { globalThis.shifted += one.value; }))
      .observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address, { waitUntil: 'networkidle0' });
  const shifted = await page.evaluate(() => globalThis.shifted);
  await client.detach();
  if (shifted > 0.001) findings.push(`layout shift ${shifted.toFixed(3)}`);
  if (limited && bytes > WEIGHT) findings.push(`weighs ${bytes} bytes`);
  return [findings, bytes, shifted];
}
