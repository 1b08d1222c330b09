import { describe, expect, it } from 'vitest';
import { fromStamp } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { openEnvelope } from '../../src/lark/long-connection/open-envelope.ts';
import { openRequest } from '../../src/lark/open-request.ts';
import { pinTenant } from '../../src/main/pin-tenant.ts';
import { encrypted, KEYS, plainPush, SIGNED_AT, sealed, signed } from '../lark/support/sealed-push.ts';
import { openTestStore } from '../support/open-test-store.ts';

async function open(configured?: string) {
  const { store } = await openTestStore();
  const pin = (appId: string = KEYS.appId) => pinTenant({ store, appId, configured, logger: silentLogger });
  return { store, pin };
}

describe('the tenant', () => {
  it('is that of the first event, also after the next start', async () => {
    const { store, pin } = await open();
    const admits = await pin();
    expect([admits('t1'), admits('t2'), admits('t1')]).toEqual([true, false, true]);
    await expect.poll(() => store.repos.records.value(`tenant:${KEYS.appId}`)).toBe('t1');
    expect((await pin())('t2')).toBe(false);
  });

  it('is one for all processes on a database, though each has had its own first event', async () => {
    const { store, pin } = await open();
    const [first, second] = [await pin(), await pin()];
    first('t1');
    await expect.poll(() => store.repos.records.value(`tenant:${KEYS.appId}`)).toBe('t1');
    second('t2');
    await expect.poll(() => [second('t1'), second('t2')]).toEqual([true, false]);
  });

  it('is the one that the operator has set, whatever comes first', async () => {
    const admits = await (await open('t9')).pin();
    expect([admits('t1'), admits('t9')]).toEqual([false, true]);
  });

  it('is learned for each app by itself', async () => {
    const { pin } = await open();
    (await pin())('t1');
    expect((await pin('cli_fedcba9876543210'))('t2')).toBe(true);
  });
});

describe('an event of another tenant', () => {
  const keys = { ...KEYS, admitsTenant: (tenantKey: string) => tenantKey === 'another' };

  it('is refused by the webhook, however well it is signed', () => {
    expect(openRequest(sealed(), keys, fromStamp(SIGNED_AT))).toEqual({
      kind: 'refused',
      status: 401,
      reason: 'tenant',
    });
  });

  it('is dropped on the long connection', () => {
    expect(openEnvelope(plainPush(), keys)).toBeUndefined();
    expect(openEnvelope(plainPush(), { appId: KEYS.appId })).toMatchObject({ kind: 'message' });
  });

  it('does not become the one that is learned when it is not verified', async () => {
    const admitsTenant = await (await open()).pin();
    const forged = signed(encrypted(JSON.stringify(plainPush({ token: 'wrong' }))));
    openRequest(forged, { ...KEYS, admitsTenant }, fromStamp(SIGNED_AT));
    expect(admitsTenant('mine')).toBe(true);
  });
});
