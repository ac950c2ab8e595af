import type { SavingReason } from '@/lib/shared/saving-reason'

/** What a card shows instead of a video, in English. */
export const outcomesEn = {
  /** Why a task that was created came to nothing. `reason`: the provider's words. */
  failed: {
    generation_failed: {
      title: 'Generation failed',
      text: (reason: string) => `The provider couldn’t finish it: ${reason}`,
    },
    task_expired: {
      title: 'Timed out',
      text: (_: string) =>
        'The provider said nothing about this task for a week after it expired. Check again, or make a new video.',
    },
    task_gone: {
      title: 'The provider lost the task',
      text: (_: string) =>
        'The task was created, but the provider no longer has it. Check again, or make a new video.',
    },
    result_lost: {
      title: 'Couldn’t download the video',
      text: (_: string) =>
        'It was made, but its link expired before it could be saved here. Check again: the provider may still have it.',
    },
  },
  /** Its taskid turned out to belong to another video. */
  taskidTaken: {
    title: 'This task ID belongs to another video',
    text: 'It was removed from this one. Find this video’s task in the provider’s console and enter its ID.',
  },
  /** Appended to a refusal that came immediately. */
  nothingCreated: 'Nothing was created, so nothing should be billed.',
  /** When another model accepts photos of people. */
  takesPeople: (refused: string, other: string) =>
    `${refused} refuses photos of real people; ${other} takes them.`,
  /** Appended to a failure that came later. */
  maybeBilled: 'It may have been billed. Check the provider’s console at tensorai.tensorslab.com.',
  /** Why a finished video is not saved yet. `message`: the host, when it is not allowed. */
  saving: {
    host_not_allowed: (host: string) =>
      `The video is ready, but it’s stored at ${host}. Ask your administrator to add that host to TENSORSLAB_RESULT_HOSTS.`,
    fake_address: (host: string) =>
      `The video is ready, but this server’s network answers with a stand-in address for ${host}, as proxy apps with fake IPs do (Clash, Surge). Ask your administrator to exclude that host there, to set HTTPS_PROXY, or to add ${host} to TENSORSLAB_RESULT_HOSTS.`,
    result_unreachable: (_: string) => 'Rendered. The download didn’t finish; retrying.',
    result_slow: (_: string) => 'Rendered. The download is too slow right now; retrying later.',
    result_too_large: (_: string) =>
      'Rendered, but the file is too large to save. Retrying in a few hours; your administrator may be able to help.',
    result_not_video: (_: string) =>
      'Rendered, but its link doesn’t lead to a video. Checking again in a few hours.',
    result_expired: (_: string) => 'Rendered, but its link has expired. Asking the provider for a new one.',
    result_missing: (_: string) => 'Rendered. Waiting for the provider’s download link.',
    last_frame_missing: (_: string) => 'The video is saved. Its last frame is still downloading.',
    disk_full: (_: string) =>
      'Rendered, but the server’s disk is full. It’s saved as soon as there is space; please tell your administrator.',
  } satisfies Record<SavingReason, (message: string) => string>,
}
