// Next would take the studio's, which lies above this folder. This one is for no address.
export const proxy = () => undefined

export const config = { matcher: '/nowhere' }
