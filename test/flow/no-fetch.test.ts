import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

/** A server of this machine's network, which a bot that follows addresses would ask for somebody outside. */
const inside = createServer((_request, response) => response.end('secret'));
let asked = 0;
let office: Office;
beforeAll(async () => {
  inside.on('connection', () => {
    asked += 1;
  });
  inside.listen(0, '127.0.0.1');
  await once(inside, 'listening');
  office = await startOffice();
});
afterAll(async () => {
  await office.stop();
  inside.close();
});

it('no address that somebody wrote is ever asked', async () => {
  const { port } = inside.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/latest/meta-data`;
  const picture = `![图](${address}.png) <img src="${address}">`;
  await office.ask('规划科通讯员', `/报送 看 ${address}｜11月16日，县局开会。${picture} [点](${address})`);
  await office.ask('李负责', `/媒体 新增 县融媒体中心 县级 地址：${address}`);
  await office.ask('李负责', `/用稿 #1 县融媒体中心 ${address} 2026-11-16`);
  await office.ask('李负责', '/查看 #1');
  await office.ask('李负责', '/汇总 2026-11');
  await office.settled();

  const files = office.sandbox.messages(office.chat).filter(({ type }) => type === 'file');
  expect(files).toHaveLength(1);
  expect(asked).toBe(0);
});
