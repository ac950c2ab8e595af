export { ModelsProvider, startModel, useModels } from './models'
