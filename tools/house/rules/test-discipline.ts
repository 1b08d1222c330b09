import { dottedName } from '../source-file.ts';
import { below, type Rule } from './rule.ts';

const SWITCHED_OFF =
  /^(describe|it|test|suite|context|bench)(\.\w+)*\.(only|skip|todo|fails)$|^(x|f)(describe|it|test)$/;

/** Every test runs, every time, against the real thing. */
export const honestTests: Rule = {
  name: 'honest-tests',
  applies: below('test'),
  visitor(report) {
    return {
      MemberExpression(node) {
        const name = dottedName(node) ?? '';
        if (SWITCHED_OFF.test(name)) report(node.start, `${name}: run the test, or remove it`);
      },
      CallExpression({ start, callee }) {
        const name = dottedName(callee) ?? '';
        if (SWITCHED_OFF.test(name) && !name.includes('.'))
          report(start, `${name}: run the test, or remove it`);
        if (/^vi\.(do)?(mock|unmock)$/i.test(name))
          report(start, `${name}: pass the thing in as a parameter`);
      },
    };
  },
};
