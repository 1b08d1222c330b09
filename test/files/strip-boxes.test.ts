import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../src/files/media/inspect-file.ts';
import { stripHeic } from '../../src/files/media/strip-heic.ts';
import { stripMp4 } from '../../src/files/media/strip-mp4.ts';
import { pictures } from '../support/pictures.ts';

const PLACE = '+31.2094+121.4730/';

function box(type: string, ...parts: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  );
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex');
const uint16 = (value: number) => hex(value.toString(16).padStart(4, '0'));
const uint32 = (value: number) => hex(value.toString(16).padStart(8, '0'));

describe('a video', () => {
  const frames = box('mdat', 'udta and meta in the frames are no boxes');
  const video = (brand: string) =>
    Buffer.concat([
      box('ftyp', brand, '\0\0\0\0'),
      box(
        'moov',
        box('mvhd', 'times'),
        box('trak', box('tkhd', 'track'), box('udta', box('name', 'Secret Cam'))),
        box('udta', box('\xa9xyz', PLACE)),
        box('meta', 'com.apple.quicktime.location.ISO6709', PLACE),
      ),
      box('uuid', 'XMP', PLACE),
      frames,
    ]);

  it.each([
    ['video/mp4', 'isom'],
    ['video/quicktime', 'qt  '],
  ])('loses the place and the camera, and nothing moves: %s', (mediaType, brand) => {
    const bytes = video(brand);
    const found = inspectFile(bytes);
    if (!found.ok) throw new Error(found.reason);
    const kept = Buffer.from(found.bytes);
    expect(found.mediaType).toBe(mediaType);
    expect(kept.length).toBe(bytes.length);
    for (const secret of [PLACE, 'Secret Cam', 'ISO6709']) expect(kept.includes(secret)).toBe(false);
    for (const part of ['times', 'track', frames]) expect(kept.indexOf(part)).toBe(bytes.indexOf(part));
    expect(bytes.includes(PLACE)).toBe(true);
    expect(stripMp4(kept)).toEqual(kept);
  });

  it('with lengths of 64 bits is followed as well', () => {
    const udta = Buffer.concat([
      hex('00000001'),
      Buffer.from('udta'),
      uint32(0),
      uint32(16 + PLACE.length),
      Buffer.from(PLACE),
    ]);
    expect(stripMp4(box('moov', udta)).includes(PLACE)).toBe(false);
  });

  it('that is no video, or cut off anywhere, does not throw', () => {
    const bytes = video('isom');
    const strip = (given: Uint8Array) => stripMp4(Buffer.from(given)).length === given.length;
    const cut = fc.property(fc.nat(bytes.length), (length) => strip(bytes.subarray(0, length)));
    expect(fc.check(cut).failed).toBe(false);
    expect(fc.check(fc.property(fc.uint8Array(), strip)).failed).toBe(false);
  });
});

/** A HEIC with a picture, Exif in the file and XMP in `idat`. */
function phonePicture(version: 0 | 1 | 2): Buffer {
  const id = (value: number) => (version === 2 ? uint32(value) : uint16(value));
  const infe = (item: number, type: string) =>
    box('infe', hex(version === 2 ? '03000000' : '02000000'), id(item), '\0\0', type, '\0');
  const exif = Buffer.concat([uint32(0), Buffer.from(`II*\0 GPS ${PLACE} Secret Cam`)]);
  const xmp = Buffer.from(`<x:xmpmeta ${PLACE}>`);
  const place = (item: number, method: number, [offset, length]: readonly [number, number]) =>
    Buffer.concat([
      id(item),
      version === 0 ? Buffer.alloc(0) : uint16(method),
      hex('0000 0001'),
      uint32(offset),
      uint32(length),
    ]);
  const make = (at: number) => {
    const xmpPlace = version === 0 ? ([at + 30, 10] as const) : ([0, xmp.length] as const);
    const iloc = box(
      'iloc',
      hex(`0${version}000000 4400`),
      id(3),
      place(1, 0, [at + exif.length, 7]),
      place(2, 0, [at, exif.length]),
      place(3, 1, xmpPlace),
    );
    const iinf = box('iinf', hex('00000000 0003'), infe(1, 'hvc1'), infe(2, 'Exif'), infe(3, 'mime'));
    const idat = version === 0 ? box('free', 'nothing') : box('idat', xmp);
    const meta = box('meta', hex('00000000'), iinf, iloc, idat);
    return [box('ftyp', 'heic\0\0\0\0'), meta, box('mdat', exif, 'PICTURE')];
  };
  const at = make(0)
    .slice(0, 2)
    .reduce((sum, part) => sum + part.length, 8);
  return Buffer.concat(make(at));
}

describe('a HEIC picture', () => {
  it.each([0, 1, 2] as const)('loses Exif and XMP, and nothing moves (table version %i)', (version) => {
    const bytes = phonePicture(version);
    expect(bytes.includes(PLACE)).toBe(true);
    const found = inspectFile(bytes);
    if (!found.ok) throw new Error(found.reason);
    const kept = Buffer.from(found.bytes);
    expect(kept.length).toBe(bytes.length);
    for (const secret of [PLACE, 'Secret Cam']) expect(kept.includes(secret)).toBe(false);
    expect(kept.indexOf('PICTURE')).toBe(bytes.indexOf('PICTURE'));
    expect(kept.includes(hex('49492a0008000000 0000'))).toBe(true);
  });

  it('without either stays as it is', () => {
    expect(stripHeic(pictures.heic)).toEqual(pictures.heic);
  });

  it('whose tables lead nowhere is not kept', () => {
    const bytes = phonePicture(1);
    expect(stripHeic(bytes.subarray(0, bytes.indexOf('PICTURE') - 20))).toBeUndefined();
    expect(stripHeic(Buffer.alloc(40))).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const bent = Buffer.from(bytes);
        bent[at] = value;
        return (stripHeic(bent)?.length ?? bent.length) === bent.length;
      }),
    );
  });
});
