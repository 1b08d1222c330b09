import { type Department, reportersOn } from '../domain/department/department.ts';
import type { PeopleRow } from '../domain/message/card.ts';
import { texts } from '../kernel/text/texts.ts';
import type { WorkContext } from './context.ts';

/** Someone who reports for a department today. Who has left the group can be named, but neither mentioned nor written to. */
export interface PresentReporter {
  readonly id: string;
  readonly name: string;
  readonly isMain: boolean;
  readonly isHere: boolean;
}

/** Who reports today for each of some departments, by department id: main correspondents first, then deputies. */
export async function readReporters(
  ctx: WorkContext,
  departments: readonly Department[],
): Promise<ReadonlyMap<string, readonly PresentReporter[]>> {
  const here = await ctx.repos.people.members(ctx.group.id);
  const reporters = departments.map((department) => ({
    id: department.id,
    people: reportersOn(department, ctx.today.toString()),
  }));
  const ids = reporters.flatMap(({ people }) => people.map(({ personId }) => personId));
  const names = await ctx.repos.people.names(ids);
  return new Map(
    reporters.map(({ id, people }) => [
      id,
      people.map(({ personId, kind }) => ({
        id: personId,
        name: names.get(personId) ?? texts(ctx.locale).roles.correspondent,
        isMain: kind === 'main',
        isHere: here.has(personId),
      })),
    ]),
  );
}

/** A line of a card: a department with its main correspondents (a deputy only where there is no main). */
export function reporterRow(
  { locale }: Pick<WorkContext, 'locale'>,
  { label, people }: { readonly label: string; readonly people: readonly PresentReporter[] },
  quietly: boolean,
): PeopleRow {
  const main = people.filter((person) => person.isMain);
  const named = main.length > 0 ? main : people.slice(0, 1);
  if (named.length === 0) return { label, people: [{ name: texts(locale).reminder.nobody }] };
  return {
    label,
    people: named.map(({ id, name, isHere }) => (isHere && !quietly ? { name, mentionId: id } : { name })),
  };
}
