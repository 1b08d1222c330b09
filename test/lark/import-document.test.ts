import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import type { Platform } from '../../src/bot/ports.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { createLarkPlatform } from '../../src/lark/create-platform.ts';

let sandbox: Sandbox;
let platform: Platform;
let group: string;

beforeEach(async () => {
  sandbox = await startSandbox({ limits: 'none' });
  const person = sandbox.createPerson('张三');
  group = sandbox.createGroup('宣传工作群');
  sandbox.join(group, person);
  sandbox.addBot(group, person);
  platform = createLarkPlatform({
    appId: sandbox.app.appId,
    appSecret: sandbox.app.appSecret,
    domain: sandbox.url,
    logger: silentLogger,
    timeoutMs: 2_000,
    retryDelaysMs: [],
  });
});
afterEach(() => sandbox.stop());

const WORD = Buffer.from('PK and more');

describe('an import', () => {
  it('is begun, looked at until it is done, and opened to a chat, twice without harm', async () => {
    const ticket = await platform.startImport('报告.docx', WORD);
    expect(await platform.importedDocument(ticket)).toBeUndefined();
    const document = await platform.importedDocument(ticket);
    expect(document).toMatchObject({ url: expect.stringContaining('/docx/'), shortened: false });
    expect(await platform.importedDocument(ticket)).toEqual(document);
    for (const _ of [1, 2]) await platform.shareDocument(document?.token ?? '', group);

    const [made, ...others] = sandbox.documents();
    expect(others).toEqual([]);
    expect(made?.name).toBe('报告');
    expect([...(made?.sharedWith ?? [])]).toEqual([group]);
  });

  it('of what is no Word file is given up by the platform', async () => {
    const ticket = await platform.startImport('报告.docx', Buffer.from('text'));
    await platform.importedDocument(ticket);
    await expect(platform.importedDocument(ticket)).rejects.toMatchObject({
      kind: 'content',
      code: 'import-100',
    });
  });

  it('of nothing, or of too much, is not begun', async () => {
    await expect(platform.startImport('空.docx', Buffer.alloc(0))).rejects.toMatchObject({
      code: 'empty-file',
    });
    const large = Buffer.alloc(20 * 1024 * 1024 + 1);
    await expect(platform.startImport('大.docx', large)).rejects.toMatchObject({ code: 'too-large' });
    expect(sandbox.calls.filter(({ path }) => path.includes('/drive/'))).toEqual([]);
  });

  it('is looked for by ids alone that can go into a path', async () => {
    await expect(platform.importedDocument('../../contact/v3/users')).rejects.toMatchObject({
      code: 'bad-id',
    });
    await expect(platform.shareDocument('doxcn1', 'no chat')).rejects.toMatchObject({ code: 'bad-id' });
  });
});
