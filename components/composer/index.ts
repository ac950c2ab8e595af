export { Composer } from './composer'
export { PageDropzone } from './frames/page-dropzone'
export { type Composer as ComposerState, useComposer } from './use-composer'
