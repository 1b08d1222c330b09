/** The processes that a bench measures, by name; each loads what it needs and nothing else. */
const CHILDREN: Readonly<Record<string, (argument: string, folder: string) => Promise<void>>> = {
  bare: async (folder) => {
    const { bare, runRung } = await import('./rungs/rung.ts');
    await runRung(bare, folder);
  },
  forgetful: (folder) => runOwn('forgetful', folder),
  'inbox-only': (folder) => runOwn('inboxOnly', folder),
  'one-commit-each': (folder) => runOwn('oneCommitEach', folder),
  'commit-each-turn': (folder) => runOwn('commitEachTurn', folder),
  'row-by-row': (url) => runOwn('rowByRow', url),
  'rows-together': (url) => runOwn('rowsTogether', url),
  'raw-express': async (folder) => {
    const [{ rawExpress }, { runRung }] = [
      await import('./rungs/raw-receiver.ts'),
      await import('./rungs/rung.ts'),
    ];
    await runRung(rawExpress, folder);
  },
  sdk: (folder) => runSdk('sdk', folder),
  'sdk-stored': (folder) => runSdk('sdkStored', folder),
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

async function runOwn(name: keyof typeof import('./rungs/own-receiver.ts'), home: string): Promise<void> {
  const receivers = await import('./rungs/own-receiver.ts');
  const { runRung } = await import('./rungs/rung.ts');
  await runRung(receivers[name], home);
}

async function runSdk(name: 'sdk' | 'sdkStored', folder: string): Promise<void> {
  const receivers = await import('./rungs/sdk-receiver.ts');
  const { runRung } = await import('./rungs/rung.ts');
  await runRung(receivers[name], folder);
}
