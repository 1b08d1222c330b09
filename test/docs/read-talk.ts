import { readFileSync } from 'node:fs';

/** One speech of a guide's conversations. */
export interface Speech {
  readonly who: string;
  /** Wall clock in Shanghai, `11-16T09:12`; undefined for one that follows at once. */
  readonly at: string | undefined;
  /** Said in the bot's private chat with this person; undefined: in the group. */
  readonly privatelyWith: string | undefined;
  /** As they stand in the message, in order. */
  readonly lines: readonly string[];
}

const SPEECH = /^\*\*(.+?)\*\*(?:（([^）]*)）)?：([\s\S]*)$/;

/**
 * Every conversation of a guide: quote blocks of `**who**（11-16 09:12，私信）：text`, a `\` at a line's end for a break.
 * What the bot says in private names the person: `（私信李负责）`.
 */
export function readTalk(file: string): readonly Speech[] {
  const quoted = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => (line.startsWith('>') ? line.replace(/^> ?/, '') : ''));
  return quoted
    .join('\n')
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map(readSpeech);
}

function readSpeech(part: string): Speech {
  const found = SPEECH.exec(part.trim());
  if (found === null) throw new Error(`no speech: ${part}`);
  const [, who = '', notes = '', text = ''] = found;
  const [time] = /\d\d-\d\d \d\d:\d\d/.exec(notes) ?? [];
  const [, to] = /私信(.*)$/.exec(notes) ?? [];
  return {
    who,
    at: time?.replace(' ', 'T'),
    privatelyWith: to === '' ? who : to,
    lines: text.split(/\\?\n/),
  };
}
