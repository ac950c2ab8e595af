import { withBasePath } from '@/lib/shared/base-path'
import { type ApiPath, ownFetch } from './own-fetch'

const pathOf = (id: string): ApiPath => `/api/images/${encodeURIComponent(id)}`

/** The address of an uploaded image, for links. */
export const imageAddress = (id: string): string => withBasePath(pathOf(id))

/** The address of its small version, for previews. */
export const thumbnailAddress = (id: string): string => withBasePath(`${pathOf(id)}?thumbnail=1`)

/** Fetches an uploaded image. @throws Error on a network error; a missing one is a response like any other */
export const fetchImage = (id: string): Promise<Response> => ownFetch(pathOf(id), {})
