/** Baseline: reads the form into memory and forwards it, without checks or records. */
export async function POST(request) {
  const body = await request.formData()
  const headers = { authorization: 'Bearer bench' }
  const answer = await fetch(`${process.env.PROVIDER}/v1/video/seedancev2`, { method: 'POST', headers, body })
  return Response.json(await answer.json(), { status: 201 })
}
