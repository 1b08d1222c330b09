import type { Rung } from './rungs/rung.ts';

type Child = (argument: string, folder: string) => Promise<void>;

/** The processes that a bench measures, by name; each loads what it needs and nothing else. */
const CHILDREN: Readonly<Record<string, Child>> = {
  bare: rung(async () => (await import('./rungs/rung.ts')).bare),
  forgetful: own('forgetful'),
  'inbox-only': own('inboxOnly'),
  'one-commit-each': own('oneCommitEach'),
  'commit-each-turn': own('commitEachTurn'),
  'row-by-row': own('rowByRow'),
  'rows-together': own('rowsTogether'),
  'raw-express': rung(async () => (await import('./rungs/raw-receiver.ts')).rawExpress),
  sdk: rung(async () => (await import('./rungs/sdk-receiver.ts')).sdk),
  'sdk-stored': rung(async () => (await import('./rungs/sdk-receiver.ts')).sdkStored),
  render: async (items) => (await import('./compile/render-once.ts')).renderOnce(Number(items)),
  'write-markdown': async (items, folder) =>
    (await import('./compile/write-markdown.ts')).writeMarkdown(Number(items), folder),
  'write-bare-text': async (items) =>
    (await import('./compile/write-bare-text.ts')).writeBareText(Number(items)),
  'write-floor': async (items) => (await import('./compile/write-floor.ts')).writeFloor(Number(items)),
};

export async function runChild([name = '', argument = '', folder = '']: readonly string[]): Promise<void> {
  const child = CHILDREN[name];
  if (child === undefined)
    throw new RangeError(`no child "${name}"; known: ${Object.keys(CHILDREN).join(', ')}`);
  await child(argument, folder);
}

function own(name: keyof typeof import('./rungs/own-receiver.ts')): Child {
  return rung(async () => (await import('./rungs/own-receiver.ts'))[name]);
}

/** A receiver; its argument is its home. */
function rung(load: () => Promise<Rung>): Child {
  return async (home) => {
    const { runRung } = await import('./rungs/rung.ts');
    await runRung(await load(), home);
  };
}
