export { ModelsProvider, useModels } from './models'
