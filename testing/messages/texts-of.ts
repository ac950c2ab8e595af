import ts from 'typescript'

/** Keys whose value is an identifier, not a text. */
const NAMES = new Set(['locale', 'press'])
/** Functions that take a locale, which isn't a text either. */
const FORMATTERS = new Set(['day', 'megabytes', 'monthName', 'number'])

const isComparison = ({ kind }: ts.Node): boolean =>
  kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken

/** The parts of a node that can contain texts: not types, imports, keys, identifiers or operands of comparisons. */
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
 * Every text in a file of messages. In template literals, these are the parts between the placeholders.
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
