import { dateOf, timeOf } from '../../src/kernel/clock.ts';
import { chatOf } from './chats.ts';
import { messageOf, messagesIn } from './messages.ts';
import { nameOf } from './people.ts';
import type { SandboxMessage, World } from './world.ts';

/** The chats as one Markdown document, in Chinese, times in Asia/Shanghai; cards quoted, files by name. */
export function transcribe(world: World, chatIds: readonly string[]): string {
  return `${chatIds.map((chatId) => chatSection(world, chatId)).join('\n\n')}\n`;
}

function chatSection(world: World, chatId: string): string {
  const chat = chatOf(world, chatId);
  const heading = chat.kind === 'group' ? `# 群聊：${chat.name}` : `# 私聊：${chat.name}`;
  let day = '';
  const parts = messagesIn(world, chatId).flatMap((message) => {
    const date = dateOf(message.createdAt).toString();
    const entry = messageEntry(world, message);
    if (date === day) return [entry];
    day = date;
    return [`## ${date}`, entry];
  });
  return [heading, ...parts].join('\n\n');
}

function messageEntry(world: World, message: SandboxMessage): string {
  const head = `**${timeOf(message.createdAt)} ${nameOf(world, message.senderId)}**${remarks(world, message)}`;
  if (message.recalled) return head;
  return `${head}\n\n${body(message)}`;
}

function remarks(world: World, message: SandboxMessage): string {
  const notes: string[] = [];
  if (message.parentId !== undefined)
    notes.push(`回复 ${nameOf(world, messageOf(world, message.parentId).senderId)}`);
  if (message.recalled) notes.push('消息已撤回');
  else if (message.updatedCount > 0) notes.push(message.type === 'interactive' ? '卡片已更新' : '已编辑');
  return notes.length > 0 ? `（${notes.join('，')}）` : '';
}

/** Cards are quoted; what people wrote keeps its lines and cannot turn into Markdown of ours. */
function body(message: SandboxMessage): string {
  const lines = message.text.split('\n').map(escapeLine);
  if (message.type !== 'interactive') return lines.join('  \n');
  return lines.map((line) => (line === '' ? '>' : `> ${line}  `)).join('\n');
}

function escapeLine(line: string): string {
  return line.replace(/[\\`*_<>|~]/g, '\\$&').replace(/^(\s*)([#+-]|\d+\.)(?=\s)/, '$1\\$2');
}
