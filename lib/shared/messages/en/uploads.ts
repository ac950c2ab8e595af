/** Why a photo did not arrive, and what helps, in English. */
export const uploadsEn = {
  empty: (name: string) =>
    `${name} is empty: it has no content at all. If it was downloaded or copied, do that again, then choose it again.`,
  gone: (name: string) =>
    `${name} can’t be read any more. It was moved, renamed, changed or deleted, or it is stored in a cloud only. Make sure that it opens on this device, then choose it again.`,
  cloud: (name: string) =>
    `${name} is only a placeholder: the photo itself is in iCloud. Download it to this device, then choose it again.`,
}
