import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/files/documents/read-document.ts';
import { makeBomb, makeDocx, paragraph } from '../support/make-docx.ts';

const LETTER = '开展“耕地保护”宣传活动\n11月16日，我局在城西社区开展宣传，发放资料200余份。\n第二段——继续。';

describe('a Word file', () => {
  it.each(['letter.docx', 'letter.doc'])(
    'is read whole, its quotes and dashes as they are: %s',
    async (name) => {
      const bytes = readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
      expect(await readDocument(bytes)).toEqual({ ok: true, text: LETTER });
    },
  );

  it('gives a line a paragraph, those of tables too', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const body = `${paragraph('标题')}${paragraph('')}<w:tbl><w:tr>${cell('甲')}${cell('乙')}</w:tr></w:tbl>`;
    expect(await readDocument(makeDocx(body))).toEqual({ ok: true, text: '标题\n\n甲\n乙' });
  });

  it('may be empty', async () => {
    expect(await readDocument(makeDocx(''))).toEqual({ ok: true, text: '' });
  });

  it('may be long', async () => {
    const body = paragraph('字'.repeat(100)).repeat(4900);
    expect(await readDocument(makeDocx(body))).toMatchObject({ ok: true });
  });

  it('may carry a large picture, which is not unpacked', async () => {
    const media = { 'word/media/image1.png': new Uint8Array(40 * 1024 * 1024) };
    expect(await readDocument(makeDocx(paragraph('标题'), media))).toEqual({ ok: true, text: '标题' });
  });
});

describe('a file that is refused', () => {
  const nested = zipSync({ 'inner.docx': makeBomb(64) });
  it.each<[string, string, () => Uint8Array]>([
    ['damaged', 'nothing', () => new Uint8Array(0)],
    ['damaged', 'text', () => strToU8('标题')],
    ['damaged', 'half a file', () => makeDocx(paragraph('标题')).subarray(0, 300)],
    ['damaged', 'an archive that is no document', () => zipSync({ 'a.txt': strToU8('标题') })],
    ['damaged', 'a bomb inside an archive', () => nested],
    ['damaged', 'a document type', () => makeDocx(paragraph('&a;'), {}, '<!DOCTYPE w [<!ENTITY a "aaaa">]>')],
    [
      'damaged',
      'a document type elsewhere',
      () => makeDocx('', { 'word/styles.xml': strToU8('<!doctype a>') }),
    ],
    [
      'damaged',
      'another encoding',
      () => makeDocx('', { 'word/styles.xml': Buffer.from('\ufeff<a/>', 'utf16le') }),
    ],
    ['damaged', 'broken XML', () => makeDocx('<w:p><w:r>')],
    ['ole', 'an old container with nothing in it', () => oleOf(4096)],
    ['ole', 'an old document cut off', () => readFileSync('test/fixtures/letter.doc').subarray(0, 3000)],
    ['too-large', 'a bomb of 230 MB', () => makeBomb(230)],
    ['too-large', 'too many paragraphs', () => makeDocx('<w:p/>'.repeat(20_001))],
    ['too-large', 'too many characters', () => makeDocx(paragraph('字'.repeat(500_001)))],
    ['too-large', 'too many elements', () => makeDocx('<w:r/>'.repeat(400_001))],
    ['too-large', 'too many attributes', () => makeDocx(`<w:r a="" b=''/>`.repeat(200_001))],
    ['too-large', 'too many entries', () => zipSync(manyEntries(2001))],
  ])('says %s: %s', async (reason, _, make) => {
    expect(await readDocument(make())).toEqual({ ok: false, reason });
  });

  it('lies about its size', async () => {
    const bytes = Buffer.from(makeBomb(64));
    const directory = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
    bytes.writeUInt32LE(1000, directory + 24);
    expect(await readDocument(bytes)).toEqual({ ok: false, reason: 'damaged' });
  });

  it('is nested too deep for any reader', async () => {
    const answer = await readDocument(makeDocx('<w:r>'.repeat(90_000) + '</w:r>'.repeat(90_000)));
    expect(answer).toHaveProperty('ok');
  });
});

function oleOf(size: number): Uint8Array {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(size)]);
}

function manyEntries(count: number): Record<string, Uint8Array> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.xml`, new Uint8Array(0)]));
}
