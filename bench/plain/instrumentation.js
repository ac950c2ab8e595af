// Without this file, Next would use the studio's from the parent folder.
export function register() {}
