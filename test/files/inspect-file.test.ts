import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../src/files/media/inspect-file.ts';
import { asTakenByPhone, pictures } from '../support/pictures.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

function office(part: string): Uint8Array {
  return zipSync({ '[Content_Types].xml': new Uint8Array(8), [part]: new Uint8Array(8) });
}

function inspect(bytes: Uint8Array): Buffer {
  const found = inspectFile(bytes);
  if (!found.ok) throw new Error(found.reason);
  return Buffer.from(found.bytes);
}

/** A chunk of a PNG, with its checksum. */
function pngChunk(type: string, data: string): Buffer {
  const body = Buffer.from(type + data, 'latin1');
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

describe('the type of a file', () => {
  it.each([
    ['image/jpeg', pictures.jpeg],
    ['image/png', pictures.png],
    ['image/gif', pictures.gif],
    ['image/webp', pictures.webp],
    ['image/heic', pictures.heic],
    ['application/pdf', Buffer.from('%PDF-1.7\n')],
    ['video/mp4', Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0', 'latin1')],
    ['video/quicktime', Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0', 'latin1')],
    ['application/x-ole-storage', Buffer.from('d0cf11e0a1b11ae100', 'hex')],
    [`${OFFICE}.wordprocessingml.document`, office('word/document.xml')],
    [`${OFFICE}.spreadsheetml.sheet`, office('xl/workbook.xml')],
    [`${OFFICE}.presentationml.presentation`, office('ppt/presentation.xml')],
  ])('is told by its bytes: %s', (mediaType, bytes) => {
    expect(inspectFile(bytes)).toMatchObject({ ok: true, mediaType });
  });

  it.each([
    ['a program', Buffer.from('MZ\x90\0', 'latin1')],
    ['a script', Buffer.from('#!/bin/sh\n')],
    ['a page', Buffer.from('<html><script>')],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['any archive', zipSync({ 'photo.jpg': pictures.jpeg })],
    ['nothing', Buffer.alloc(0)],
  ])('is none that we keep: %s', (_, bytes) => {
    expect(inspectFile(bytes)).toEqual({ ok: false, reason: 'type' });
  });
});

describe('a picture', () => {
  it.each([
    ['JPEG', pictures.jpeg],
    ['progressive JPEG', pictures.progressiveJpeg],
  ])('keeps what it shows and which side is up, and nothing else: %s', (_, jpeg) => {
    const kept = inspect(asTakenByPhone(jpeg));

    expect(kept.includes('Secret')).toBe(false);
    expect(kept.includes('Exif')).toBe(true);
    // The marker, a length of 34, big-endian TIFF with one entry: orientation 6.
    const exif = 'ffe1002245786966 0000 4d4d002a00000008 0001 0112 0003 00000001 00060000 00000000';
    const upright = Buffer.from(exif.replaceAll(' ', ''), 'hex');
    expect(kept.equals(Buffer.concat([jpeg.subarray(0, 2), upright, jpeg.subarray(2)]))).toBe(true);
  });

  it('without any such thing stays as it is', () => {
    for (const picture of Object.values(pictures)) expect(inspect(picture).equals(picture)).toBe(true);
  });

  it('stays as it is once it has been cleaned', () => {
    const once = inspect(asTakenByPhone(pictures.jpeg));
    expect(inspect(once).equals(once)).toBe(true);
  });

  it('loses words and Exif in a PNG', () => {
    const end = pictures.png.length - 12;
    const told = Buffer.concat([
      pictures.png.subarray(0, end),
      pngChunk('tEXt', 'Author\0Secret'),
      pngChunk('eXIf', 'MM\0*Secret'),
      pictures.png.subarray(end),
      Buffer.from('Secret'),
    ]);
    expect(inspect(told).equals(pictures.png)).toBe(true);
  });

  it('loses Exif and XMP in a WebP, and the flags that announce them', () => {
    const body = pictures.webp.subarray(12);
    const chunk = (type: string, data: Buffer) => {
      const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
      head.writeUInt32LE(data.length, 4);
      return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
    };
    const extended = (flags: number, ...more: Buffer[]) => {
      const parts = Buffer.concat([
        Buffer.from('WEBP', 'latin1'),
        chunk('VP8X', Buffer.from([flags, 0, 0, 0, 39, 0, 0, 23, 0, 0])),
        body,
        ...more,
      ]);
      return chunk('RIFF', parts);
    };
    const told = extended(0x0c, chunk('EXIF', Buffer.from('Secret.')), chunk('XMP ', Buffer.from('Secret')));
    expect(inspect(told).equals(extended(0))).toBe(true);
  });

  it.each([
    ['JPEG', asTakenByPhone(pictures.jpeg).subarray(0, 500)],
    ['PNG', pictures.png.subarray(0, -4)],
    ['WebP', pictures.webp.subarray(0, -2)],
  ])('that is cut off is refused: %s', (_, bytes) => {
    expect(inspectFile(bytes)).toEqual({ ok: false, reason: 'damaged' });
  });

  it('never throws, whatever the bytes', () => {
    const phone = asTakenByPhone(pictures.jpeg);
    const damage = fc.array(fc.tuple(fc.nat(phone.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(damage, (changes) => {
        const bytes = Buffer.from(phone);
        for (const [at, value] of changes) bytes[at] = value;
        expect(inspectFile(bytes)).toHaveProperty('ok');
      }),
      { numRuns: 2000 },
    );
  });
});
