import { createHash } from 'node:crypto';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MonthFacts } from '../../src/domain/report/facts.ts';
import { cleanLine, cleanText } from '../../src/kernel/text/clean-text.ts';
import { createRenderer } from '../../src/report/create-renderer.ts';
import { loadTemplates } from '../../src/report/load-templates.ts';
import { sampleFacts } from '../../src/templates/work-report/sample.ts';
import { makeAdoption, makeFacts, makeItem, office } from '../domain/report/make-facts.ts';
import { pictures } from '../support/pictures.ts';
import { checkXml } from './check-xml.ts';
import { openWordFile, readLabels, readMarkedText } from './open-word-file.ts';

const templates = await loadTemplates();
const renderer = createRenderer(templates);

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const linked: MonthFacts = {
  ...sampleFacts,
  adoptions: sampleFacts.items.flatMap((item) =>
    ['a', 'b'].map((path) =>
      makeAdoption(item, { outlet: `日报${path}`, link: `https://news.example/${path}?x=1&y=2` }),
    ),
  ),
};

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the same month', () => {
  it('is the same bytes, twice and in every time zone', async () => {
    const first = hash(await renderer.render('work-report', linked));
    for (const zone of ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      vi.stubEnv('TZ', zone);
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      expect(hash(await renderer.render('work-report', linked))).toBe(first);
    }
  });

  it('is other bytes when anything differs', async () => {
    const files = await Promise.all([
      renderer.render('work-report', linked),
      renderer.render('work-report', { ...linked, signedOn: '2026-10-31' }),
      renderer.render('work-report', { ...linked, cutOff: '2026-10-30T10:00:01.000Z' }),
      renderer.render('work-report', linked, 'final'),
    ]);
    expect(new Set(files.map(hash)).size).toBe(4);
  });

  it('keeps links to where outlets printed an item, in order', async () => {
    const parts = openWordFile(await renderer.render('work-report', linked));
    const ids = [...(parts['word/document.xml'] ?? '').matchAll(/<w:hyperlink [^>]*r:id="([^"]*)"/g)];
    const numbers = ids.map(([, id = '']) => Number(/^rIdLink(\d+)$/.exec(id)?.[1]));
    expect(numbers).toEqual([0, 1, 2, 3, 4, 5].map((n) => (numbers[0] ?? 0) + n));
    const rels = parts['word/_rels/document.xml.rels'] ?? '';
    expect(rels).toMatch(
      new RegExp(`Id="${ids[0]?.[1]}"[^>]*Target="https://news\\.example/a\\?x=1&amp;y=2"`),
    );
    for (const [, id] of ids) expect(rels).toContain(`Id="${id}"`);
  });
});

/** How many hostile months are rendered; a few minutes' thousands are for when what writes the file has changed. */
const FUZZ_RUNS = Number(process.env.FUZZ_RUNS ?? 60);

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '**',
          '|',
          '\\',
          '\n',
          '\t',
          '# ',
          '{{constructor}}',
          '<w:t>',
          ']]>',
          '&amp;',
          '\u0000',
          '\ufffe',
        ],
        ...['汉,', '(汉)', '"汉"', '--', '...', '汉. '],
        ...['\u202e', '\ud800', '“中”', '𠮷', 'a', ' ', '\u3000', ':::', '---', '[x](http://a.b)'],
        // What the document library has a use for where it finds it.
        ...['{a.png}', '{list-0}', 'rId_____________________1', '$&', "'", '"'],
      ),
      { maxLength: 10 },
    )
    .map((pieces) => pieces.join('')),
);

describe('hostile text', () => {
  const picture = { blob: hash(pictures.png), bytes: pictures.png.length, mediaType: 'image/png' };
  const printing = createRenderer(templates, async () => pictures.png);

  it(
    'comes out of the Word file as the cleaned input, in every place',
    async () => {
      await fc.assert(
        fc.asyncProperty(hostile, hostile, hostile, hostile, async (title, body, department, reason) => {
          const item = makeItem({ title: `题${title}目`, body: `文${body}尾`, pictures: [picture] });
          const facts = makeFacts({
            departments: [
              {
                id: 'office',
                name: `部${department}门`,
                weeks: [{ week: '2026-W41', answer: 'nil' }],
              },
            ],
            items: [item],
            nils: [{ departmentId: 'office', week: '2026-W41', reason: `因${reason}由` }],
            adoptions: [
              makeAdoption(item, { outlet: `媒${reason}体`, link: 'https://news.example/?x=1&y=2' }),
            ],
          });
          const bytes = await printing.render('work-report', facts);
          const parts = openWordFile(bytes);
          for (const [path, xml] of Object.entries(parts)) {
            expect(`${path}: ${checkXml(xml)}`).toBe(`${path}: `);
          }
          await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
          // Punctuation is suggested, and what was sent is there beside it.
          const { before: value } = readMarkedText(parts['word/document.xml'] ?? '');
          const inLine = (text: string) => cleanText(text).replaceAll('\n', '');
          expect(value).toContain(`${inLine(`题${title}目`)}。`);
          expect(value).toContain(`报送部门为${inLine(`部${department}门`)}。`);
          expect(value).toContain(inLine(`因${reason}由`));
          expect(value).toContain(inLine(`媒${reason}体`));
          expect(value).toContain(`图1 ${cleanLine(`题${title}目`)}`);
          // Paragraphs of a body are trimmed; inside they are as they were sent.
          for (const line of cleanText(`文${body}尾`).split('\n')) expect(value).toContain(line.trim());
          const labels = readLabels(parts['word/charts/chart1.xml'] ?? '');
          expect(labels).toContain(cleanText(`部${department}门`));
        }),
        { numRuns: FUZZ_RUNS },
      );
    },
    30_000 + FUZZ_RUNS * 1_000,
  );

  it('that looks like a template stays text', () => {
    const facts = makeFacts({ items: [makeItem({ title: '{{constructor}}', body: '{{#each items}}' })] });
    expect(renderer.renderMarkdown('work-report', facts)).toContain(
      '[**{{constructor}}。**{{\\#each items}}。](<#202610-办公室-01>)',
    );
  });
});

describe('months of every size', () => {
  it('renders an empty one', async () => {
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(await renderer.render('work-report', makeFacts({ departments: [office] }))),
    });
    expect(value).toContain('共报送宣传信息0条');
    expect(value).toContain('本月各部门没有报送可列入的信息。');
    expect(value).toContain('本月没有零报告和免报。');
  });

  it('renders 500 items whole in a few seconds', async () => {
    const items = Array.from({ length: 500 }, (_, index) =>
      makeItem({
        id: String(index),
        number: `202610-办公室-${index + 1}`,
        title: `第${index + 1}条`,
        body: '汉'.repeat(120),
      }),
    );
    const started = performance.now();
    const bytes = await renderer.render('work-report', makeFacts({ departments: [office], items }));
    expect(performance.now() - started).toBeLessThan(20_000);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value).toContain('五百是第500条。');
    expect(value.match(/汉{120}。/g)).toHaveLength(500);
  });

  it('refuses a template that is not there, naming those that are', async () => {
    await expect(renderer.render('no-such', makeFacts())).rejects.toThrow(
      'no template "no-such"; known: work-report, work-article, ',
    );
  });
});
