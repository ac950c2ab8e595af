export { Composer } from './composer'
export { type Composer as ComposerState, useComposer } from './form/use-composer'
export { PageDropzone } from './frames/page-dropzone'
