import * as z from 'zod/mini'
import { parseTaskid } from './taskid'

/** A taskid in a JSON body, checked by {@link parseTaskid}. */
export const taskidSchema = z.pipe(z.transform(parseTaskid), z.string())
