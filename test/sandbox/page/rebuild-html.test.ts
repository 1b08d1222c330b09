import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebuildHtml } from '../../../sandbox/page/rebuild-html.ts';

describe('rebuildHtml', () => {
  it.each([
    { name: 'headings, lists and emphasis', html: '<h1>一</h1><ul><li><strong>二</strong></li></ul>' },
    { name: 'merged cells', html: '<table><tr><th colspan="2" rowspan="3">一</th></tr></table>' },
    { name: 'known classes', html: '<p class="sign">署名</p>' },
    { name: 'entities', html: '<p>1 &lt; 2 &amp; 3</p>' },
    { name: 'pictures inside the file', html: '<img alt="图" src="data:image/png;base64,AAA=">' },
  ])('keeps $name', ({ html }) => {
    expect(rebuildHtml(html)).toBe(html);
  });

  it.each([
    { name: 'a link', html: '<a href="javascript:alert(1)">点</a>', kept: '点' },
    { name: 'a script', html: '<script>alert(1)</script>', kept: 'alert(1)' },
    { name: 'a handler', html: '<p onclick="x()" style="y">字</p>', kept: '<p>字</p>' },
    { name: 'a handler behind a quoted sign', html: '<p title=">" onclick="x()">字</p>', kept: '<p>字</p>' },
    { name: 'an unknown class', html: '<p class="toast">字</p>', kept: '<p>字</p>' },
    {
      name: 'a picture from elsewhere',
      html: '<img alt="图" src="https://example.com/a.png">',
      kept: '<img alt="图">',
    },
    { name: 'a vector picture', html: '<img src="data:image/svg+xml;base64,AAA=">', kept: '<img alt="">' },
    { name: 'half a tag', html: '<p>字<img src=', kept: '<p>字&lt;img src=' },
  ])('takes away $name and leaves the text', ({ html, kept }) => {
    expect(rebuildHtml(html)).toBe(kept);
  });

  it('takes only the first row of a table for its heading', () => {
    const row = '<tr><th>格</th></tr>';
    expect(rebuildHtml(`<table><thead>${row}${row}</thead></table>`)).toBe(
      '<table><tr><th>格</th></tr><tr><td>格</td></tr></table>',
    );
  });

  it('never lets through more than the elements and attributes it knows', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      '/',
      'p',
      'img',
      'script',
      ' src=',
      ' onload=',
      'x',
      '&',
      '!--',
      '=',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const tags = rebuildHtml(pieces.join('')).match(/<[^>]*>?/g) ?? [];
        expect(tags.filter((tag) => !/^<\/?(p|img alt="[^"<>]*"|img)>$/.test(tag))).toEqual([]);
      }),
    );
  });
});
