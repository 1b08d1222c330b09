const [first = '', ...rest] = process.argv.slice(2);

if (first === '--child') await (await import('./run-child.ts')).runChild(rest);
else await (await import('./command-line.ts')).runSimulation(process.argv.slice(2));
