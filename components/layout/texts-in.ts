import ts from 'typescript'

/** Attributes that are displayed or read aloud. */
const READ_ATTRIBUTES = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
])

/** Operators whose result is one of their operands or composed of them. */
const PASS_ON = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.PlusToken,
])

/** The literals that an expression can evaluate to. Doesn’t look into calls or conditions. */
function literals(node: ts.Node): ts.LiteralLikeNode[] {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return [node]
  if (ts.isTemplateExpression(node)) return [node.head, ...node.templateSpans.map(({ literal }) => literal)]
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(literals)
  if (ts.isBinaryExpression(node) && PASS_ON.has(node.operatorToken.kind))
    return [node.left, node.right].flatMap(literals)
  if (ts.isParenthesizedExpression(node)) return literals(node.expression)
  return ts.isJsxExpression(node) && node.expression ? literals(node.expression) : []
}

/** The displayed literals of an element (its children) or of a displayed attribute. */
function shown(node: ts.Node): ts.LiteralLikeNode[] {
  if (ts.isJsxElement(node) || ts.isJsxFragment(node)) return node.children.flatMap(literals)
  if (!ts.isJsxAttribute(node) || !node.initializer) return []
  return READ_ATTRIBUTES.has(node.name.getText()) ? literals(node.initializer) : []
}

/** The hard-coded texts that a file displays, each with its line: `12: Your videos`. */
export function textsIn(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const within = (node: ts.Node): ts.LiteralLikeNode[] => {
    const below: ts.LiteralLikeNode[] = []
    ts.forEachChild(node, (child) => void below.push(...within(child)))
    return [...shown(node), ...below]
  }
  return within(file)
    .filter(({ text }) => /\p{L}/u.test(text))
    .map((node) => `${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}: ${node.text.trim()}`)
}
