import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isMonthForm } from '../../src/domain/report/month-views.ts';
import { createRenderer } from '../../src/report/create-renderer.ts';
import { loadTemplates } from '../../src/report/load-templates.ts';
import { sampleFacts } from '../../src/templates/work-report/sample.ts';
import { makeAdoption } from '../domain/report/make-facts.ts';
import { pictures } from '../support/pictures.ts';
import { checkXml } from './check-xml.ts';
import { openWordFile } from './open-word-file.ts';
import { type Element, readXml, walk } from './read-xml.ts';

/*
 * What ECMA-376 (5th edition, part 1, annex A) asks of the elements that reports use: the children of a sequence in its
 * order. Word refuses a file, or "repairs" it, where they stand otherwise; WPS and LibreOffice pass over it.
 */
const SEQUENCES: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tbl': 'bookmarkStart bookmarkEnd tblPr tblGrid tr',
  'w:trPr':
    'cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'wp:inline': 'extent effectExtent docPr cNvGraphicFramePr graphic',
  'pic:pic': 'nvPicPr blipFill spPr',
};

/** What may stand directly in some elements. */
const CHILDREN: Readonly<Record<string, string>> = {
  'w:p': 'pPr r ins del hyperlink commentRangeStart commentRangeEnd bookmarkStart bookmarkEnd',
  'w:ins': 'r',
  'w:del': 'r',
  'w:r':
    'rPr t tab br drawing fldChar instrText delText commentReference annotationRef footnoteRef endnoteRef separator continuationSeparator',
  'w:comment': 'p',
  'w:comments': 'comment',
  'w:body': 'p tbl sectPr',
};

/** Attributes without which Word does not open a file. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'w:comment': ['w:id', 'w:author'],
  'w:ins': ['w:id', 'w:author'],
  'w:del': ['w:id', 'w:author'],
  'w:commentRangeStart': ['w:id'],
  'w:commentRangeEnd': ['w:id'],
  'w:commentReference': ['w:id'],
  'wp:docPr': ['id', 'name'],
};

function findFaults(part: Element): string[] {
  return [...walk(part)].flatMap((element) => {
    const { name, children, attributes } = element;
    const locals = children.map((child) => child.name.replace(/^.*:/, ''));
    const order = SEQUENCES[name]?.split(' ');
    const places = order === undefined ? [] : locals.map((local) => order.indexOf(local));
    const allowed = CHILDREN[name]?.split(' ');
    return [
      ...places
        .filter((place, at) => place < (places[at - 1] ?? 0))
        .map(() => `${name}: ${locals.join(' ')}`),
      ...locals
        .filter((local) => allowed?.includes(local) === false)
        .map((local) => `${name} holds ${local}`),
      ...(REQUIRED[name] ?? [])
        .filter((key) => attributes[key] === undefined)
        .map((key) => `${name} lacks ${key}`),
    ];
  });
}

const blob = createHash('sha256').update(pictures.png).digest('hex');
const templates = await loadTemplates();
const renderer = createRenderer(templates, async () => pictures.png);
const picture = { blob, bytes: pictures.png.length, mediaType: 'image/png' };
/** With everything that a report can hold. */
const full = {
  ...sampleFacts,
  earlier: [{ month: '2026-09', submitted: 3 }],
  adoptions: sampleFacts.items.map((item) => makeAdoption(item, { link: 'https://news.example/a' })),
  items: sampleFacts.items.map((item) => ({
    ...item,
    body: `${item.body}另,"图"见后.`,
    pictures: [picture],
  })),
};

describe.each([...templates.values()])('the file of $id', ({ id, form, sampleFacts: sample }) => {
  it.each(['draft', 'final'] as const)('is put together as the standard asks, as a %s', async (stage) => {
    const facts = isMonthForm(form) ? full : sample;
    const parts = openWordFile(await renderer.render(id, facts, stage));
    for (const [path, xml] of Object.entries(parts)) {
      expect(`${path}: ${checkXml(xml)}`).toBe(`${path}: `);
      expect(findFaults(readXml(xml)).map((fault) => `${path}: ${fault}`)).toEqual([]);
    }
  });

  it('declares every part and every relation it uses', async () => {
    const parts = openWordFile(await renderer.render(id, isMonthForm(form) ? full : sample));
    const types = parts['[Content_Types].xml'] ?? '';
    for (const path of Object.keys(parts).filter((each) => each !== '[Content_Types].xml')) {
      const extension = path.replace(/^.*\./, '');
      expect(types.includes(`PartName="/${path}"`) || types.includes(`Extension="${extension}"`)).toBe(true);
    }
    const relations = parts['word/_rels/document.xml.rels'] ?? '';
    for (const [, used] of (parts['word/document.xml'] ?? '').matchAll(/ r:(?:id|embed)="([^"]*)"/g)) {
      expect(relations).toContain(`Id="${used}"`);
    }
  });
});

describe('the check', () => {
  it.each([
    ['<w:pPr><w:jc/><w:pStyle/></w:pPr>', 'w:pPr: jc pStyle'],
    ['<w:rPr><w:nothing/></w:rPr>', 'w:rPr: nothing'],
    ['<w:p><w:t/></w:p>', 'w:p holds t'],
    ['<w:ins w:id="1"><w:r/></w:ins>', 'w:ins lacks w:author'],
  ])('sees what is wrong in %s', (xml, fault) => {
    expect(findFaults(readXml(xml))).toEqual([fault]);
  });
});
