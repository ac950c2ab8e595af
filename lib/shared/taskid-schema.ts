import * as z from 'zod/mini'
import { parseTaskid } from './taskid'

/** A taskid in a body of JSON, by that one rule. */
export const taskidSchema = z.pipe(z.transform(parseTaskid), z.string())
