/** The form of a submission; images are files or ids of uploads. */
export function submission(images: (Blob | string)[]): FormData {
  const form = new FormData()
  const fields = { prompt: 'A koala waves at the sea.', ratio: '16:9', resolution: '480p' }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const image of images) form.append('sourceImage', image)
  return form
}

/** Posts a form and reads the whole response. @throws Error when the status isn't 2xx */
export async function post(
  url: string,
  body: FormData | Blob,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const answer = await fetch(url, { method: 'POST', body, headers })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

/** Posts directly to the provider, as a program without the studio would. */
export const postToProvider = (provider: string, body: FormData): Promise<unknown> =>
  post(`${provider}/v1/video/seedancev2`, body, { authorization: 'Bearer bench' })
