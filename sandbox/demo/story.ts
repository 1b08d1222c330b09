import type { PlainDate } from '../../src/kernel/clock.ts';

/** When in its week a story is told, seen from the week's duty day: its reminders and its deadline. */
export type Slot = 'early' | 'middle' | 'morning' | 'noon' | 'evening' | 'overdue';

/** How the sender types it. `bot`: after @bot, without a slash; `private`: in the chat with the bot. */
export type Form = 'bar' | 'lines' | 'wide' | 'bot' | 'private';

/** One piece of news as a correspondent writes it. `{day}` in the body stands for the day of the event. */
export interface Story {
  readonly department: string;
  readonly slot: Slot;
  readonly form: Form;
  readonly title: string;
  readonly body: string;
  /** Written on a line `栏目：`. */
  readonly section?: string;
  /** The event lies this many days back and is dated on a line `日期：`. */
  readonly daysAgo?: number;
  /** The platform pushes the message twice. */
  readonly twice?: true;
}

/** The words of the item itself, as the report is to print them. */
export interface ItemText {
  readonly title: string;
  readonly body: string;
}

export function itemText(story: Pick<Story, 'title' | 'body'>, day: PlainDate): ItemText {
  return { title: story.title, body: story.body.replaceAll('{day}', writeDay(day)) };
}

/** `10月9日`. */
function writeDay(day: PlainDate): string {
  return `${day.month}月${day.day}日`;
}

const COMMANDS: Readonly<Record<Form, string>> = {
  bar: '/报送 ',
  lines: '/报送 ',
  wide: '／报送　',
  bot: '@bot 报送 ',
  private: '报送 ',
};

/** How a message differs from a plain `/报送`: another command, the day of the event on a line of its own. */
export interface Typing {
  readonly command?: string;
  readonly isDated?: boolean;
}

/** What is typed for a story of an event on `day`. */
export function typeStory(story: Omit<Story, 'slot'>, day: PlainDate, typing: Typing = {}): string {
  const { command = COMMANDS[story.form], isDated = story.daysAgo !== undefined } = typing;
  const { title, body } = itemText(story, day);
  const fields = [
    ...(story.section === undefined ? [] : [`栏目：${story.section}`]),
    ...(isDated ? [`日期：${writeDay(day)}`] : []),
  ];
  const start = command + title;
  if (story.form === 'lines') return [start, ...fields, body].join('\n');
  return [`${start}｜${body}`, ...fields].join('\n');
}
