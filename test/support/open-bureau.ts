import type { Office } from './start-office.ts';

export type Bureau = Awaited<ReturnType<typeof openBureau>>;

/** One more work group of the same bot, with one person in it who may do everything there, called `<name>的人`. */
export async function openBureau(
  { sandbox }: Office,
  { name, departments }: { readonly name: string; readonly departments: readonly string[] },
) {
  const who = `${name}的人`;
  const person = sandbox.createPerson(who);
  const chat = sandbox.createGroup(`${name}工作群`);
  sandbox.join(chat, person);
  sandbox.addBot(chat, person);
  await sandbox.awaitMessage(chat, ({ senderId }) => senderId === 'bot');
  const bureau = {
    chat,
    person,
    privately: sandbox.privateChat(person),
    /** Says something in the group; what the bot answers to exactly that. */
    async ask(text: string) {
      const id = sandbox.say(person, chat, text);
      return sandbox.awaitMessage(chat, ({ parentId, senderId }) => parentId === id && senderId === 'bot');
    },
    async say(text: string): Promise<string> {
      return (await bureau.ask(text)).text;
    },
    async press(cardId: string, button: string) {
      return sandbox.click(person, cardId, button);
    },
  };
  await bureau.say(`/设置 单位名称 ${name}`);
  await bureau.say(`/部门 新增 ${departments.join(' ')}`);
  for (const role of ['宣传负责人', '分管领导']) await bureau.say(`/角色 ${role} @${who}`);
  return bureau;
}
