/** How a node left the document: what took its place, and what it stood between. */
type Gone = { parent: Node; standIns: readonly Node[]; previous: Node | null; next: Node | null }

/**
 * Lets the page live on when a browser or an extension translates it. Translators wrap, replace or remove the text
 * nodes that React has rendered and later changes, moves and removes. React then throws and the page is gone, or it
 * changes a node that nobody sees (facebook/react#11538). With this, what React does to such a node is done to what
 * stands in its place. Call once, before React renders.
 */
export function surviveTranslation(page: Document): void {
  const gone = new WeakMap<Node, Gone>()
  const observer = new MutationObserver(note)
  observer.observe(page, { childList: true, subtree: true })

  function note(records: readonly MutationRecord[]): void {
    const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]))
    for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      if (type === 'characterData') putBack(target)
      for (const node of removedNodes) {
        if (node.isConnected) continue
        // Replaced in one step, or first put beside it.
        const beside = [previousSibling, nextSibling].find((one) => one && added.delete(one))
        const standIns = addedNodes.length > 0 ? [...addedNodes] : beside ? [beside] : []
        gone.set(node, {
          parent: target,
          standIns,
          previous: previousSibling,
          next: nextSibling,
        })
        // React changes such a text without a look at the document.
        if (node.nodeType === Node.TEXT_NODE) observer.observe(node, { characterData: true })
      }
    }
  }

  /** The nodes in the document that stand for one that may be gone from it. */
  const standingFor = (node: Node): Node[] =>
    node.isConnected ? [node] : (gone.get(node)?.standIns.flatMap(standingFor) ?? [])

  /** The child of `parent` at which a node is or was; null: at its end. Undefined if it was never there. */
  function childAt(parent: Node, node: Node): Node | null | undefined {
    const [standIn] = standingFor(node)
    if (standIn && parent.contains(standIn)) return childAbove(parent, standIn)
    const known = gone.get(node)
    if (known?.parent !== parent) return undefined
    if (known.previous?.parentNode === parent) return known.previous.nextSibling
    return known.next && (childAt(parent, known.next) ?? null)
  }

  /** Shows a text that has changed since it was replaced or removed. A translator will find it again. */
  function putBack(text: Node): void {
    const known = gone.get(text)
    if (text.isConnected || !known?.parent.isConnected) return
    const [first, ...others] = standingFor(text)
    if (first) (first as ChildNode).replaceWith(text)
    else known.parent.insertBefore(text, childAt(known.parent, text) ?? null)
    for (const other of others) (other as ChildNode).remove()
  }

  const { insertBefore, removeChild } = Node.prototype
  Node.prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    if (!before || before.parentNode === this) return insertBefore.call(this, node, before) as T
    note(observer.takeRecords())
    const anchor = childAt(this, before)
    return insertBefore.call(this, node, anchor === undefined ? before : anchor) as T
  }
  Node.prototype.removeChild = function <T extends Node>(this: Node, node: T): T {
    if (node.parentNode === this) return removeChild.call(this, node) as T
    note(observer.takeRecords())
    if (childAt(this, node) === undefined) return removeChild.call(this, node) as T
    for (const standIn of standingFor(node)) (wrapperOf(this, standIn) as ChildNode).remove()
    return node
  }
}

/** The child of `parent` that contains a node. */
function childAbove(parent: Node, node: Node): Node {
  return node.parentNode === parent || !node.parentNode ? node : childAbove(parent, node.parentNode)
}

/** What was wrapped around a node and nothing else, up to `parent`. */
function wrapperOf(parent: Node, node: Node): Node {
  const around = node.parentNode
  return around && around !== parent && around.childNodes.length === 1 ? wrapperOf(parent, around) : node
}
