import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProgram } from '../../src/main/find-program.ts';
import { renderReport } from '../../src/main/render-report.ts';
import { createPdfMaker } from '../../src/report/pdf/create-pdf-maker.ts';
import { sampleFacts } from '../../src/templates/work-report/sample.ts';
import { fakeSoffice } from '../support/fake-soffice.ts';
import { makeTestFolder } from '../support/open-test-store.ts';

const DOCX = Buffer.from('document');
const WRITES = 'printf "%%PDF of " > "$out/report.pdf"; cat "$out/report.docx" >> "$out/report.pdf"';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('report-pdf-'));

describe('a PDF', () => {
  it('is made of the document, in a folder that is gone afterwards', async () => {
    const outcome = await createPdfMaker(fakeSoffice(`${WRITES}; pwd > "$(dirname "$0")/where"`)).make(DOCX);
    expect(outcome.ok && text(outcome.bytes)).toBe('%PDF of document');
  });

  it('is made one at a time', async () => {
    const { folder, program } = fakeSoffice(
      `lock="$(dirname "$0")/lock"; mkdir "$lock" || exit 1; sleep 0.1; rmdir "$lock"; ${WRITES}`,
    );
    const { make } = createPdfMaker({ program });
    const outcomes = await Promise.all([make(DOCX), make(DOCX), make(DOCX)]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it.each([
    ['fails', 'exit 1', 'failed'],
    ['ends well without a file', 'exit 0', 'failed'],
    ['leaves an empty file', ': > "$out/report.pdf"', 'failed'],
    ['writes too much', 'head -c 2000 /dev/zero > "$out/report.pdf"', 'too-large'],
  ])('is none when the program %s', async (_, lines, reason) => {
    const { program } = fakeSoffice(lines);
    expect(await createPdfMaker({ program, maxBytes: 1000 }).make(DOCX)).toEqual({ ok: false, reason });
  });

  it('is none where the program is gone', async () => {
    const program = join(makeTestFolder(), 'soffice');
    expect(await createPdfMaker({ program }).make(DOCX)).toEqual({ ok: false, reason: 'failed' });
  });

  it('ends at its time, with whatever the program has started', async () => {
    const { folder, program } = fakeSoffice('sleep 300 & echo $! > "$(dirname "$0")/child"; wait');
    const { make } = createPdfMaker({ program, timeoutMs: 300 });
    expect(await make(DOCX)).toEqual({ ok: false, reason: 'timeout' });
    const child = readFileSync(join(folder, 'child'), 'utf8').trim();
    await expect.poll(() => isRunning(child)).toBe(false);
  });

  it('is broken off when the bot stops, to be made anew', async () => {
    const { folder, program } = fakeSoffice('touch "$(dirname "$0")/begun"; sleep 300');
    const maker = createPdfMaker({ program });
    const made = maker.make(DOCX);
    await expect.poll(() => existsSync(join(folder, 'begun'))).toBe(true);
    maker.stop();
    await expect(made).rejects.toThrow();
    await expect(maker.make(DOCX)).rejects.toThrow();
  });

  it('does not see the secrets of the environment', async () => {
    const { program } = fakeSoffice('env > "$out/report.pdf"');
    const outcome = await createPdfMaker({ program }).make(DOCX);
    const names = outcome.ok ? text(outcome.bytes).match(/^\w+(?==)/gm) : [];
    expect(names).toEqual(expect.arrayContaining(['PATH', 'HOME']));
    expect(names).not.toContain('NODE_ENV');
    expect(names).not.toContain('VITEST');
  });
});

/** A killed process that nobody has waited for yet is no longer running. */
function isRunning(pid: string): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

const soffice = findProgram('soffice', process.env.PATH ?? '');

describe.skipIf(soffice === undefined)('LibreOffice (skipped where soffice is not on the PATH)', () => {
  it('makes a PDF of a report and leaves nothing behind', async () => {
    const before = leftovers();
    const noPicture = () => Promise.reject(new Error('there are no pictures'));
    const docx = await renderReport({ template: 'work-report', facts: sampleFacts, own: [] }, noPicture);
    const outcome = await createPdfMaker({ program: soffice ?? '', timeoutMs: 110_000 }).make(docx);
    expect(outcome.ok && text(outcome.bytes.subarray(0, 5))).toBe('%PDF-');
    expect(outcome.ok && outcome.bytes.length).toBeGreaterThan(10_000);
    expect(leftovers().filter((name) => !before.includes(name))).toEqual([]);
  }, 120_000);
});

const pdftotext = findProgram('pdftotext', process.env.PATH ?? '');

describe.skipIf(soffice === undefined || pdftotext === undefined)('a PDF by LibreOffice', () => {
  it('of a draft says what was sent, once, and nothing of the comments', async () => {
    const [item] = sampleFacts.items;
    const words = '核对图件"两图",整改2处.';
    const facts = { ...sampleFacts, items: item === undefined ? [] : [{ ...item, body: words }] };
    const order = { template: 'work-report', facts, own: [], without: 'marks' } as const;
    const docx = await renderReport(order, () => Promise.reject(new Error('there are no pictures')));
    const outcome = await createPdfMaker({ program: soffice ?? '', timeoutMs: 110_000 }).make(docx);
    const file = join(makeTestFolder(), 'report.pdf');
    writeFileSync(file, outcome.ok ? outcome.bytes : '');
    const read = execFileSync(pdftotext ?? '', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s/g, '');
    expect(read.split(words)).toHaveLength(2);
    expect(read).not.toMatch(/“两图”|宣传信息报送机器人/);
  }, 120_000);
});

describe('findProgram', () => {
  it('takes the first that may be run, and nothing relative', () => {
    const { folder, program } = fakeSoffice('exit 0');
    expect(findProgram('soffice', `/nowhere:${folder}:/usr/bin`)).toBe(program);
    expect(findProgram('soffice', `.:bin:${join(folder, '..')}`)).toBeUndefined();
    expect(findProgram('soffice', '')).toBeUndefined();
  });
});
