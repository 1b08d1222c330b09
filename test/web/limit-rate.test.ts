import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createRateLimit } from '../../src/web/limit-rate.ts';
import { sealed } from '../lark/support/sealed-push.ts';
import { type RunningServer, startServer } from './support/running-server.ts';

/** How often in a row an address is admitted, at most `most` times. */
function admissions(limit: ReturnType<typeof createRateLimit>, address: string, most = 1000): number {
  for (let count = 0; count < most; count += 1) if (!limit.admit(address)) return count;
  return most;
}

describe('an address', () => {
  it('has so many requests at once, and gets them back with time', () => {
    let now = 0;
    const limit = createRateLimit({ perSecond: 10, burst: 30, now: () => now });
    expect(admissions(limit, '203.0.113.9')).toBe(30);
    now = 500;
    expect(admissions(limit, '203.0.113.9')).toBe(5);
    now = 3_600_000;
    expect(admissions(limit, '203.0.113.9')).toBe(30);
  });

  it('does not pay for another', () => {
    const limit = createRateLimit({ burst: 3, now: () => 0 });
    admissions(limit, '203.0.113.9');
    expect(admissions(limit, '203.0.113.10')).toBe(3);
  });

  it('pays more for what is not from the platform', () => {
    const limit = createRateLimit({ now: () => 0 });
    let refused = 0;
    for (; limit.admit('203.0.113.9'); refused += 1) limit.punish('203.0.113.9');
    expect(refused).toBeLessThanOrEqual(20);
  });

  it.each([
    ['2001:db8:1:2::5', '2001:db8:1:2:ffff:1:2:3', 0],
    ['2001:db8::5', '2001:db8:0:0:9::', 0],
    ['2001:db8:1:2::5', '2001:db8:1:3::5', 2],
    ['::ffff:203.0.113.9', '::ffff:203.0.113.10', 2],
  ])('%s leaves %s %i of 2', (one, other, left) => {
    const limit = createRateLimit({ burst: 2, now: () => 0 });
    admissions(limit, one);
    expect(admissions(limit, other)).toBe(left);
  });

  it('is never admitted more often than its tokens allow, whatever happens', () => {
    const step = fc.record({ wait: fc.nat(2000), asks: fc.nat(50) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let now = 0;
        const limit = createRateLimit({ perSecond: 10, burst: 20, now: () => now });
        let admitted = 0;
        for (const { wait, asks } of steps) {
          now += wait;
          for (let ask = 0; ask < asks; ask += 1) if (limit.admit('a')) admitted += 1;
        }
        expect(admitted).toBeLessThanOrEqual(20 + now / 100);
      }),
    );
  });
});

it('keeps no more addresses in mind than it may, those that ask least first forgotten', () => {
  const limit = createRateLimit({ burst: 1, capacity: 100, now: () => 0 });
  limit.admit('busy');
  for (let nth = 0; nth < 10_000; nth += 1) {
    limit.admit(`198.51.100.${nth}`);
    if (nth % 50 === 0) expect(limit.admit('busy')).toBe(false);
  }
  expect(limit.admit('198.51.100.1')).toBe(true);
});

describe('the webhook', () => {
  let server: RunningServer | undefined;
  afterEach(() => server?.stop(0));
  const from = (address: string) => ({ 'x-forwarded-for': address });

  it('answers 429 to an address that asks too often, and others as ever', async () => {
    const reasons: string[] = [];
    const rate = createRateLimit({ burst: 2, perSecond: 0.001 });
    server = await startServer({ rate, trustedProxies: 1, onRefused: (reason) => reasons.push(reason) });
    const push = (address: string, eventId: string) => server?.push(sealed({ eventId }), from(address));
    const answers = [];
    for (const eventId of ['1', '2', '3']) answers.push((await push('203.0.113.9', eventId))?.status);
    answers.push((await push('203.0.113.10', '4'))?.status);
    expect(answers).toEqual([200, 200, 429, 200]);
    expect(reasons).toEqual(['rate']);
    expect(server.accepted).toHaveLength(3);
  });

  it('shuts a stranger out sooner than it would the platform', async () => {
    server = await startServer({ rate: createRateLimit({ perSecond: 0.001 }), trustedProxies: 1 });
    const answers = new Set<number | undefined>();
    for (let nth = 0; nth < 25; nth += 1) {
      answers.add((await server.push(sealed({ token: 'wrong' }), from('203.0.113.9'))).status);
    }
    expect([...answers]).toEqual([401, 429]);
  });

  it('believes nobody about addresses unless proxies are declared, and never limits this machine', async () => {
    server = await startServer({ rate: createRateLimit({ burst: 1, perSecond: 0.001 }) });
    const answers = [];
    for (const eventId of ['1', '2', '3'])
      answers.push((await server.push(sealed({ eventId }), from('203.0.113.9'))).status);
    expect(answers).toEqual([200, 200, 200]);
  });

  it('takes the address that the nearest proxy saw, not the one that a caller made up', async () => {
    server = await startServer({ rate: createRateLimit({ burst: 1, perSecond: 0.001 }), trustedProxies: 1 });
    const push = (made: string) => server?.push(sealed({ eventId: made }), from(`${made}, 203.0.113.9`));
    expect((await push('198.51.100.1'))?.status).toBe(200);
    expect((await push('198.51.100.2'))?.status).toBe(429);
  });
});

it('says with every answer that nothing is to be guessed, kept or framed', async () => {
  const server = await startServer();
  const answers = [
    await server.push(sealed()),
    await server.push(sealed({ token: 'wrong' })),
    await fetch(`${server.url}/healthz`),
    await fetch(`${server.url}/nothing`),
  ];
  for (const { headers } of answers) {
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  }
  expect(answers[2]?.headers.get('content-security-policy')).toBe(
    "default-src 'none';frame-ancestors 'none'",
  );
  await server.stop(0);
});
