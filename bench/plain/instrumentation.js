// Next would take the studio's, which lies above this folder.
export function register() {}
