import { below, type Rule } from './rule.ts';

const EMPTY_NAMES = /(^|[/-])(utils?|misc|manager|common)\.(ts|mjs)$|(^|\/)(helpers?|index)\.(ts|mjs)$/;

/** A file is named for what it exports. */
export const tellingFileName: Rule = {
  name: 'telling-file-name',
  applies: () => true,
  inspect(report, { path }) {
    if (EMPTY_NAMES.test(path)) report(0, 'this name says nothing; name the file for what it exports');
  },
};

/** One name for one thing, everywhere it is imported. */
export const noDefaultExport: Rule = {
  name: 'no-default-export',
  applies: below('src', 'config', 'sandbox', 'test', 'simulate', 'soak', 'bench', 'tools'),
  visitor(report) {
    return {
      ExportDefaultDeclaration({ start }) {
        report(start, 'export it by its name');
      },
    };
  },
};
