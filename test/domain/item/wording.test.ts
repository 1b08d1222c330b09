import { describe, expect, it } from 'vitest';
import { isStale, printedText, writeWording } from '../../../src/domain/item/wording.ts';

const item = { title: '召开推进会', body: '11月16日，我局召开推进会，部署四季度工作。' };
const short = { title: '召开推进会', body: '我局召开推进会。' };

describe('a wording', () => {
  it('is what the report prints, while the item keeps its text', () => {
    const worded = { ...item, wording: writeWording(item, short) };
    expect(printedText(worded)).toEqual(short);
    expect(worded.body).toBe(item.body);
    expect(isStale(worded)).toBe(false);
  });

  it('that says what the item says is none', () => {
    expect(writeWording(item, { ...item })).toBeUndefined();
    expect(printedText(item)).toEqual(item);
    expect(isStale(item)).toBe(false);
  });

  it.each([{ title: '召开部署会' }, { body: '11月17日，我局召开推进会。' }])(
    'gives way to the item when its text is edited (%o), and counts again when that is taken back',
    (edit) => {
      const edited = { ...item, ...edit, wording: writeWording(item, short) };
      expect(isStale(edited)).toBe(true);
      expect(printedText(edited)).toEqual({ title: edited.title, body: edited.body });
      expect(printedText({ ...edited, ...item })).toEqual(short);
    },
  );
});
