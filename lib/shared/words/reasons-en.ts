import { megabytes, number } from './numbers'
import type { ReasonWords } from './reason-words'
import { soonEn } from './soon'

const PLACES = ['First frame', 'Last frame'] as const
const place = (image: number | null): string => PLACES[(image ?? 0) - 1] ?? 'The image'
/** The prompt is known to people by its name, the rest by what they typed into a script or saw beside the control. */
const label = (field: string): string => (field === 'prompt' ? 'The prompt' : field)
const n = (value: number) => number('en', value)
const films = (most: number) => (most === 1 ? '1 film' : `${n(most)} films`)
const KINDS = {
  jpeg: 'A JPEG',
  progressive_jpeg: 'A progressive JPEG',
  cmyk_jpeg: 'A JPEG in CMYK',
  png: 'A PNG',
  deep_png: 'A PNG with 16 bits or interlacing',
  webp: 'A WebP',
}
const LIMITS = {
  perMinute: (most: number) => `Each person can send off ${films(most)} a minute here.`,
  atOnce: (most: number) => `Each person can have ${films(most)} made at a time here.`,
  perDay: (most: number) => `Each person can send off ${films(most)} in 24 hours here.`,
  imageMbPerDay: (most: number) => `Each person can upload ${n(most)} MB of images in 24 hours here.`,
}

/** Why something was not taken, in English: what was wrong, and how to mend it. */
export const reasonsEn: ReasonWords = {
  required: ({ field }) =>
    field === 'prompt' ? 'Write what the film should show.' : `${field} is missing. Send a value for it.`,
  too_long: ({ field, length, limit }) =>
    `${label(field)} has ${n(length)} characters; at most ${n(limit)} are taken. Shorten it by ${n(length - limit)}.`,
  too_many_words: ({ field, count, limit }) =>
    `${field} has ${n(count)} different words; at most ${n(limit)} are taken. Leave some out.`,
  not_one_of: ({ field, allowed }) => `${field} must be one of: ${allowed.join(', ')}.`,
  out_of_range: ({ field, min, max }) => `${field} must be a whole number from ${min} to ${max}.`,
  unknown_field: ({ field }) => `${field} is not a parameter of this model. Remove it or correct its name.`,
  repeated: ({ field }) => `${field} was sent more than once. Send it once.`,
  not_text: ({ field }) => `${field} must be sent as text, not as a file.`,
  malformed: ({ field }) =>
    `${field} could not be read. Send it again in the form that the documentation shows.`,
  taskid_malformed: () =>
    'This is not a task ID. It has 1 to 200 characters on one line; copy it from the provider’s console.',
  task_unknown: () =>
    'The provider has no task with this ID for this studio. Check it in the provider’s console and enter it again; a task that was just created may need a minute to appear.',
  task_followed: () => 'Another of your videos already has this task ID. Enter the one that is missing here.',
  task_deleting: () =>
    'This task is just being deleted at the provider, because its video was deleted here. Try again in a minute.',
  taskid_settled: () =>
    'The task ID of this video can no longer be changed. It can be entered where the answer was lost, and corrected until the video is done.',
  too_many_images: ({ limit }) =>
    limit === 1
      ? 'This model takes one image: the first frame.'
      : `You can send at most ${limit} images: the first frame and the last frame.`,
  unknown_image: ({ image, id }) =>
    `${place(image)}: there is no uploaded image with the id "${id}". Upload it again.`,
  image_type: ({ image, found }) =>
    found === null
      ? `${place(image)} is not a JPEG, PNG or WebP image. Choose a photo in one of these formats.`
      : `${place(image)} comes as ${found}. Save it as JPEG, PNG or WebP and choose it again.`,
  image_animated: ({ image }) => `${place(image)} is animated. Choose a still image.`,
  image_damaged: ({ image }) => `${place(image)} is damaged or incomplete. Export or download it again.`,
  image_disguised: ({ image }) =>
    `${place(image)} carries another file inside it. Open it in an image editor and save it anew.`,
  image_too_heavy: ({ image, limit }) =>
    `${place(image)} is larger than ${megabytes('en', limit)}. Save it smaller and choose it again.`,
  image_too_many_pixels: ({ image, width, height, kind, limit }) =>
    `${place(image)} has ${n(width)} × ${n(height)} px. ${KINDS[kind]} can have at most ${n(limit / 1e6)} megapixels. Make it smaller and choose it again.`,
  image_too_small: ({ image, width, height, min }) =>
    `${place(image)} is ${n(width)} × ${n(height)} px. The model needs at least ${n(min)} px on each side.`,
  image_ratio: ({ image, width, height, min, max }) =>
    `${place(image)} is ${n(width)} × ${n(height)} px, which is too ${width > height ? 'wide' : 'tall'}. Its width divided by its height must lie between ${min} and ${max}; crop it and choose it again.`,
  over_limit: ({ limit, most, wait }) =>
    `${LIMITS[limit](most)} Nothing was created or billed. ${soonEn(wait)}`,
  line_full: ({ wait }) => `Many people are signing in just now. ${soonEn(wait)}`,
}
