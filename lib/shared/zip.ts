/**
 * How many videos one archive may be asked for by their ids. They stand in the address, and proxies such as nginx take 8 KB of that
 * unless told otherwise: 250 ids make 7.5 KB.
 */
export const ZIP_MAX = 250
