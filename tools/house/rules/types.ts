import type { Rule } from './rule.ts';

/** The type checker is not talked out of what it knows. */
export const noTypeEscape: Rule = {
  name: 'no-type-escape',
  applies: () => true,
  visitor(report) {
    return {
      TSAnyKeyword({ start }) {
        report(start, 'any: name the type, or take unknown and check it');
      },
      TSAsExpression({ start, expression }) {
        if (expression.type !== 'TSAsExpression' || expression.typeAnnotation.type !== 'TSUnknownKeyword')
          return;
        report(start, 'as unknown as: check the value (zod, a type guard) instead of asserting it');
      },
      TSNonNullExpression({ start }) {
        report(start, 'value!: handle the missing case');
      },
    };
  },
  inspect(report, { path, comments }) {
    // A test may expect an error of the type checker: that it is one is what the test shows.
    const silencers = path.startsWith('test/') ? /^\s*(@ts-(?:ignore|nocheck))/ : /^\s*(@ts-\w+)/;
    for (const { start, value } of comments) {
      const silencer = silencers.exec(value)?.[1];
      if (silencer !== undefined) report(start, `${silencer}: put the cause right`);
    }
  },
};
