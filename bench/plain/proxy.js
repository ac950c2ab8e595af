// Without this file, Next would use the studio's from the parent folder. This one matches no path.
export const proxy = () => undefined

export const config = { matcher: '/nowhere' }
