import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { httpRequest } from './http-request.ts';
import { SUBMISSION } from './lark-requests.ts';

/** A correspondent and the group they write in. */
export interface Seat {
  readonly chat: string;
  readonly person: string;
}

const GROUPS = 40;
const HEADERS = ['x-lark-request-timestamp', 'x-lark-request-nonce', 'x-lark-signature'];

/** Work groups with a department and its correspondent each, set up by commands as their admins would. */
export async function setUpGroups(sandbox: Sandbox): Promise<Seat[]> {
  const seats = Array.from({ length: GROUPS }, (_, index) => setUpGroup(sandbox, index));
  return await Promise.all(seats);
}

async function setUpGroup(sandbox: Sandbox, index: number): Promise<Seat> {
  const chat = sandbox.createGroup(`宣传工作群${index}`);
  const [admin, person] = [sandbox.createPerson('陈管理'), sandbox.createPerson('林通讯')];
  sandbox.join(chat, admin);
  sandbox.join(chat, person);
  sandbox.addBot(chat, admin);
  await sandbox.awaitMessage(chat, (message) => message.senderId === 'bot', 60_000);
  for (const command of ['/部门 新增 规划科', '/通讯员 设置 规划科 @林通讯']) {
    const id = sandbox.say(admin, chat, command);
    await sandbox.awaitMessage(chat, (message) => message.parentId === id, 60_000);
  }
  return { chat, person };
}

/**
 * Items as the correspondents send them: said in the sandbox, so that the bot can answer them there, but caught on
 * their way to the bot, so that the bench sends them when it wants to.
 */
export async function catchSubmissions(
  sandbox: Sandbox,
  seats: readonly Seat[],
  count: number,
): Promise<Buffer[]> {
  const caught: Buffer[] = [];
  const catcher = createServer(async (request, response) => {
    const body = await buffer(request);
    const headers = HEADERS.map((name) => [name, String(request.headers[name])]);
    caught.push(httpRequest('/webhook/event', body.toString(), Object.fromEntries(headers)));
    response.writeHead(200, { 'content-length': 2 }).end('{}');
  }).listen(0, '127.0.0.1');
  await once(catcher, 'listening');
  sandbox.connectWebhook(`http://127.0.0.1:${(catcher.address() as AddressInfo).port}/`);
  for (let index = 0; index < count; index += 1) {
    const seat = seats[index % seats.length];
    if (seat) sandbox.say(seat.person, seat.chat, SUBMISSION(index));
    if (index % 100 === 99) await sandbox.pushesSettled();
  }
  await sandbox.pushesSettled();
  catcher.close();
  catcher.closeAllConnections();
  return caught;
}
