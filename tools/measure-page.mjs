/*
 * Counts the lines and characters that LibreOffice sets on a page of Chinese text: 22 × 28 by GB/T 9704-2012. The tests
 * ask a layout engine that follows Word's rules; this asks the program itself, where it and poppler are installed.
 * Run after `npm run build`: node tools/measure-page.mjs
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { writeDocument } = await built('write-document');

const LINES = 22;
const CHARACTERS = 28;
const PAGES = 3;
const INDENT = 2;

const folder = mkdtempSync(join(tmpdir(), 'measure-page-'));
try {
  const text = '汉'.repeat(LINES * PAGES * CHARACTERS - INDENT);
  const blocks = [{ kind: 'p', runs: [{ text }] }];
  const properties = { title: '', author: '', instant: '2026-01-01T00:00:00.000Z', pictures: new Map() };
  writeFileSync(join(folder, 'page.docx'), await writeDocument(blocks, properties));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const options = { cwd: folder, timeout: 120_000, stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', 'page.docx'], options);
  const printed = execFileSync('pdftotext', ['-layout', 'page.pdf', '-'], { cwd: folder, encoding: 'utf8' });
  const pages = printed
    .split('\f')
    .map((page) =>
      page.split('\n').flatMap((line) => (line.includes('汉') ? [line.match(/汉/g).length] : [])),
    )
    .filter((page) => page.length > 0);
  process.stdout.write(`lines: ${pages.map((page) => page.length).join(' ')}\n`);
  process.stdout.write(`characters: ${[...new Set(pages.flat())].join(' ')}\n`);
  const isRight =
    pages.length === PAGES &&
    pages.every((page) => page.length === LINES) &&
    pages.flat().every((line, at) => line === (at === 0 ? CHARACTERS - INDENT : CHARACTERS));
  process.exitCode = isRight ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The program as `npm run build` leaves it. */
async function built(file) {
  return await import(new URL(`../dist/src/report/word/${file}.js`, import.meta.url).href);
}
