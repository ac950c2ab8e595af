// In place of the package file-selector: see turbopack.resolveAlias in next.config.mjs.
export { filesFrom as fromEvent } from './dropped'
