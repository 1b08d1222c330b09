import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram, type Program } from '../support/build-program.ts';
import { makeBomb, makeDocx, paragraph } from '../support/make-docx.ts';

let program: Program;
beforeAll(() => {
  program = buildProgram();
  writeFileSync(
    join(program.folder, 'read.mjs'),
    `import { readFileSync } from 'node:fs';
     import { createDocumentReader } from './dist/src/main/create-document-reader.js';
     const log = { warn: () => undefined };
     const { ok, reason, text } = await createDocumentReader(log)(readFileSync(process.argv[2]));
     const megabytes = process.resourceUsage().maxRSS / 1024;
     console.log(JSON.stringify({ answer: ok ? text.length : reason, megabytes }));`,
  );
}, 120_000);
afterAll(() => program.remove());

function read(path: string): { answer: number | string; megabytes: number } {
  return JSON.parse(
    execFileSync(process.execPath, ['read.mjs', path], { cwd: program.folder, encoding: 'utf8' }),
  );
}

function readMade(bytes: Uint8Array) {
  const path = join(program.folder, 'made.docx');
  writeFileSync(path, bytes);
  return read(path);
}

describe('the compiled reader, in a process of its own', () => {
  it.each(['letter.docx', 'letter.doc'])('reads %s', (name) => {
    expect(read(resolve('test/fixtures', name)).answer).toBe(51);
  });

  it('refuses a bomb of 230 MB in less than 40 MB', () => {
    const usual = read(resolve('test/fixtures/letter.docx')).megabytes;
    const { answer, megabytes } = readMade(makeBomb(230));

    expect(answer).toBe('too-large');
    expect(megabytes - usual).toBeLessThan(40);
  });

  it('takes the most it accepts in less than 600 MB', () => {
    const body = paragraph('字'.repeat(20)).repeat(19_999) + '<w:r/>'.repeat(330_000);
    const { answer, megabytes } = readMade(makeDocx(body));

    expect(answer).toBeGreaterThan(400_000);
    expect(megabytes).toBeLessThan(600);
  }, 60_000);
});
