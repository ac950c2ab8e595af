import { Readable } from 'node:stream'
import type { StoredGeneration } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { storage } from '@/lib/server/storage'
import { Problem } from '@/lib/shared/problem'
import { distinctNames } from './distinct-names'
import { downloadName } from './download-name'
import { keyOf, readVideo, type StoredVideo } from './saved-files'
import { type ZipFile, zipStream } from './zip-stream'

/** An archive of so many videos. */
export type Zip = { videos: number; stream: ReadableStream<Uint8Array> }

type NameOf = (generation: StoredGeneration, video: StoredVideo) => string

type Missing = { id: string; prompt: string; why: keyof typeof WHY }

/** What a person finds in the archive in place of a video. They open it in their own language, which nobody knows here. */
const WHY = {
  unfinished: 'has no video yet, or came to nothing · 尚未生成完成，或生成失败',
  lost: 'its file is missing or incomplete on the server · 服务器上的文件缺失或不完整',
}
const NOTE = 'not included 未包含.txt'
const INTRODUCTION = 'These videos are not in this archive:\n以下视频未包含在此压缩包中：'
const TITLE = 60 // characters of a prompt

/**
 * The videos of these generations as one archive, in this order and named for people. What couldn't be included is listed in a text file in it, so that no archive looks
 * whole that isn't.
 * @param nameOf names the file of each video; repeats get a number
 * @throws Problem not_found when not one has a video
 */
export async function zipOf(
  generations: readonly StoredGeneration[],
  nameOf: NameOf = downloadName,
): Promise<Zip> {
  const found = await Promise.all(generations.map((one) => findVideo(one, nameOf)))
  const videos = found.filter((one) => 'open' in one)
  const missing = found.filter((one) => 'why' in one)
  if (videos.length === 0) throw new Problem('not_found', 'None of these generations has a saved video.')
  const names = distinctNames(videos.map(({ name }) => name))
  const named = videos.map((video, index) => ({ ...video, name: names[index] ?? video.name }))
  const notes = missing.length > 0 ? [noteOf(missing)] : []
  return { videos: videos.length, stream: zipStream([...notes, ...named]) }
}

async function findVideo(generation: StoredGeneration, nameOf: NameOf): Promise<ZipFile | Missing> {
  const { id, prompt, status, completed_at, created_at } = generation
  const stored = status === 'completed' ? readVideo(generation.video) : null
  if (!stored) return { id, prompt, why: 'unfinished' }
  const file = await storage().open(keyOf.video(id))
  if (file?.bytes !== stored.bytes) {
    log().error({ generation: id, bytes: file?.bytes }, 'the file of a video is missing or incomplete')
    return { id, prompt, why: 'lost' }
  }
  const finished = new Date(completed_at ?? created_at)
  return {
    name: nameOf(generation, stored),
    lastModified: Number.isNaN(finished.getTime()) ? new Date() : finished,
    open: () => file.stream(),
  }
}

function noteOf(missing: Missing[]): ZipFile {
  const lines = missing.map(
    ({ id, prompt, why }) => `${id}  ${[...prompt].slice(0, TITLE).join('')}\n  ${WHY[why]}`,
  )
  const text = Buffer.from([INTRODUCTION, ...lines, ''].join('\n\n'))
  return { name: NOTE, lastModified: new Date(), open: () => Readable.from([text]) }
}
