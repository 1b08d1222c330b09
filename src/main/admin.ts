import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { environmentVariables, parseStorageEnvironment } from '../../config/environment.ts';
import { systemClock } from '../kernel/clock.ts';
import { SetupError } from '../kernel/errors.ts';
import type { Locale } from '../kernel/text/texts.ts';
import { type IdKind, isId } from '../lark/ids.ts';
import { type Holder, type OperatorStore, openOperatorStore } from '../store/operator-store.ts';
import { anonymize, exportPerson } from './people-data.ts';
import { print } from './print.ts';

const USAGE = [
  'usage: admin groups                                  the groups and their admins',
  '       admin people --group oc_...                   who is in a group, with roles',
  '       admin grant --group oc_... --person ou_...    makes a person an admin of a group',
  '       admin export --group oc_... --person ou_... --out FILE.xlsx    what a group holds about a person',
  '       admin anonymize --person ou_... [--yes]       a pseudonym in the place of name and id, in every group',
];

interface Options {
  readonly group?: string | undefined;
  readonly person?: string | undefined;
  readonly out?: string | undefined;
  readonly yes?: boolean | undefined;
}

type Action = (store: OperatorStore, options: Options, locale: Locale) => Promise<void>;

const ACTIONS: Readonly<Record<string, Action>> = {
  groups: (store) => listGroups(store),
  people: (store, options) => listPeople(store, options),
  grant: (store, options) => grantAdmin(store, options),
  async export(store, { out, ...options }, locale) {
    const { group } = await findGroup(store, options);
    const id = checkId('person', '--person', options.person);
    print(...(await exportPerson(store, { groupId: group.id, id, out: readOut(out), locale })));
  },
  async anonymize(store, { person, yes = false }, locale) {
    print(...(await anonymize(store, { id: checkId('person', '--person', person), yes, locale })));
  },
};

/** `admin`: looks groups up, recovers a lost admin, and deals with what is kept about a person, also while the bot runs. */
export async function admin(args: readonly string[]): Promise<void> {
  const { action, options } = readArguments(args);
  const { databaseUrl, locale } = parseStorageEnvironment(environmentVariables());
  const store = await openOperatorStore(databaseUrl, systemClock);
  try {
    await action(store, options, locale);
  } finally {
    await store.close();
  }
}

function readArguments(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        group: { type: 'string' },
        person: { type: 'string' },
        out: { type: 'string' },
        yes: { type: 'boolean' },
      },
    });
    const [name = '', ...rest] = positionals;
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (action !== undefined && rest.length === 0) return { action, options: values };
  } catch (cause) {
    throw new SetupError([cause instanceof Error ? cause.message : String(cause), ...USAGE]);
  }
  throw new SetupError(USAGE);
}

async function listGroups(store: OperatorStore): Promise<void> {
  const groups = await store.groups();
  if (groups.length === 0) print('no groups yet: add the bot to one');
  for (const group of groups) {
    const admins = (await store.members(group.id)).filter(({ roles }) => roles.includes('admin'));
    const notes = [...(group.present ? [] : ['bot removed']), ...(group.enabled ? [] : ['not enabled'])];
    const names = admins.map(({ name, id }) => `${name} (${id})`).join(', ') || 'none in the group';
    print(`${group.id}  ${group.name}${notes.map((note) => ` [${note}]`).join('')}  admins: ${names}`);
  }
}

async function listPeople(store: OperatorStore, options: Options): Promise<void> {
  const { members } = await findGroup(store, options);
  print(
    ...members.map(
      ({ id, name, roles }) => `${id}  ${name}${roles.length > 0 ? `  ${roles.join(', ')}` : ''}`,
    ),
  );
}

async function grantAdmin(store: OperatorStore, options: Options): Promise<void> {
  const { group, members } = await findGroup(store, options);
  const id = checkId('person', '--person', options.person);
  const person = members.find((member) => member.id === id);
  if (person === undefined) {
    throw new SetupError([
      `--person: ${id} is not known as a member of ${group.name}; choose from "admin people --group ${group.id}", or let the person join the group first`,
    ]);
  }
  const granted = await store.grantAdmin(group.id, id);
  print(
    `${person.name} (${id}) ${granted ? 'is now' : 'was already'} an admin of ${group.name} (${group.id})`,
  );
}

async function findGroup(store: OperatorStore, options: Options) {
  const id = checkId('chat', '--group', options.group);
  const group = (await store.groups()).find((one) => one.id === id);
  if (group === undefined) {
    throw new SetupError([`--group: ${id} is not known here; "admin groups" lists those that are`]);
  }
  const members: readonly Holder[] = await store.members(id);
  return { group, members };
}

function checkId(kind: IdKind, flag: string, value: string | undefined): string {
  const example = kind === 'chat' ? 'oc_...' : 'ou_...';
  if (value === undefined) throw new SetupError([`${flag}: missing; write ${flag} ${example}`, ...USAGE]);
  if (isId(kind, value)) return value;
  throw new SetupError([`${flag}: ${JSON.stringify(value)} is not the id of a ${kind}; write ${example}`]);
}

function readOut(out: string | undefined): string {
  if (out !== undefined && existsSync(out))
    throw new SetupError([`--out: ${out} is there already; choose another name`]);
  if (out !== undefined && out !== '') return out;
  throw new SetupError(['--out: missing; write --out FILE.xlsx', ...USAGE]);
}
