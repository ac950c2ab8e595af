export { EtaProvider, useEta } from './eta-provider'
export { useEtaTimes } from './use-eta-times'
