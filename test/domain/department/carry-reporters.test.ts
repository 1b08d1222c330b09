import { describe, expect, it } from 'vitest';
import { carryReporters } from '../../../src/domain/department/carry-reporters.ts';
import type { Department, Reporter } from '../../../src/domain/department/department.ts';

const DAY = '2026-11-18';

function department(...reporters: readonly (readonly [string, Reporter['kind'], string?])[]): Department {
  return {
    id: 'd',
    groupId: 'oc',
    openedOn: '2026-01-01',
    closures: [],
    names: [],
    quotas: [],
    reporters: reporters.map(([personId, kind, to]) => ({
      personId,
      kind,
      from: '2026-01-01',
      ...(to !== undefined && { to }),
    })),
  };
}

const carry = (into: Department | undefined, ...from: readonly Department[]) =>
  carryReporters(into, from, DAY).map(({ personId, kind, from: since }) => `${personId} ${kind} ${since}`);

describe('who goes on to report', () => {
  it('is the first main correspondent as such, and everyone else as a deputy', () => {
    const from = [department(['a', 'main'], ['b', 'deputy']), department(['c', 'main'])];
    expect(carry(undefined, ...from)).toEqual([`a main ${DAY}`, `b deputy ${DAY}`, `c deputy ${DAY}`]);
  });

  it('joins those who do already, whose main correspondent stays', () => {
    expect(carry(department(['z', 'main']), department(['a', 'main']))).toEqual([`a deputy ${DAY}`]);
    expect(carry(department(['z', 'deputy']), department(['a', 'main']))).toEqual([`a main ${DAY}`]);
  });

  it('is nobody twice, and nobody who no longer reported then', () => {
    const both = [department(['a', 'main']), department(['a', 'main'], ['b', 'deputy', DAY])];
    expect(carry(undefined, ...both)).toEqual([`a main ${DAY}`]);
    expect(carry(department(['a', 'main']), department(['a', 'main']))).toEqual([]);
  });
});
