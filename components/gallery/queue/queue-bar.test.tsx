// @vitest-environment happy-dom
import { type ReactNode, Suspense } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  type GenerationActions,
  GenerationActionsProvider,
} from '@/components/gallery/actions/generation-actions'
import { useShown } from '@/components/ui/toast/toasts'
import { MemberProvider } from '@/lib/client/member'
import { MessagesProvider } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import type { Queue } from '@/lib/shared/queue'
import type { Role } from '@/lib/shared/user'
import { aGeneration } from '@/testing/a-generation'
import { act, render, renderHook, screen, userEvent, waitFor } from '@/testing/dom'
import { QueueBar } from './queue-bar'

/** The server's queue, and what was asked of it. */
let queue: Queue
let changes: unknown[]
let refuses: boolean

beforeEach(() => {
  queue = { paused: null, parallel: 1, running: 1, queued: 3 }
  changes = []
  refuses = false
  vi.stubGlobal('fetch', async (_: string, { method, body }: RequestInit) => {
    if (method !== 'PATCH') return Response.json(queue)
    const { paused } = JSON.parse(`${body}`)
    changes.push(paused)
    if (refuses) {
      const headers = { 'content-type': 'application/problem+json' }
      return Response.json({ code: 'forbidden', detail: 'Not yours.' }, { status: 403, headers })
    }
    queue = { ...queue, paused: paused ? 'by_person' : null }
    return Response.json(queue)
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const noop = () => {}
const refreshPage = vi.fn()
const actions: GenerationActions = {
  edit: noop,
  reuse: noop,
  keepSeed: noop,
  runAgain: null,
  play: null,
  goOn: async () => {},
  star: noop,
  remove: noop,
  sendAnew: noop,
  upsert: noop,
  refresh: refreshPage,
}

const waiting = aGeneration({ status: 'queued', queue: { position: 2, paused: null, startsIn: null } })

function bar(generations: readonly Generation[], role?: Role): ReactNode {
  const member = role ? { id: 'mei', name: 'Mei', email: 'mei@example.com', role, provider: null } : null
  return (
    <Suspense>
      <MessagesProvider locale="en">
        <MemberProvider member={member}>
          <GenerationActionsProvider value={actions}>
            <QueueBar generations={generations} />
          </GenerationActionsProvider>
        </MemberProvider>
      </MessagesProvider>
    </Suspense>
  )
}

async function show(role?: Role) {
  const shown = await act(async () => render(bar([waiting], role)))
  await screen.findByRole('status')
  return shown
}

const status = () => screen.getByRole('status').textContent
const button = (name: string) => screen.findByRole('button', { name })

test('the bar counts the line of the whole studio, and is gone once nothing of the page waits', async () => {
  const { rerender, container } = await show()
  await waitFor(() => expect(status()).toBe('3 in line'))
  await act(async () => rerender(bar([{ ...waiting, status: 'submitting', queue: null }])))
  expect(container.textContent).toBe('')
})

test('the line is held and goes on by the same button, which keeps the focus', async () => {
  await show()
  const hold = await button('Hold the line')
  await userEvent.click(hold)
  await waitFor(() => expect(status()).toBe('The line is held: nothing is sent.'))
  expect(refreshPage).toHaveBeenCalled()
  expect(document.activeElement).toBe(await button('Go on'))
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(status()).toBe('3 in line'))
  expect(changes).toEqual([true, false])
})

test('without credits the bar says what to do, and goes on when told to', async () => {
  queue.paused = 'out_of_credits'
  await show()
  await waitFor(() => expect(status()).toMatch(/out of credits.*Nothing is lost.*top up.*go on\.$/))
  expect(screen.getByRole('link', { name: 'Top up' }).getAttribute('href')).toContain('tensorai')
  await userEvent.click(await button('Go on'))
  await waitFor(() => expect(status()).toBe('3 in line'))
  expect(screen.queryByRole('link')).toBeNull()
})

test.each([
  ['by_person', /held.*An owner can go on\.$/],
  ['out_of_credits', /out of credits.*an owner can top up and go on\.$/],
] as const)(
  'a member who is no owner reads why nothing is sent (%s), without a button',
  async (paused, text) => {
    queue.paused = paused
    await show('member')
    await waitFor(() => expect(status()).toMatch(text))
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.queryByRole('link')).toBeNull()
  },
)

test('an owner has the button', async () => {
  await show('owner')
  await button('Hold the line')
})

test('what the page knows is said until the studio’s line is read, also when it cannot be', async () => {
  vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }))
  const held = { ...waiting, queue: { position: 1, paused: 'by_person', startsIn: null } } as const
  await act(async () => render(bar([held, waiting])))
  await screen.findByText('The line is held: nothing is sent.')
})

test('a refusal is told, and the line stays as it is', async () => {
  refuses = true
  await show()
  await userEvent.click(await button('Hold the line'))
  const { result } = renderHook(useShown)
  await waitFor(() => expect(result.current.at(-1)?.text).toMatch(/^The line wasn’t changed\. Not allowed/))
  expect(status()).toBe('3 in line')
})
