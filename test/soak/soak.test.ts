import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canLimitFileSize } from '../../soak/harm/limit-file-size.ts';
import { buildProgram, type Program } from '../support/build-program.ts';

describe('the soak as a program', () => {
  let program: Program;
  beforeAll(() => {
    program = buildProgram();
  }, 120_000);
  afterAll(() => program.remove());

  const soak = (...args: string[]) => program.run(args, {}, 'dist/soak/main.js');

  it.concurrent('finds nothing lost, doubled or disordered after kills, refused calls, a full disk and a backup', async ({
    expect,
  }) => {
    const { code, out, err } = await soak('--events', '700', '--kills', '2', '--seed', 'fleet', '--json');

    expect({ code, err }).toEqual({ code: 0, err: '' });
    const outcome = JSON.parse(out);
    expect(outcome).toMatchObject({
      lost: 0,
      doubleReceipts: 0,
      doubleReminders: 0,
      disordered: 0,
      deaths: 2,
      fullDisks: canLimitFileSize() ? 1 : 0,
      backups: 1,
    });
    expect(outcome.acknowledged).toBeGreaterThan(40);
    expect(outcome.stored).toBeGreaterThan(20);
    expect(outcome.failedPushes).toBeGreaterThan(0);
  }, 300_000);

  it.concurrent('finds nothing wrong with two bots on one PostgreSQL database', async ({ expect }) => {
    const options = ['--events', '400', '--kills', '0', '--replicas', '2', '--database', 'postgres'];
    const { code, out, err } = await soak(...options, '--json');

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out).acknowledged).toBeGreaterThan(20);
  }, 300_000);

  it.each([
    ['--kills', 'half'],
    ['--database', 'paper'],
  ])('says how it is used when it is asked for %s %s', async (...args) => {
    const { code, out } = await soak(...args);

    expect(code).toBe(2);
    expect(out).toContain('npm run soak');
  });

  it('does not put two bots on one SQLite file', async () => {
    const { code, out } = await soak('--replicas', '2');

    expect(code).toBe(2);
    expect(out).toContain('more of them need PostgreSQL');
  });
});
