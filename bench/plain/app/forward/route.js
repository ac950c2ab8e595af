/** What most would write first: the form read whole, and handed on. No check, no record. */
export async function POST(request) {
  const body = await request.formData()
  const headers = { authorization: 'Bearer bench' }
  const answer = await fetch(`${process.env.PROVIDER}/v1/video/seedancev2`, { method: 'POST', headers, body })
  return Response.json(await answer.json(), { status: 201 })
}
