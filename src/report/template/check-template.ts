import Handlebars from 'handlebars';
import { z } from 'zod';

/** Loop variables a template may print or test. */
const LOOP_DATA = new Set(['index', 'first', 'last']);

/**
 * Checks a parsed template against its view: only `{{field}}`, `#each`, `#if` and `#unless`, and every path must exist
 * in the view, printed ones as text. Gives one line for each problem, `line 3: …`; empty when all is well.
 */
export function checkTemplate(program: hbs.AST.Program, view: z.ZodType): readonly string[] {
  const checker = new TemplateChecker(view);
  checker.accept(program);
  return checker.problems;
}

class TemplateChecker extends Handlebars.Visitor {
  readonly problems: string[] = [];
  /** What `this` is at each depth, the innermost last. */
  readonly #scopes: z.ZodType[];

  constructor(view: z.ZodType) {
    super();
    this.#scopes = [view];
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    const problem = this.#judgePrinted(mustache);
    if (problem !== undefined) this.#report(mustache, problem);
  }

  #judgePrinted({ path, params, hash }: hbs.AST.MustacheStatement): string | undefined {
    if (!isPath(path)) return 'only fields can be printed';
    if (params.length > 0 || hash !== undefined) return `unknown helper "${path.original}"`;
    const type = this.#resolve(path);
    if (!type) return `unknown field "${path.original}"`;
    return isPrintable(type) ? undefined : `"${path.original}" is not text, it cannot be printed`;
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const name = block.path.original;
    const [subject] = block.params;
    if (name !== 'each' && name !== 'if' && name !== 'unless') {
      this.#report(block, `unknown helper "#${name}"`);
    } else if (
      !subject ||
      !isPath(subject) ||
      block.params.length > 1 ||
      block.hash ||
      block.program.blockParams
    ) {
      this.#report(block, `"#${name}" takes one field and nothing else`);
    } else {
      this.#enter(block, subject, name === 'each');
    }
  }

  #enter(block: hbs.AST.BlockStatement, subject: hbs.AST.PathExpression, loop: boolean): void {
    const type = this.#resolve(subject);
    const element = type instanceof z.ZodArray ? type.element : undefined;
    if (!type) {
      this.#report(subject, `unknown field "${subject.original}"`);
    } else if (!loop) {
      this.accept(block.program);
    } else if (element instanceof z.ZodType) {
      this.#scopes.push(element);
      this.accept(block.program);
      this.#scopes.pop();
    } else {
      this.#report(subject, `"${subject.original}" is not a list`);
    }
    if (block.inverse) this.accept(block.inverse);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    this.#report(partial, 'partials are not available');
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.#report(partial, 'partials are not available');
  }

  override DecoratorBlock(decorator: hbs.AST.DecoratorBlock): void {
    this.#report(decorator, 'decorators are not available');
  }

  override Decorator(decorator: hbs.AST.Decorator): void {
    this.#report(decorator, 'decorators are not available');
  }

  /** The type a path leads to; undefined when it leads nowhere. */
  #resolve(path: hbs.AST.PathExpression): z.ZodType | undefined {
    return path.data ? this.#resolveLoopData(path) : this.#resolveField(path);
  }

  #resolveLoopData(path: hbs.AST.PathExpression): z.ZodType | undefined {
    const [name = ''] = path.parts;
    const known = path.parts.length === 1 && path.depth === 0 && LOOP_DATA.has(name);
    return known && this.#scopes.length > 1 ? z.number() : undefined;
  }

  #resolveField(path: hbs.AST.PathExpression): z.ZodType | undefined {
    let type = this.#scopes.at(-1 - path.depth);
    for (const part of path.parts) type = fieldOf(type, part);
    return type;
  }

  #report(node: hbs.AST.Node, problem: string): void {
    this.problems.push(`line ${node.loc.start.line}: ${problem}`);
  }
}

function fieldOf(type: z.ZodType | undefined, name: string): z.ZodType | undefined {
  if (!(type instanceof z.ZodObject) || !Object.hasOwn(type.shape, name)) return undefined;
  const field: unknown = type.shape[name];
  return field instanceof z.ZodType ? field : undefined;
}

function isPrintable(type: z.ZodType): boolean {
  return type instanceof z.ZodString || type instanceof z.ZodNumber;
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}
