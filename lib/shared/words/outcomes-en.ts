import type { SavingReason } from '@/lib/shared/saving-reason'

/** What a card says in place of a film, in English. */
export const outcomesEn = {
  /** No answer came from the studio itself. */
  silent: {
    title: 'The studio did not answer',
    text: 'The connection broke before the answer came. Sending again is safe: it makes at most one film.',
  },
  /** Why a task that was created came to nothing. `reason`: the provider's words. */
  failed: {
    generation_failed: {
      title: 'The film could not be made',
      text: (reason: string) => `The provider started and then gave up, saying: ${reason}`,
    },
    task_expired: {
      title: 'Time ran out',
      text: (_: string) =>
        'Nothing was heard of the task for a week after its time was up. Have it looked for again, or make a new video.',
    },
    task_gone: {
      title: 'The provider lost the task',
      text: (_: string) =>
        'The task was created, but the provider no longer knows it. Have it looked for again, or make a new video.',
    },
    result_lost: {
      title: 'The film could not be fetched',
      text: (_: string) =>
        'The video was made, but could not be copied here while its address was good. Have it looked for again: the provider may still have it.',
    },
  },
  /** Its taskid was found to be another video's. */
  taskidTaken: {
    title: 'The task ID belongs to another video',
    text: 'The task ID of this video was taken back, because it belongs to another one. Look in the provider’s console which task is this one’s, and enter its ID.',
  },
  /** Stands after a refusal's sentence, when it came at once. */
  nothingCreated: 'Nothing was created, so nothing should be billed.',
  /** Where another model could be chosen for a photo of a person. */
  takesPeople: (refused: string, other: string) =>
    `${refused} refuses photos of real people; ${other} takes them.`,
  /** Stands after a failure that came later. */
  maybeBilled: 'It may have been billed; the provider’s console at tensorai.tensorslab.com shows it.',
  /** Why a video that is made is not here yet. `message`: the host, where nobody has allowed it. */
  saving: {
    host_not_allowed: (host: string) =>
      `The film is made, but waits at ${host}. Whoever runs this studio has to add that host to TENSORSLAB_RESULT_HOSTS.`,
    result_unreachable: (_: string) => 'Made. It could not be fetched whole yet; the studio keeps trying.',
    result_slow: (_: string) => 'Made. It comes too slowly just now; the studio tries again later.',
    result_too_large: (_: string) =>
      'Made, but larger than the studio takes. It is tried again in some hours; whoever runs the studio may help.',
    result_not_video: (_: string) =>
      'Made, but what lies at its address is no video. The studio looks again in some hours.',
    result_expired: (_: string) =>
      'Made. Its address is no longer good; the studio asks the provider for a new one.',
    result_missing: (_: string) =>
      'Made. The provider has not said yet where it is; the studio keeps asking.',
    last_frame_missing: (_: string) => 'The video is here. Its last frame is still being fetched.',
    disk_full: (_: string) =>
      'Made, but the studio’s disk is full. It is fetched as soon as there is room; whoever runs the studio has to make some.',
  } satisfies Record<SavingReason, (message: string) => string>,
}
