import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSheet } from '../../../src/files/sheet/read-sheet.ts';
import { writeTables } from '../../../src/files/sheet/write-tables.ts';
import { cleanLine } from '../../../src/kernel/text/clean-text.ts';

const WORKBOOK =
  '<workbook xmlns:r="x"><sheets><sheet name="a" r:id="rId7"/><sheet name="b" r:id="rId8"/></sheets></workbook>';
const RELATIONS =
  '<Relationships><Relationship Id="rId8" Target="worksheets/sheet1.xml"/><Relationship Target="worksheets/sheet2.xml" Id="rId7"/></Relationships>';

/** A package with this sheet on its first tab. */
function pack(sheet: string, parts: Record<string, string> = {}): Uint8Array {
  const texts = {
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': RELATIONS,
    'xl/worksheets/sheet2.xml': sheet,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])));
}

const rows = (cells: string) => `<worksheet><sheetData>${cells}</sheetData></worksheet>`;

/** What the writing library leaves out besides: signs that stand for none. */
const UNKEPT = /\uFFFD|\p{Noncharacter_Code_Point}/gu;

describe('readSheet', () => {
  it('reads back what writeTables wrote, whatever it says', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('toString', '__proto__'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        async (table) => {
          const reading = await readSheet(await writeTables([{ name: '名单', rows: table }]));
          const read = reading.ok ? reading.rows : [];
          const cells = table.flatMap((row, y) =>
            row.map((value, x) => [read[y]?.[x] ?? '', cleanLine(value).replace(UNKEPT, '')]),
          );
          for (const [found, expected] of cells) expect(found).toBe(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads the first tab, shared and inline texts, numbers, gaps and prefixes', async () => {
    const strings =
      '<sst><si><t>部门</t></si><si><r><t>规划</t></r><r><t xml:space="preserve">科 </t></r><rPh><t>guihua</t></rPh></si></sst>';
    const sheet = rows(
      '<!-- <c> --><row r="1"><c r="A1" t="s"><v>0</v></c></row>' +
        '<row r="3"><c r="C3"><v>12</v></c><c t="inlineStr"><is><t>A&amp;B&#x4E2D;<![CDATA[<&]]></t></is></c></row>' +
        '<row><c t="s"><v>1</v></c></row>',
    )
      .replaceAll('<c ', '<x:c ')
      .replaceAll('</c>', '</x:c>');

    expect(await readSheet(pack(sheet, { 'xl/sharedStrings.xml': strings }))).toEqual({
      ok: true,
      rows: [['部门'], [], ['', '', '12', 'A&B中<&'], ['规划科']],
    });
  });

  it.each<[string, Uint8Array, 'damaged' | 'too-large']>([
    ['what is no package', strToU8('not a zip'), 'damaged'],
    ['an empty file', new Uint8Array(), 'damaged'],
    ['one cut off', pack(rows('')).subarray(0, 200), 'damaged'],
    ['another package', zipSync({ 'word/document.xml': strToU8('<a/>') }), 'damaged'],
    ['a document type', pack('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'), 'damaged'],
    ['an entity of its own', pack(rows('<row><c><v>&b;</v></c></row>')), 'damaged'],
    ['broken markup', pack('<worksheet><row'), 'damaged'],
    ['a comment without an end', pack('<worksheet><!-- '), 'damaged'],
    ['a tag without an end', pack(`<a${' b=""'.repeat(300_000)}`), 'damaged'],
    ['a tag of megabytes', pack(`<a${' b=""'.repeat(300_000)}/>`), 'damaged'],
    ['a name without an end', pack(`<${'a'.repeat(1_500_000)}`), 'damaged'],
    ['a bomb', pack(rows(' '.repeat(3 * 1024 * 1024))), 'too-large'],
    ['a cell far below', pack(rows('<row r="900000"><c r="A900000"><v>1</v></c></row>')), 'too-large'],
    ['a cell far to the right', pack(rows('<row r="1"><c r="XFD1"><v>1</v></c></row>')), 'too-large'],
    [
      'too many parts',
      zipSync(Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`${i}`, new Uint8Array()]))),
      'too-large',
    ],
  ])('refuses %s', async (_, bytes, reason) => {
    expect(await readSheet(bytes)).toEqual({ ok: false, reason });
  });

  it('stops at an entry that holds more than it declares', async () => {
    const bytes = pack(rows(' '.repeat(100_000)));
    const directory = Buffer.from(bytes);
    // The size unpacked, in the local header and in the directory.
    for (
      let at = directory.indexOf(Buffer.from('PK'));
      at >= 0;
      at = directory.indexOf(Buffer.from('PK'), at + 2)
    ) {
      const field =
        directory.readUInt16LE(at + 2) === 0x0201 ? 24 : directory.readUInt16LE(at + 2) === 0x0403 ? 22 : 0;
      if (field > 0 && directory.readUInt32LE(at + field) > 90_000) directory.writeUInt32LE(10, at + field);
    }

    expect(await readSheet(directory)).toEqual({ ok: false, reason: 'damaged' });
  });
});
