import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { SetupError } from '../src/kernel/errors.ts';
import { readYaml } from './read-yaml.ts';

const ID = /^[a-z]+(-[a-z]+)*$/;

function words(least: number, most: number) {
  const error = `write a text of ${least} to ${most} characters on one line`;
  return z.string({ error }).trim().min(least, { error }).max(most, { error });
}

/** What `template.yaml` may hold; `views`: the forms a month can be told in. */
function rulesFor<F extends string>(views: readonly F[]) {
  const schema = z.strictObject(
    {
      view: z.enum(views, { error: `write one of ${views.join(', ')}` }),
      name: words(1, 20),
      description: words(0, 60).default(''),
    },
    { error: 'write view, name and description, each on a line' },
  );
  return { schema, knownKeys: () => schema.keyof().options };
}

/**
 * The operator's own templates: each folder of `templates` beside the settings file, with `template.yaml` and
 * `template.hbs`. None without that folder. Throws SetupError with every mistake, as `readYaml` does.
 */
export function loadOwnTemplates<F extends string>(settingsFile: string, views: readonly F[]) {
  const root = join(dirname(settingsFile), 'templates');
  if (!existsSync(root)) return [];
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const problems: string[] = [];
  const templates = folders.flatMap(({ name }) => {
    try {
      return [readFolder(root, name, views)];
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new SetupError(problems);
  return templates.sort((one, other) => one.id.localeCompare(other.id, 'en'));
}

function readFolder<F extends string>(root: string, id: string, views: readonly F[]) {
  const [about, file] = [join(root, id, 'template.yaml'), join(root, id, 'template.hbs')];
  const missing = [about, file].filter((path) => !existsSync(path));
  const problems = [
    ...(ID.test(id) ? [] : [`${join(root, id)}: is no name for a template; use small letters and hyphens`]),
    ...missing.map((path) => `${path}: is missing; a template has template.yaml and template.hbs`),
  ];
  if (problems.length > 0) throw new SetupError(problems);
  const { view, name, description } = readYaml(about, readFileSync(about, 'utf8'), rulesFor(views));
  return { id, name, purpose: description, form: view, file, source: readFileSync(file, 'utf8') };
}
