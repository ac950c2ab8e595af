// @vitest-environment happy-dom
import { type ReactNode, Suspense } from 'react'
import { expect, test } from 'vitest'
import { MessagesProvider } from '@/lib/client/messages'
import { NowProvider } from '@/lib/client/now'
import { serverNow } from '@/lib/client/server-clock'
import type { Generation } from '@/lib/shared/generation'
import type { Locale } from '@/lib/shared/messages/locale'
import type { QueuePosition } from '@/lib/shared/queue'
import { aGeneration } from '@/testing/a-generation'
import { act, render, screen } from '@/testing/dom'
import { Media } from './media'

async function show(generation: Generation, locale: Locale = 'en') {
  const page = (children: ReactNode) => (
    <Suspense>
      <MessagesProvider locale={locale}>
        <NowProvider asked={serverNow()}>{children}</NowProvider>
      </MessagesProvider>
    </Suspense>
  )
  const media = <Media generation={generation} shape="16:9" player={() => null} />
  const { container } = await act(async () => render(page(media)))
  return container
}

const queued = (queue: QueuePosition | null) => aGeneration({ status: 'queued', queue })

test.each([
  ['a guess', { position: 3, paused: null, startsIn: 240 }, ['In line, 3rd', 'Starts in about 4 min']],
  ['no guess', { position: 1, paused: null, startsIn: null }, ['Next in line']],
  ['a held line', { position: 2, paused: 'by_person', startsIn: 60 }, ['In line, 2nd', 'The line is held']],
  [
    'no credits',
    { position: 1, paused: 'out_of_credits', startsIn: null },
    ['Next in line', 'The account is out of credits'],
  ],
] as const)('a queued one with %s says where in line it is', async (_, queue, texts) => {
  const container = await show(queued(queue))
  await screen.findByText(texts[0])
  expect(container.textContent).toBe(texts.join(''))
  expect(screen.queryByRole('timer')).toBeNull()
  expect(container.querySelector('.busy-bar')).toBeNull()
})

test('a queued one says so in Chinese, and at least that where nobody knows its position', async () => {
  await show(queued({ position: 3, paused: null, startsIn: 240 }), 'zh')
  await screen.findByText('排队中，第 3 位')
  await screen.findByText('预计约 4 分钟后开始')
  expect((await show(queued(null))).textContent).toBe('In line')
})

test('once it was sent, the time counts from then', async () => {
  const ago = (minutes: number) => new Date(serverNow() - minutes * 60_000).toISOString()
  const container = await show(aGeneration({ status: 'processing', createdAt: ago(90), sentAt: ago(2) }))
  expect(screen.getByRole('timer').textContent, 'minutes and seconds, no hours').toMatch(/^\d{1,2}:\d\d$/)
  expect(container.querySelector('.busy-bar')).not.toBeNull()
})
