import { db } from './open'
import type { ImageRow } from './tables'

export async function addImage(image: ImageRow): Promise<void> {
  await (await db()).insertInto('images').values(image).execute()
}

/** A person's image; undefined when there is none of this id, or it is another's. */
export async function findImage(id: string, person: string): Promise<ImageRow | undefined> {
  const query = (await db()).selectFrom('images').selectAll()
  return query.where('id', '=', id).where('person', '=', person).executeTakeFirst()
}
