import ts from 'typescript'

/** Keys whose value is a name for the program, which nobody reads. */
const NAMES = new Set(['locale', 'press'])
/** Functions that take a locale, which nobody reads either. */
const FORMATTERS = new Set(['day', 'megabytes', 'monthName', 'number'])

const isComparison = ({ kind }: ts.Node): boolean =>
  kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken

/** The parts of a node that can hold texts: all but types, imports, keys, names and what is only compared. */
function readParts(node: ts.Node): ts.Node[] {
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return []
  if (ts.isBinaryExpression(node) && isComparison(node.operatorToken)) return []
  if (ts.isCallExpression(node) && FORMATTERS.has(node.expression.getText())) return []
  if (ts.isNewExpression(node)) return [] // of a formatter, by locale
  if (ts.isElementAccessExpression(node)) return [node.expression]
  if (ts.isPropertyAssignment(node)) return NAMES.has(node.name.getText()) ? [] : [node.initializer]
  const parts: ts.Node[] = []
  ts.forEachChild(node, (child) => void parts.push(child))
  return parts
}

/**
 * Every text that a file of messages holds, also within functions: there the pieces between what is filled in.
 * @param source TypeScript
 */
export function textsOf(source: string): string[] {
  const within = (node: ts.Node): string[] => [
    ...(ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
      ? [node.text]
      : []),
    ...readParts(node).flatMap(within),
  ]
  return within(ts.createSourceFile('messages.ts', source, ts.ScriptTarget.Latest, true))
}
