import type { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { openScene, refusal, send } from '../support.ts';

const PNG = Buffer.from('\x89PNG\r\n\x1a\n rest', 'latin1');

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('uploading', () => {
  test('a file comes out as it went in and can be sent under its name', async () => {
    const { sandbox, client, group } = await openScene();
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256));
    const made = await client.im.v1.file.create({
      data: { file_type: 'doc', file_name: '十一月工作报告.docx', file: bytes },
    });
    const key = made?.file_key ?? '';
    expect(sandbox.uploadedFile(key)).toMatchObject({ name: '十一月工作报告.docx' });
    expect(sandbox.uploadedFile(key)?.bytes.equals(bytes)).toBe(true);
    await send(client, group, 'file', { file_key: key });
    expect(sandbox.messages(group)).toMatchObject([
      { type: 'file', fileKey: key, fileName: '十一月工作报告.docx', text: '📄 十一月工作报告.docx' },
    ]);
  });

  test('an image has to be one', async () => {
    const { sandbox, client, group } = await openScene();
    const upload = (image: Buffer) => client.im.v1.image.create({ data: { image_type: 'message', image } });
    const key = (await upload(PNG))?.image_key ?? '';
    await send(client, group, 'image', { image_key: key });
    expect(sandbox.messages(group)).toMatchObject([{ type: 'image', fileKey: key }]);
    expect((await refusal(upload(Buffer.from('words')))).code).toBe(234011);
  });

  test.each([
    ['an empty file', 234010, Buffer.alloc(0)],
    ['a file over 30 MB', 234006, Buffer.alloc(30 * 1024 * 1024 + 1)],
  ])('%s is refused (%i)', async (_what, code, file) => {
    const { client } = await openScene();
    const upload = client.im.v1.file.create({ data: { file_type: 'stream', file_name: 'x', file } });
    expect((await refusal(upload)).code).toBe(code);
  });

  test('a body that is no form is refused (230001)', async () => {
    const { sandbox } = await openScene();
    const response = await fetch(`${sandbox.url}/open-apis/im/v1/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await tokenOf(sandbox)}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(await response.json()).toMatchObject({ code: 230001 });
  });

  test('an image key is no file to send (230055)', async () => {
    const { client, group } = await openScene();
    const made = await client.im.v1.image.create({ data: { image_type: 'message', image: PNG } });
    expect((await refusal(send(client, group, 'file', { file_key: made?.image_key }))).code).toBe(230055);
  });
});

describe('downloading', () => {
  test('gives the bytes of an attachment and its name', async () => {
    const { sandbox, client, group, person } = await openScene();
    const bytes = Buffer.from('附件内容');
    const id = sandbox.sendFile(person, group, { name: '信息.docx', bytes });
    const [message] = sandbox.messages(group);
    const got = await client.im.v1.messageResource.get({
      path: { message_id: id, file_key: message?.fileKey ?? '' },
      params: { type: 'file' },
    });
    expect((await bytesOf(got.getReadableStream())).equals(bytes)).toBe(true);
    expect(decodeURIComponent(String(got.headers['content-disposition']))).toContain('信息.docx');
  });

  test('works for a picture inside a rich text', async () => {
    const { sandbox, client, group, person } = await openScene();
    const id = sandbox.sayPost(person, group, { paragraphs: [['见图'], [{ image: PNG }]] });
    const [message] = sandbox.messages(group);
    const [key] = /img_v3_\w+/.exec(JSON.stringify(message?.content)) ?? [''];
    const got = await client.im.v1.messageResource.get({
      path: { message_id: id, file_key: key },
      params: { type: 'image' },
    });
    expect((await bytesOf(got.getReadableStream())).equals(PNG)).toBe(true);
  });

  test('refuses a key of another message, the wrong type, and stickers', async () => {
    const { sandbox, group, person } = await openScene();
    const mine = sandbox.sendFile(person, group, { name: 'a.txt', bytes: Buffer.from('a') });
    const other = sandbox.sendFile(person, group, { name: 'b.txt', bytes: Buffer.from('b') });
    const sticker = sandbox.sendSticker(person, group);
    const keyOf = (id: string) => sandbox.messages(group).find((message) => message.id === id)?.fileKey ?? '';
    const codeOf = async (id: string, key: string, type: string) => {
      const token = await tokenOf(sandbox);
      const path = `/open-apis/im/v1/messages/${id}/resources/${key}?type=${type}`;
      const response = await fetch(sandbox.url + path, { headers: { authorization: `Bearer ${token}` } });
      return ((await response.json()) as { code: number }).code;
    };
    expect(await codeOf(mine, keyOf(other), 'file')).toBe(234003);
    expect(await codeOf(mine, keyOf(mine), 'image')).toBe(234003);
    expect(await codeOf(mine, keyOf(mine), 'poem')).toBe(234001);
    expect(await codeOf(sticker, keyOf(sticker), 'file')).toBe(234043);
  });
});

async function tokenOf(sandbox: { url: string; app: { appId: string; appSecret: string } }): Promise<string> {
  const response = await fetch(`${sandbox.url}/open-apis/auth/v3/tenant_access_token/internal`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ app_id: sandbox.app.appId, app_secret: sandbox.app.appSecret }),
  });
  return ((await response.json()) as { tenant_access_token: string }).tenant_access_token;
}
