import type { AuditAction } from '../domain/audit/audit-entry.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { Department } from '../domain/department/department.ts';
import type { Group } from '../domain/group/group.ts';
import type { Card } from '../domain/message/card.ts';
import type { Attachment } from '../domain/message/inbound.ts';
import type { OutgoingMessage, Target } from '../domain/message/outgoing.ts';
import type { Role } from '../domain/people/role.ts';
import type { ThemeCalendar } from '../domain/theme/theme-calendar.ts';
import type { Instant, PlainDate } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { Locale } from '../kernel/text/texts.ts';
import type { Repos } from '../store/create-store.ts';
import type { Quoted, SheetReading, Sources, TemplateInfo } from './ports.ts';

/** Who is acting, as the verified event says, with what they are in this group today. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
  /** Departments this person reports for today. */
  readonly departments: readonly Department[];
}

/** The message or click that is being answered. */
export interface Source {
  readonly messageId: string;
  readonly chatId: string;
  readonly private: boolean;
  /** When the person sent it, which is when an item counts as submitted. */
  readonly sentAt: Instant;
}

export interface MessageFiles {
  /** The message that holds them. */
  readonly messageId: string;
  readonly list: readonly Attachment[];
}

/** A command as the help shows it: names, what it does, how to write it. */
export interface HelpEntry {
  readonly names: readonly string[];
  readonly summary: string;
  readonly usage: string;
  readonly examples: readonly string[];
}

/** What commands and schedules share: one group, one transaction, one moment. */
export interface WorkContext {
  readonly now: Instant;
  /** Today in the product's zone. */
  readonly today: PlainDate;
  readonly locale: Locale;
  /** The group's own calendar: its changes and its weekday for the duty day are in. */
  readonly calendar: WorkCalendar;
  /** Days, weeks and months with a theme. */
  readonly themes: ThemeCalendar;
  readonly group: Group;
  readonly repos: Repos;
  /**
   * Plans a message; `key` makes it the same message however often it is planned. What a schedule plans leaves within
   * the group's working hours alone. `usefulUntil`: what is not out by then is not sent, and the lead is told.
   */
  send(draft: {
    key: string;
    target: Target;
    message: OutgoingMessage;
    notBefore?: Instant;
    usefulUntil?: Instant;
  }): Promise<void>;
}

/** Everything a command may touch. Its repos are bound to the one transaction in which the command runs. */
export interface CommandContext extends WorkContext {
  readonly ids: Ids;
  readonly actor: Actor;
  readonly source: Source;
  /** What was filled into the card's form; empty unless a click sent one. Checked like anything typed. */
  readonly form: Readonly<Record<string, string>>;
  /** Pictures and files that came with the message. */
  readonly files: MessageFiles;
  /** The message that this one answers, read back, for a command that declares the need. */
  readonly quoted: Quoted | undefined;
  /** The sheet that this message is, for a command that takes one. */
  readonly sheet: SheetReading | undefined;
  /** What was read back for a command that prints a month; empty for others. */
  readonly sources: Sources;
  /** Every template there is, those of the program first. */
  readonly templates: readonly TemplateInfo[];
  /** Whether reports can be had as PDF here. */
  readonly offersPdf: boolean;
  /** Commands this person may use, for the help. */
  readonly usable: readonly HelpEntry[];
  /** The group's calendar as it is after a change of it in this transaction. */
  rereadCalendar(): Promise<WorkCalendar>;
  /**
   * The same act in another group, held for the rest of the transaction, with what the actor is there. Undefined for a
   * group that is not known or archived. Only for what both groups have agreed to: who asks has to check that.
   */
  inGroup(groupId: string): Promise<CommandContext | undefined>;
  /** Answers where the person spoke. */
  reply(answer: Card | OutgoingMessage): Promise<void>;
  /** Writes a line of the log. Never what people wrote: admins need not be able to read that. */
  audit(action: AuditAction, detail: unknown): Promise<void>;
  /** Keeps the message aside until `inbox.release`, when it is worked off anew. What is stored so far stays. */
  wait(): void;
  /** Refuses the arguments with the reason, the usage line and an example. */
  misuse(reason: string): never;
}
