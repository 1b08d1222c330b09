import type { z } from 'zod';
import type { ClickAnswer } from '../domain/message/card.ts';
import type { Role } from '../domain/people/role.ts';
import type { PlainDate } from '../kernel/clock.ts';
import type { ErrorCode, Locale, Words } from '../kernel/text/texts.ts';
import type { CommandContext } from './context.ts';
import type { ArgumentShape, RawArguments } from './grammar/read-arguments.ts';

/** Words every command brings, in each locale; the rest of its words are its own. */
export interface CommandWords {
  /** One line for the help list. */
  readonly summary: string;
  /** What each argument is called in a usage line, by its name in the schema. */
  readonly args: Readonly<Record<string, string>>;
}

/** A button on one of the command's cards. `data` is what the card declared: checked, and never proof of anything. */
export interface ClickSpec<W> {
  readonly roles: readonly Role[];
  readonly run: (
    ctx: CommandContext,
    data: Readonly<Record<string, string>>,
    words: W,
  ) => Promise<ClickAnswer>;
}

/** What is read from the platform before the command runs. `quoted`: the message that the person replied to. */
export type Need = 'quoted';

export interface CommandSpec<S extends z.ZodType, W extends CommandWords> {
  /** English name; the file is called like it. */
  readonly name: string;
  /** Other names, the Chinese one first. */
  readonly aliases: readonly [string, ...string[]];
  /** Any of these may use it. */
  readonly roles: readonly Role[];
  /** What to say instead of the general refusal when none of the roles is there. */
  readonly refusal?: ErrorCode;
  readonly words: Words<W>;
  readonly needs?: readonly Need[];
  /** First rows that make an .xlsx, sent in private, a call of this command without a word. */
  readonly sheets?: readonly (readonly string[])[];
  /** The month (`YYYY-MM`) whose items' messages are read back first, for a command that prints it. */
  readonly readsBack?: (args: z.output<S>, today: PlainDate) => string | undefined;
  readonly shape: ArgumentShape;
  /** True: words must stand apart from its name, since ordinary sentences begin like it (`本周无法…`). */
  readonly nameAlone?: true;
  readonly args: S;
  /** What a person would type after the name, as in `规划科 @张三`. The first one is shown when the arguments are wrong. */
  readonly examples: readonly [string, ...string[]];
  readonly run: (ctx: CommandContext, args: z.output<S>, words: W) => Promise<void>;
  readonly clicks?: Readonly<Record<string, ClickSpec<W>>>;
}

export type BoundRun = (ctx: CommandContext) => Promise<void>;

/** A command with its argument types closed over, so that all commands fit in one list. */
export interface Command {
  readonly name: string;
  readonly aliases: readonly [string, ...string[]];
  readonly roles: readonly Role[];
  readonly refusal: ErrorCode | undefined;
  readonly needs: readonly Need[];
  readonly sheets: readonly (readonly string[])[];
  readonly readsBack: (raw: RawArguments, today: PlainDate) => string | undefined;
  readonly shape: ArgumentShape;
  readonly nameAlone: boolean;
  readonly examples: readonly [string, ...string[]];
  readonly words: (locale: Locale) => CommandWords;
  /** Checks the arguments: what to run with them, or the names of those that are missing or wrong. */
  readonly bind: (raw: RawArguments, locale: Locale) => BoundRun | { readonly wrong: readonly string[] };
  readonly clicks: ReadonlyMap<string, Click>;
}

export interface Click {
  readonly roles: readonly Role[];
  readonly run: (ctx: CommandContext, data: Readonly<Record<string, string>>) => Promise<ClickAnswer>;
}

/** Declares a command. Data and one handler; the loader, the help and the tests do the rest. */
export function defineCommand<S extends z.ZodType, W extends CommandWords>(spec: CommandSpec<S, W>): Command {
  const { name, aliases, roles, refusal, shape, examples } = spec;
  return Object.freeze({
    name,
    aliases,
    roles,
    refusal,
    needs: spec.needs ?? [],
    sheets: spec.sheets ?? [],
    readsBack(raw: RawArguments, today: PlainDate) {
      const parsed = spec.args.safeParse(raw);
      return parsed.success ? spec.readsBack?.(parsed.data, today) : undefined;
    },
    shape,
    nameAlone: spec.nameAlone ?? false,
    examples,
    words: (locale: Locale) => spec.words[locale],
    bind(raw: RawArguments, locale: Locale) {
      const parsed = spec.args.safeParse(raw);
      if (!parsed.success) return { wrong: wrongArguments(parsed.error) };
      return (ctx: CommandContext) => spec.run(ctx, parsed.data, spec.words[locale]);
    },
    clicks: new Map(
      Object.entries(spec.clicks ?? {}).map(([action, click]) => [
        `${name}.${action}`,
        {
          roles: click.roles,
          run: (ctx: CommandContext, data: Readonly<Record<string, string>>) =>
            click.run(ctx, data, spec.words[ctx.locale]),
        },
      ]),
    ),
  });
}

function wrongArguments(error: z.ZodError): string[] {
  const names = error.issues.map((issue) =>
    issue.code === 'unrecognized_keys' ? 'extra' : String(issue.path[0] ?? 'action'),
  );
  return [...new Set(names)];
}
