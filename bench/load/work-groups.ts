import type { Sandbox } from '../../sandbox/sandbox.ts';
import { larkRequest, SUBMISSION } from './lark-requests.ts';

/** A correspondent and the group they write in. */
export interface Seat {
  readonly chat: string;
  readonly person: string;
}

/** A message that stands in its chat, and the push that tells the bot of it. */
export interface Spoken {
  readonly id: string;
  readonly request: Buffer;
}

/** So many are set up at a time. */
const AT_ONCE = 20;
const PATIENCE_MS = 60_000;

/**
 * Work groups with a department and its correspondent each, set up by commands as their admins would. Of what is said in
 * them later the platform pushes only what names the bot.
 */
export async function setUpGroups(sandbox: Sandbox, count: number): Promise<Seat[]> {
  const seats: Seat[] = [];
  while (seats.length < count) {
    const next = Array.from({ length: Math.min(AT_ONCE, count - seats.length) }, (_, nth) =>
      setUpGroup(sandbox, seats.length + nth),
    );
    seats.push(...(await Promise.all(next)));
  }
  return seats;
}

async function setUpGroup(sandbox: Sandbox, index: number): Promise<Seat> {
  const chat = sandbox.createGroup(`宣传工作群${index}`, { mentionsOnly: true });
  const [admin, person] = [sandbox.createPerson('陈管理'), sandbox.createPerson('林通讯')];
  sandbox.join(chat, admin);
  sandbox.join(chat, person);
  sandbox.addBot(chat, admin);
  await sandbox.awaitMessage(chat, (message) => message.senderId === 'bot', PATIENCE_MS);
  for (const command of ['@bot /部门 新增 规划科', '@bot /通讯员 设置 规划科 @林通讯']) {
    const id = sandbox.say(admin, chat, command);
    await sandbox.awaitMessage(chat, (message) => message.parentId === id, PATIENCE_MS);
  }
  return { chat, person };
}

/**
 * Items as the correspondents send them, in turns: said in the sandbox, so that the bot can answer them there, but not
 * pushed by it, so that the bench sends them when it wants to.
 */
export function writeSubmissions(sandbox: Sandbox, seats: readonly Seat[], count: number): Spoken[] {
  return Array.from({ length: count }, (_, index) => seats[index % seats.length]).flatMap((seat, index) => {
    if (seat === undefined) return [];
    const text = SUBMISSION(index);
    const id = sandbox.say(seat.person, seat.chat, text);
    return [{ id, request: larkRequest(sandbox.app, { id, ...seat, text }) }];
  });
}
