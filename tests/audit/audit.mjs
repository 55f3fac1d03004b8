// Runs the checks over the pages, prints a table, and fails where something falls short.
//
//   node audit.mjs --base http://127.0.0.1:8080 [--only NAME] [--language de] [--lighthouse]

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { axe, html, keyboard, narrow, weight } from './checks.mjs';
import { pages } from './pages.mjs';

const { values: asked } = parseArgs({ options: {
  base: { type: 'string' },
  only: { type: 'string' },
  language: { type: 'string', default: 'en' },
  lighthouse: { type: 'boolean' },
} });

const headers = { 'Accept-Language': asked.language };
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const profile = mkdtempSync(join(tmpdir(), 'candor-audit-'));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  userDataDir: profile,
  args: ['--no-sandbox', '--disable-gpu'],
});
const lighthouse = asked.lighthouse ? (await import('lighthouse')).default : null;

/** Scores of 100, and the audits that fall short. Pages that search engines pass by have no SEO. */
async function scores(address) {
  const port = Number(new URL(browser.wsEndpoint()).port);
  const { lhr } = await lighthouse(address, { port, logLevel: 'error', onlyCategories: CATEGORIES, extraHeaders: headers });
  const short = Object.values(lhr.categories).flatMap(category => category.auditRefs
    // It asks for robots.txt from within the page, which the content security policy forbids.
    .filter(ref => ref.id !== 'robots-txt' && ref.weight > 0 && (lhr.audits[ref.id].score ?? 1) < 0.9)
    .map(ref => `lighthouse ${category.id}: ${ref.id} ${lhr.audits[ref.id].displayValue ?? ''}`));
  return [CATEGORIES.map(id => Math.round((lhr.categories[id]?.score ?? 0) * 100)).join('/'), short];
}

const head = ['page', 'axe light', 'axe dark', 'HTML', '320 px', 'keyboard', 'shift', 'bytes'];
console.log([...head, ...(lighthouse ? ['perf/a11y/best/seo'] : [])].join('\t'));
let wrong = 0;
for (const [name, path] of await pages(asked.base)) {
  if (asked.only && !name.startsWith(asked.only)) continue;
  const address = asked.base + path;
  const page = await browser.newPage();
  await page.setExtraHTTPHeaders(headers);
  const [unwell, bytes, shift] = await weight(page, address);
  const found = [
    await axe(page, address, 'light'),
    await axe(page, address, 'dark'),
    await html(address, headers),
    await narrow(page, address),
    await keyboard(page, address),
  ];
  await page.close();
  const [points, short] = lighthouse ? await scores(address) : ['', []];
  console.log([name, ...found.map(list => list.length), shift.toFixed(3), bytes, points].join('\t'));
  const all = [...new Set([...found.flat(), ...unwell, ...short])];
  all.forEach(finding => console.log(`    ${finding}`));
  wrong += all.length;
}
await browser.close();
rmSync(profile, { recursive: true, force: true });
console.log(wrong === 0 ? '\nNothing falls short.' : `\n${wrong} findings.`);
process.exitCode = wrong === 0 ? 0 : 1;
