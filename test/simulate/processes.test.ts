import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fanOut } from '../../simulate/fan-out.ts';
import { buildProgram, type Program } from '../support/build-program.ts';

const FLAWLESS = { wrong: 0, missing: 0, double: 0 };
const WINTER = ['--from', '2026-01-26', '--to', '2026-03-01', '--json'];

describe('the simulation as a program', () => {
  let program: Program;
  beforeAll(() => {
    program = buildProgram();
  }, 120_000);
  afterAll(() => program.remove());

  async function simulate(...args: string[]) {
    const { code, out, err } = await program.run([...WINTER, ...args], {}, 'dist/simulate/main.js');
    return { code, err, outcome: JSON.parse(out) };
  }

  it('loses and doubles nothing when the process is killed in every week', async () => {
    const { code, err, outcome } = await simulate('--kills', '--groups', '2', '--seed', 'killed');

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(outcome).toMatchObject({ ...FLAWLESS, kills: 5 });
    expect(outcome.reminders).toBeGreaterThan(5);
  }, 120_000);

  it('sends once what three processes see to be due at once', async () => {
    const { code, err, outcome } = await simulate('--processes', '3', '--groups', '4');

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(outcome).toMatchObject({ ...FLAWLESS, groups: 4, weeks: 5 });
    expect(outcome.reminders).toBeGreaterThan(10);
  }, 120_000);
});

it('sends to all groups that are due at one minute, in order within each, and is never refused', async () => {
  const outcome = await fanOut(80, 3);

  expect(outcome).toMatchObject({ messages: 96, refused: 0, missing: 0, double: 0, disordered: 0 });
}, 60_000);
