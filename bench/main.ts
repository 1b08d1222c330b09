const [first = '', ...rest] = process.argv.slice(2);

// What a measured process loads is measured with it, so each way loads only its own.
if (first === '--child') await (await import('./run-child.ts')).runChild(rest);
else await (await import('./command-line.ts')).runBenches(process.argv.slice(2));
