/** One parameter of a header, with its value in quotes or not. */
const PARAMETER = /\s*;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))\s*/gy

/**
 * The parameters of a header such as `form-data; name="prompt"`, with names in lower case. Values are as they came: still
 * escaped, and one character per byte.
 * @returns undefined when the header is malformed
 */
export function headerParameters(header: string): Map<string, string> | undefined {
  const parameters = new Map<string, string>()
  const text = header.replace(/[\s;]+$/, '')
  const first = text.indexOf(';')
  PARAMETER.lastIndex = first === -1 ? text.length : first
  while (PARAMETER.lastIndex < text.length) {
    const found = PARAMETER.exec(text)
    if (!found) return undefined
    const [, name = '', quoted, bare = ''] = found
    parameters.set(name.toLowerCase(), quoted ?? bare)
  }
  return parameters
}
