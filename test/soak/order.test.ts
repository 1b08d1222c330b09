import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Spoken } from '../../soak/audit/evidence.ts';
import { findDisordered } from '../../soak/audit/order.ts';

const NO_ITEMS = { items: [] };

interface Told {
  /** First push and acknowledgement. */
  readonly push: readonly [from: number, to: number];
  /** Place of the answer. */
  readonly answer?: number;
  readonly chat?: string;
}

function spoken({ push: [firstPush, acknowledged], answer, chat = 'oc_1' }: Told, index: number): Spoken {
  const replies =
    answer === undefined
      ? []
      : [{ id: `om_r${index}`, place: answer, text: '', at: acknowledged, sentAt: '' }];
  return {
    ...{ id: `om_${index}`, kind: 'submit', chat, group: 'oc_1', text: '' },
    ...{ firstPush, acknowledged, replies },
  };
}

function disordered(...told: Told[]): number {
  return findDisordered({ spoken: told.map(spoken) }, NO_ITEMS).length;
}

describe('the order of answers in a chat', () => {
  it('is wrong where a message is answered before one that was acknowledged before it was pushed', () => {
    expect(disordered({ push: [0, 10], answer: 2 }, { push: [20, 30], answer: 1 })).toBe(1);
  });

  it('may be either where the two pushes overlap', () => {
    expect(disordered({ push: [0, 25], answer: 2 }, { push: [20, 30], answer: 1 })).toBe(0);
  });

  it('counts each that was overtaken', () => {
    const late: Told = { push: [40, 50], answer: 1 };
    expect(disordered({ push: [0, 10], answer: 2 }, { push: [20, 30], answer: 3 }, late)).toBe(2);
  });

  it('is not asked for between chats, nor of what has no answer', () => {
    expect(disordered({ push: [0, 10], answer: 2 }, { push: [20, 30], answer: 1, chat: 'oc_2' })).toBe(0);
    expect(disordered({ push: [0, 10] }, { push: [20, 30], answer: 1 })).toBe(0);
  });

  it('holds for the numbers of items as well', () => {
    const seen = { spoken: [spoken({ push: [0, 10] }, 0), spoken({ push: [20, 30] }, 1)] };
    const item = (source: string, serial: number) => ({
      ...{ source, serial },
      ...{ group: 'oc_1', number: `202610-规划科-${serial}`, revisions: 1 },
    });

    expect(findDisordered(seen, { items: [item('om_0', 1), item('om_1', 2)] })).toEqual([]);
    expect(findDisordered(seen, { items: [item('om_0', 2), item('om_1', 1)] })).toEqual([seen.spoken[0]]);
  });

  const times = fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 50 }));

  it('is right for whoever answers in the order in which pushes began', () => {
    fc.assert(
      fc.property(fc.array(times), (list) => {
        const inOrder = list.toSorted(([a], [b]) => a - b);
        const told = inOrder.map(([from, ms], answer): Told => ({ push: [from, from + ms], answer }));

        expect(disordered(...told)).toBe(0);
      }),
    );
  });

  it('is wrong for any two that are exchanged though they lie apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.nat(), fc.nat(), (count, a, b) => {
        const [one, other] = [a % count, b % count];
        fc.pre(one !== other);
        const places = Array.from({ length: count }, (_, index) => index);
        [places[one], places[other]] = [other, one];
        const told = places.map((answer, index): Told => ({ push: [index * 10, index * 10 + 5], answer }));

        expect(disordered(...told)).toBeGreaterThan(0);
      }),
    );
  });
});
