import type { FaultOrder } from '@/lib/sandbox'
import { expect, test } from './kit'

const REAL_PERSON = 'InputImageSensitiveContentDetected.PrivacyInformation: may contain real person'

const REFUSALS: [name: string, fault: FaultOrder, explanation: RegExp][] = [
  [
    'a refused photo of a person',
    { on: 'create', fault: 'code-9999', msg: REAL_PERSON },
    /Real faces.*Nothing was created/is,
  ],
  ['an unknown refusal', { on: 'create', fault: 'code-9999', msg: 'Moon not in stock' }, /Moon not in stock/],
  ['a wrong key', { on: 'create', fault: 'unauthorized' }, /rejected this.*Nothing was created/is],
  [
    'a dropped connection',
    { on: 'create', fault: 'drop-after-accepting' },
    /may have been created and billed/is,
  ],
  ['a provider error', { on: 'create', fault: 'http-error', status: 500 }, /may have been created/],
  ['an HTML page instead of JSON', { on: 'create', fault: 'html' }, /may have been created/],
  ['success without a taskid', { on: 'create', fault: 'no-taskid' }, /may have been created/],
]

for (const [name, fault, explanation] of REFUSALS) {
  test(`a submission that ends in ${name} is explained on its card and never resent`, async ({
    studio,
    sandbox,
  }) => {
    sandbox.fail(fault)
    const prompt = `A prompt that meets ${name}.`
    const card = await studio.generate(prompt)
    await expect(card).toContainText(explanation)
    await expect(studio.prompt()).toHaveValue(prompt)
    await studio.page.reload()
    await expect(studio.card(prompt)).toContainText(explanation)
    expect(sandbox.ledger().creates).toHaveLength(1)
  })
}

test('a prompt that is too long is rejected at its field and kept whole', async ({ studio, sandbox }) => {
  const prompt = '😀'.repeat(8_193)
  await studio.prompt().fill(prompt)
  await studio.generateButton().click()
  await expect(studio.prompt()).toHaveAccessibleDescription(/8,193 characters; the limit is 8,192/)
  await expect(studio.prompt()).toBeFocused()
  await expect(studio.prompt()).toHaveValue(prompt)
  expect(sandbox.ledger().creates).toEqual([])
})

test('an empty prompt and an invalid seed are explained at their fields', async ({ studio, sandbox }) => {
  await studio.generateButton().click()
  await expect(studio.prompt()).toHaveAccessibleDescription(/Describe what the video should show/)

  await studio.page.getByText('Advanced').click()
  const seed = studio.page.getByLabel('Seed')
  await seed.fill('4294967296')
  await studio.page.getByText('Advanced').click()
  await studio.generate('A seed beyond the end.')
  await expect(seed).toBeVisible()
  await expect(seed).toHaveAccessibleDescription(/from -1 to 4294967295/)
  expect(sandbox.ledger().creates).toEqual([])
})

test('a double click makes one submission, and a click after the response makes another', async ({
  studio,
  sandbox,
}) => {
  await studio.prompt().fill('Once, please.')
  await studio.generateButton().dblclick()
  await expect(studio.card('Once, please.').getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  expect(sandbox.ledger().creates).toHaveLength(1)

  await studio.generateButton().click()
  await expect(studio.card('Once, please.')).toHaveCount(2)
  await expect(studio.page.getByRole('button', { name: 'Copy task ID' }).nth(1)).toBeVisible()
  expect(sandbox.ledger().creates).toHaveLength(2)
})

test('reloading before the response and pressing Generate again repeats the same submission', async ({
  studio,
  sandbox,
}) => {
  sandbox.fail({ on: 'create', fault: 'slow', ms: 600_000 })
  const prompt = 'Pressed, reloaded, pressed again.'
  await studio.prompt().fill(prompt)
  await studio.generateButton().click()
  await expect.poll(() => sandbox.ledger().creates.length).toBe(1)
  await studio.page.reload()
  await expect(studio.prompt()).toHaveValue(prompt)
  const sentAgain = studio.page.waitForRequest(
    (request) => request.method() === 'POST' && /\/api\/generations$/.test(request.url()),
  )
  await studio.generateButton().click()
  await sentAgain
  sandbox.heal()
  await expect(studio.card(prompt).getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  await expect(studio.card(prompt)).toHaveCount(1)
  expect(sandbox.ledger().creates).toHaveLength(1)
})
