import { expect, test } from 'vitest'
import { wrongHostPage } from './wrong-host-page'

const asked = { address: 'https://studio.example', path: '/?q="><script>alert(1)</script>&show=team' }

test('the page under a wrong host leads to the same page at the right address, and runs nothing', () => {
  const page = wrongHostPage('en', 'team', asked)
  expect(page).not.toContain('<script')
  const [, href = ''] = /<a href="([^"]*)">https:\/\/studio\.example<\/a>/.exec(page) ?? []
  const plain = href.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
  expect(plain).toBe(asked.address + asked.path)
})

test('it is in the reader’s language, and says for whom the studio is', () => {
  expect(wrongHostPage('en', 'team', asked)).toMatch(/lang="en"[\s\S]*available only at <a[\s\S]*Host header/)
  expect(wrongHostPage('en', 'local', asked)).toMatch(/only on the computer that it runs on/)
  expect(wrongHostPage('zh', 'team', asked)).toMatch(/lang="zh-CN"[\s\S]*请通过以下地址访问/)
  expect(wrongHostPage('zh', 'local', asked)).toMatch(/仅限在运行本服务的电脑上访问/)
})
