import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { stripJpeg } from '../../src/files/media/strip-jpeg.ts';
import { createRenderer } from '../../src/report/create-renderer.ts';
import { loadTemplates } from '../../src/report/load-templates.ts';
import { readBlocks } from '../../src/report/markdown/read-blocks.ts';
import { readPicture } from '../../src/report/word/read-picture.ts';
import { makeFacts, makeItem, office } from '../domain/report/make-facts.ts';
import { asTakenByPhone, pictures } from '../support/pictures.ts';
import { openWordFile, readParagraphs } from './open-word-file.ts';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const kept = new Map([pictures.png, pictures.jpeg].map((bytes) => [hashOf(bytes), bytes]));
const renderer = createRenderer(await loadTemplates(), async (blob) => {
  const bytes = kept.get(blob);
  if (bytes === undefined) throw new Error('gone');
  return bytes;
});

const picture = (bytes: Buffer, mediaType: string) => ({
  blob: hashOf(bytes),
  bytes: bytes.length,
  mediaType,
});
const png = picture(pictures.png, 'image/png');
const jpeg = picture(pictures.jpeg, 'image/jpeg');
const webp = picture(pictures.webp, 'image/webp');
const gone = { ...png, blob: '0'.repeat(64) };

const factsWith = (...own: readonly (readonly (typeof png)[])[]) =>
  makeFacts({
    departments: [office],
    items: own.map((pictures, index) =>
      makeItem({
        id: `i${index}`,
        number: `202610-办公室-0${index + 1}`,
        title: `第${index + 1}事`,
        pictures,
      }),
    ),
  });
const texts = (parts: Record<string, string>, style: string) =>
  readParagraphs(parts)
    .filter((paragraph) => paragraph.style === style)
    .map(({ text }) => text);

describe.each(['work-report', 'work-article'])('the pictures of a %s', (id) => {
  it('stand after their items, captioned and counted through the document', async () => {
    const facts = factsWith([png], [jpeg, png]);
    const parts = openWordFile(await renderer.render(id, facts));

    expect(texts(parts, 'Caption')).toEqual(['图1 第1事', '图2 第2事（1）', '图3 第2事（2）']);
    const body = readParagraphs(parts).map(({ text }) => text);
    const last = body.findIndex((text) => text.includes('第2事。'));
    expect(body.indexOf('图2 第2事（1）')).toBeGreaterThan(last);
    expect(Object.keys(parts).filter((path) => path.startsWith('word/media/'))).toHaveLength(2);
  });

  it('are the same bytes each time', async () => {
    const [one, other] = [
      await renderer.render(id, factsWith([png, jpeg])),
      await renderer.render(id, factsWith([png, jpeg])),
    ];
    expect(hashOf(one)).toBe(hashOf(other));
  });

  it('that can’t be printed stand in the to-fill list', async () => {
    const parts = openWordFile(await renderer.render(id, factsWith([webp, png, jpeg, png])));
    expect(texts(parts, 'Caption')).toHaveLength(2);
    const cells = texts(parts, 'TableCell');
    expect(cells).toContain('1张图片格式不能印入');
    expect(cells).toContain('1张图片超出张数或大小，未印入');
    expect(cells.join()).toContain('改发 JPG 或 PNG');
  });

  it('that are gone or broken are told in the draft, and stop no report', async () => {
    const facts = factsWith([gone], [png]);
    const draft = openWordFile(await renderer.render(id, facts));
    expect(texts(draft, 'BodyText')).toContain('【“第1事”的图片未能印出：文件已损坏，请报送部门重新发送。】');
    expect(texts(draft, 'Caption')).toEqual(['图1 第2事']);
    const final = openWordFile(await renderer.render(id, facts, 'final'));
    expect(texts(final, 'BodyText').join()).not.toContain('未能印出');
  });
});

it('a report without its pictures keeps everything else', async () => {
  const facts = factsWith([png, jpeg], [gone]);
  const whole = openWordFile(await renderer.render('work-report', facts));
  const bare = openWordFile(
    await renderer.renderWithout('pictures', { template: 'work-report', facts, edition: 'draft' }),
  );
  expect(Object.keys(bare).join()).not.toContain('media');
  const isPicture = (text: string) => /^图\d|未能印出/.test(text);
  const written = readParagraphs(whole).filter(({ style, text }) => style !== 'Picture' && !isPicture(text));
  expect(readParagraphs(bare).filter(({ style }) => style !== 'Picture')).toEqual(written);
});

describe('other templates', () => {
  it.each(['debrief-speech', 'meeting-speech', 'exchange-talk'])(
    '%s is read out, without pictures',
    async (id) => {
      const parts = openWordFile(await renderer.render(id, factsWith([png, webp])));
      expect(Object.keys(parts).join()).not.toContain('media');
      expect(texts(parts, 'TableCell').join()).not.toContain('图片');
    },
  );
});

describe('a picture', () => {
  it('is known by its bytes, with its size and which side is up', () => {
    expect(readPicture(pictures.png)).toMatchObject({ type: 'png', width: 40, height: 24, turn: 0 });
    expect(readPicture(pictures.jpeg)).toMatchObject({ type: 'jpg', width: 40, height: 24, turn: 0 });
    expect(readPicture(pictures.progressiveJpeg)).toMatchObject({ type: 'jpg', width: 40, height: 24 });
    const fromPhone = stripJpeg(asTakenByPhone(pictures.jpeg)) ?? Buffer.alloc(0);
    expect(readPicture(fromPhone)).toMatchObject({ width: 40, height: 24, turn: 90 });
  });

  it('is nothing when it is cut off, empty or of another kind', () => {
    for (const whole of [pictures.png, pictures.jpeg, asTakenByPhone(pictures.jpeg)]) {
      for (let length = 0; length < whole.length; length += 7) {
        expect(readPicture(whole.subarray(0, length))).toBeUndefined();
      }
    }
    for (const other of [pictures.webp, pictures.gif, pictures.heic])
      expect(readPicture(other)).toBeUndefined();
  });

  it('is never taken from an address', () => {
    for (const address of [
      'http://a.cn/x.png',
      'data:image/png;base64,AAAA',
      'file:///etc/passwd',
      'picture:..',
    ]) {
      expect(readBlocks(`![题](<${address}>)`).map(({ kind }) => kind)).toEqual(['p']);
    }
    expect(readBlocks(`![题\\*](<picture:${png.blob}>)`)).toEqual([
      { kind: 'picture', blob: png.blob, caption: '题*' },
    ]);
  });
});
