/*
 * The house's own ESLint rule. DESIGN.md, budgets: a function has at most 40 lines of code, `render()` at most 60.
 * ESLint's max-lines-per-function cannot tell the two apart.
 */

const budgets = { render: 60, other: 40 };

/**
 * Lines of a function with something else on them than blanks and comments.
 * @param {import('eslint').SourceCode} source
 * @param {import('estree').Node} node
 */
function codeLines(source, node) {
  const lines = new Set();
  for (const token of source.getTokens(node))
    for (let line = token.loc.start.line; line <= token.loc.end.line; line += 1) lines.add(line);
  // A template literal is one token over many lines; those that are blank do not count.
  return [...lines].filter((line) => source.lines[line - 1]?.trim() !== '').length;
}

/** @param {any} node a function @returns {string | null} the name of the method or function */
function nameOf(node) {
  const named = node.id ?? (node.parent?.value === node ? node.parent.key : null);
  return named?.type === 'Identifier' ? named.name : null;
}

/** @type {import('eslint').Rule.RuleModule} */
export const shortFunctions = {
  meta: {
    type: 'suggestion',
    docs: { description: 'functions of at most 40 lines of code, render() of at most 60' },
    messages: { long: '{{name}} has {{lines}} lines of code; at most {{most}}. It is usually two things.' },
    schema: [],
  },
  create(context) {
    /** @param {any} node */
    const check = (node) => {
      const name = nameOf(node);
      const most = name === 'render' ? budgets.render : budgets.other;
      const lines = codeLines(context.sourceCode, node);
      if (lines <= most) return;
      context.report({
        node,
        messageId: 'long',
        data: { name: name ?? 'This function', lines: String(lines), most: String(most) },
      });
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
  },
};

/** The plug-in, as `house/…` in eslint.config.js. */
export const house = { rules: { 'short-functions': shortFunctions } };
