import { expect, it } from 'vitest';
import { answerClick } from '../../src/lark/answer-click.ts';
import { drawCard } from '../../src/lark/draw-card.ts';

it.each([
  ['info', 'info'],
  ['success', 'success'],
  ['warning', 'warning'],
  ['danger', 'error'],
] as const)('answers a click in the tone %s with a toast of type %s', (tone, type) => {
  expect(answerClick({ tone, notice: '已通过\n' })).toEqual({ toast: { type, content: '已通过' } });
});

it('brings the card as it stands now', () => {
  const card = { tone: 'success', title: '已通过', blocks: [{ kind: 'text', text: '第 1 级' }] } as const;
  expect(answerClick({ tone: 'success', notice: '好', card })).toMatchObject({
    card: { type: 'raw', data: drawCard(card).json },
  });
});
