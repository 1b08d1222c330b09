import type { Sandbox } from '../../sandbox/sandbox.ts';

/** A group with the bot in it, its people by what they are there, and what they have learnt of its items. */
export interface WorkGroup {
  readonly chat: string;
  readonly lead: string;
  readonly correspondents: readonly string[];
  /** Correspondent of a department that never answers: every week has somebody to remind. */
  readonly silent: string;
  /** Short numbers of items, from the receipts; the latest. */
  readonly serials: number[];
}

const DEPARTMENTS = ['规划科', '耕地科', '登记科'];
const SILENT = '执法队';
const PATIENCE_MS = 60_000;

/** Sets up so many groups through the chat, as their admins would: departments, correspondents, lead, reminders on. */
export function setUpGroups(sandbox: Sandbox, count: number): Promise<readonly WorkGroup[]> {
  return Promise.all(Array.from({ length: count }, (_, number) => setUpGroup(sandbox, number)));
}

async function setUpGroup(sandbox: Sandbox, number: number): Promise<WorkGroup> {
  const chat = sandbox.createGroup(`宣传工作群${number}`);
  const join = (name: string) => {
    const id = sandbox.createPerson(name);
    sandbox.join(chat, id);
    return id;
  };
  const [admin, lead] = [join('陈管理'), join('李负责')];
  const correspondents = DEPARTMENTS.map((department) => join(`${department}通讯员`));
  const silent = join(`${SILENT}通讯员`);
  sandbox.addBot(chat, admin);
  await sandbox.awaitMessage(chat, ({ senderId }) => senderId === 'bot', PATIENCE_MS);
  const departments = [...DEPARTMENTS, SILENT];
  const orders = [
    `/部门 新增 ${departments.join(' ')}`,
    ...departments.map((department) => `/通讯员 设置 ${department} @${department}通讯员`),
    '/角色 宣传负责人 @李负责',
    '/启用',
  ];
  for (const order of orders) {
    const id = sandbox.say(admin, chat, order);
    await sandbox.awaitMessage(chat, ({ parentId }) => parentId === id, PATIENCE_MS);
  }
  return { chat, lead, correspondents, silent, serials: [] };
}
