import { dottedName } from '../source-file.ts';
import { below, type Rule } from './rule.ts';

const CLOCK = 'src/kernel/clock.ts';

/** Time comes from a `Clock`, so that a test can say what time it is. */
export const noOwnClock: Rule = {
  name: 'no-own-clock',
  applies: (path) => below('src', 'config', 'sandbox')(path) && path !== CLOCK,
  visitor(report) {
    const remedy = `ask a Clock (${CLOCK}) passed in as a parameter`;
    return {
      NewExpression({ start, callee }) {
        if (dottedName(callee) === 'Date') report(start, `new Date(): ${remedy}`);
      },
      CallExpression({ start, callee }) {
        const name = dottedName(callee) ?? '';
        if (name === 'Date') report(start, `Date(): ${remedy}`);
        if (name.startsWith('Temporal.Now.')) report(start, `${name}(): ${remedy}`);
      },
      MemberExpression(node) {
        if (dottedName(node) === 'Date.now') report(node.start, `Date.now: ${remedy}`);
      },
    };
  },
};

/** The environment is read once, checked, and handed down. */
export const noOwnEnvironment: Rule = {
  name: 'no-own-environment',
  applies: (path) => below('src', 'config', 'sandbox')(path) && path !== 'config/environment.ts',
  visitor(report) {
    const message = 'process.env is read in config/environment.ts alone; take the value as a parameter';
    return {
      MemberExpression(node) {
        if (dottedName(node) === 'process.env') report(node.start, message);
      },
      ImportDeclaration({ start, source, specifiers }) {
        if (!/^(node:)?process$/.test(source.value)) return;
        const names = specifiers.map((one) =>
          'imported' in one && 'name' in one.imported ? one.imported.name : '',
        );
        if (names.includes('env')) report(start, message);
      },
      VariableDeclarator({ start, id, init }) {
        if (id.type !== 'ObjectPattern' || init === null || dottedName(init) !== 'process') return;
        const names = id.properties.map((property) =>
          'key' in property && 'name' in property.key ? property.key.name : '',
        );
        if (names.includes('env')) report(start, message);
      },
    };
  },
};

/** The program logs through its logger, and speaks on its standard output; so do tools and the bench. */
export const noConsole: Rule = {
  name: 'no-console',
  applies: () => true,
  visitor(report) {
    return {
      MemberExpression({ start, object }) {
        if (dottedName(object) === 'console')
          report(start, 'use the logger that is passed in, or process.stdout.write');
      },
    };
  },
};

/** Data go into fields: a message that changes with the data can be neither searched nor redacted. */
export const staticLogMessage: Rule = {
  name: 'static-log-message',
  applies: below('src', 'sandbox'),
  visitor(report) {
    return {
      CallExpression({ start, callee, arguments: words }) {
        if (!/(^|\.)(log|logger)\.(warn|error|fatal|info|debug)$/.test(dottedName(callee) ?? '')) return;
        const spliced = words.some(({ type }) => type === 'TemplateLiteral' || type === 'BinaryExpression');
        if (spliced)
          report(start, 'write a fixed message and put the data into fields: logger.warn({ code }, "…")');
      },
    };
  },
};
