import { z } from 'zod';
import type { SettingIssue } from './read-yaml.ts';
import { words } from './schema.ts';

const LEVELS = ['national', 'province', 'city', 'county', 'system', 'own'] as const;

const entry = z.strictObject({
  name: words(30),
  level: z.enum(LEVELS, { error: `write one of ${LEVELS.join(', ')}` }),
  aliases: z
    .array(words(30), { error: 'write a list of names, for example [first, second]' })
    .max(10, { error: 'list at most 10 aliases' })
    .default([]),
  address: words(200).default(''),
  format: words(200).default(''),
  deadline: words(200).default(''),
});

const outletFile = z.strictObject(
  {
    outlets: z
      .array(entry, { error: 'write a list of outlets, each with a name and a level' })
      .max(100, { error: 'list at most 100 outlets' }),
  },
  { error: 'write the list of outlets' },
);

type OutletFile = z.output<typeof outletFile>;

/** What `outlets.yaml` may hold: the papers, sites and bulletins that a new group's directory begins with. */
export const outletRules = {
  schema: outletFile,
  knownKeys: (path: readonly PropertyKey[]): readonly string[] =>
    path[0] === 'outlets' ? entry.keyof().options : outletFile.keyof().options,
  check: ({ outlets }: OutletFile): SettingIssue[] =>
    outlets.flatMap((_, index) => {
      const twin = findTwin(outlets, index);
      return twin === undefined
        ? []
        : [
            {
              path: ['outlets', index, 'name'],
              remedy: `"${twin}" names an earlier outlet too; use each name once`,
            },
          ];
    }),
};

/** A name or alias of an entry that an earlier one has already. */
function findTwin(outlets: OutletFile['outlets'], index: number): string | undefined {
  const earlier = new Set(outlets.slice(0, index).flatMap(({ name, aliases }) => [name, ...aliases]));
  const own = outlets[index];
  return own && [own.name, ...own.aliases].find((name) => earlier.has(name));
}
