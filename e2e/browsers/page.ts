/** A JavaScript expression that gives an element of the page or null; `find.ts` makes them. */
export type Finder = string

export type Key = 'Enter' | 'Escape' | 'ArrowRight' | 'j' | 'Control+a' | 'Control+c' | 'Control+v'

/** A tab with a profile of its own, driven as a person would: real clicks, keys and files. */
export interface Page {
  /** Resolves once the page has loaded, which is before it is hydrated. */
  goto(address: string): Promise<void>
  reload(): Promise<void>
  /** The value of an expression, awaited; must survive JSON. */
  evaluate(expression: string): Promise<unknown>
  click(element: Finder): Promise<void>
  select(element: Finder, value: string): Promise<void>
  setFile(input: Finder, path: string): Promise<void>
  /** Types into the focused element. */
  type(text: string): Promise<void>
  press(key: Key): Promise<void>
  /** Sets the viewport's size in px, scrollbars included. Where a window can't be as narrow, the page is zoomed instead. */
  resize(width: number, height: number): Promise<void>
  close(): Promise<void>
}

/** A browser that is running. */
export type Engine = {
  version: string
  open(): Promise<Page>
  /** With the browser's own protection against fingerprinting, where it has one that can be turned on. */
  openProtected?(): Promise<Page>
  close(): Promise<void>
}
