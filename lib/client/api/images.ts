import { withBasePath } from '@/lib/shared/base-path'
import { fetchFile } from './fetch-file'
import type { ApiPath } from './request'

const pathOf = (id: string): ApiPath => `/api/images/${encodeURIComponent(id)}`

/** The address of an uploaded image, for links. */
export const imageAddress = (id: string): string => withBasePath(pathOf(id))

/** The address of its small version, for previews. */
export const thumbnailAddress = (id: string): string => withBasePath(`${pathOf(id)}?thumbnail=1`)

/** Downloads an uploaded image. @throws as fetchFile */
export const fetchImage = (id: string): Promise<Blob> => fetchFile(imageAddress(id))
