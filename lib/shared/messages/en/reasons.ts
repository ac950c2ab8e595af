import { megabytes, number } from '@/lib/shared/messages/numbers'
import type { ReasonText } from '@/lib/shared/messages/reason-text'
import { soonEn } from '@/lib/shared/messages/retry-text'
import { BODY } from '@/lib/shared/reason'
import { tooLongEn } from './too-long'

const SLOTS = ['First frame', 'Last frame'] as const
const position = (image: number | null): string => SLOTS[(image ?? 0) - 1] ?? 'The image'
/** The prompt goes by its name on the page; other fields by their name in the API. */
const LABELS = new Map([
  ['prompt', 'The prompt'],
  ['name', 'The name'],
  [BODY, 'The request body'],
  ['tag', 'A tag'],
  ['tags', 'A tag'],
])
const REQUIRED = new Map([
  ['prompt', 'Describe what the video should show.'],
  ['name', 'Enter a name.'],
])
const label = (field: string): string => LABELS.get(field) ?? field
const PARTS = {
  value: label,
  field_name: (field: string) => `The field name “${field}”`,
  file_name: (field: string) => `The file name in ${field}`,
}
const n = (value: number) => number('en', value)
const videos = (most: number) => (most === 1 ? '1 video' : `${n(most)} videos`)
const KINDS = {
  jpeg: 'A JPEG',
  progressive_jpeg: 'A progressive JPEG',
  cmyk_jpeg: 'A JPEG in CMYK',
  png: 'A PNG',
  deep_png: 'A PNG with 16 bits or interlacing',
  webp: 'A WebP',
}
const LIMITS = {
  perMinute: (most: number) => `Each person can submit ${videos(most)} a minute.`,
  atOnce: (most: number) => `Each person can have ${videos(most)} in progress at a time.`,
  perDay: (most: number) => `Each person can submit ${videos(most)} in 24 hours.`,
  imageMbPerDay: (most: number) => `Each person can upload ${n(most)} MB of images in 24 hours.`,
}

const BUDGETS = { person: 'your', studio: 'the studio’s' }

/** Why an input was rejected, in English: what is wrong, then how to fix it. */
export const reasonsEn: ReasonText = {
  required: ({ field }) => REQUIRED.get(field) ?? `${field} is missing. Send a value for it.`,
  too_long: ({ field, length, limit }) => tooLongEn(label(field), length, limit),
  too_many_words: ({ field, count, limit }) =>
    `${field} has ${n(count)} different words; the limit is ${n(limit)}. Leave some out.`,
  not_one_of: ({ field, allowed }) => `${field} must be one of: ${allowed.join(', ')}.`,
  out_of_range: ({ field, min, max }) => `${field} must be a whole number from ${min} to ${max}.`,
  unknown_field: ({ field }) => `${field} isn’t a parameter of this model. Remove it or correct its name.`,
  repeated: ({ field }) => `${field} was sent more than once. Send it once.`,
  not_text: ({ field }) => `${field} must be text, not a file.`,
  not_utf8: ({ field, part }) =>
    `${PARTS[part](field)} is not UTF-8, so characters would be lost. Save or send it as UTF-8.`,
  broken_character: ({ field }) =>
    `${label(field)} contains a broken character, which may look like �. Delete it or type it again.`,
  not_plain: ({ field }) =>
    `${label(field)} contains line breaks or characters that can’t be seen. Type it again without them.`,
  name_taken: () =>
    'You already have a preset with this name. Choose another name, or delete that one first.',
  too_many_presets: ({ limit }) =>
    `You have ${n(limit)} presets, the maximum. Delete one that you no longer use first.`,
  malformed: ({ field }) => `${field} couldn’t be read. Send it in the format shown in the documentation.`,
  sent_meanwhile: () =>
    'It was sent meanwhile, so deleting it now may still be billed. Delete it again if that is what you want.',
  taskid_malformed: () =>
    'That isn’t a task ID. It has 1 to 200 characters on one line; copy it from the provider’s console.',
  task_unknown: () =>
    'The provider doesn’t know a task of yours with this ID. Check it in the provider’s console and enter it again; a new task can take a minute to appear.',
  task_followed: () =>
    'Another of your videos already has this task ID. Enter the one that belongs to this video.',
  task_deleting: () =>
    'This task is being deleted at the provider, because its video was deleted here. Try again in a minute.',
  taskid_settled: () =>
    'This video’s task ID can no longer be changed. You can enter one when the provider’s answer was lost, and correct it until the video is done.',
  too_many_tags: ({ count, limit }) =>
    `That makes ${n(count)} tags; a video can have at most ${n(limit)}. Leave some out.`,
  tag_blank: () => 'A tag needs at least one character that shows. Type one or leave the tag out.',
  too_many_ids: ({ field, count, limit }) =>
    `${field} was sent ${n(count)} times; the limit is ${n(limit)}. Ask for the rest separately.`,
  too_many_images: ({ limit }) =>
    limit === 1
      ? 'This model takes one image: the first frame.'
      : `You can send at most ${limit} images: the first frame and the last frame.`,
  unknown_image: ({ image, id }) =>
    `${position(image)}: no uploaded image has the id "${id}". Upload it again.`,
  image_not_given: ({ name }) => `No photo named “${name}” was added. Add it, or correct the name.`,
  image_given_twice: ({ name }) =>
    `Several photos are named “${name}”. Rename all but one, and add them again.`,
  image_type: ({ image, found }) =>
    found === null
      ? `${position(image)} isn’t a JPEG, PNG or WebP image. Choose one in one of these formats.`
      : `${position(image)} is in ${found} format. Use JPEG, PNG or WebP.`,
  image_animated: ({ image }) => `${position(image)} is animated. Choose a still image.`,
  image_damaged: ({ image }) => `${position(image)} is damaged or incomplete. Export or download it again.`,
  image_altered: ({ image }) =>
    `${position(image)} is a HEIC photo, and your browser’s fingerprinting protection alters photos while they are converted. Save it as JPEG and choose it again, or turn that protection off for this site.`,
  image_disguised: ({ image }) =>
    `${position(image)} contains another file. Open it in an image editor and save it again.`,
  image_too_heavy: ({ image, limit }) =>
    `${position(image)} is larger than ${megabytes('en', limit)}. Save a smaller version and choose it again.`,
  image_too_many_pixels: ({ image, width, height, kind, limit }) =>
    `${position(image)} is ${width} × ${height} px. ${KINDS[kind]} can have at most ${n(limit / 1e6)} megapixels. Make it smaller and choose it again.`,
  image_too_small: ({ image, width, height, min }) =>
    `${position(image)} is ${width} × ${height} px. The model needs at least ${n(min)} px on each side.`,
  image_ratio: ({ image, width, height, min, max }) =>
    `${position(image)} is ${width} × ${height} px, too ${width > height ? 'wide' : 'tall'} for the model. Width divided by height must be between ${min} and ${max}; crop it and choose it again.`,
  over_limit: ({ limit, most, wait }) =>
    `${LIMITS[limit](most)} Nothing was created or billed. ${soonEn(wait)}`,
  over_budget: ({ whose, budget, left, needed }) =>
    `This needs ${n(needed)} credits, but ${n(left)} of ${BUDGETS[whose]} ${n(budget)} for this month are left. Nothing was created or billed. Choose a shorter video or a lower resolution, or have the budget raised in Settings.`,
  line_full: ({ wait }) => `Many people are signing in right now. ${soonEn(wait)}`,
}
