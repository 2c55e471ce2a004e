import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBrowser, accessibilityFaults, chromiumPath, hasChromium, picture, type TestBrowser } from './a-browser.js'

if (!hasChromium) process.stderr.write(`No browser at ${chromiumPath}: the pages are not tried. Debian's package is chromium.\n`)

describe.skipIf(!hasChromium)('the explorer', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await aBrowser()
  })
  afterAll(() => browser.close())

  const plan = async (): Promise<string> => {
    const { items } = (await browser.server.app.inject({ url: '/api/v1/documents', headers: { host: 'localhost' } })).json()
    return items.find((d: { document: string }) => d.document === '384/QĐ-UBND').id
  }

  it.each([
    ['compare', '/so-sanh', 'So sánh'],
    ['documents', '/van-ban', 'Văn bản'],
    ['citations', '/trich-dan', 'Trích dẫn'],
    ['audit', '/kiem-tra', 'Kiểm tra'],
    ['tasks', '/nhiem-vu', 'Nhiệm vụ'],
    ['progress', '/tien-do', 'Tiến độ'],
    ['search', '/tim?q=cai+cach', 'Tìm kiếm'],
    ['upload', '/tai-len', 'Tải lên'],
  ])('%s opens without complaint, in both themes, wide and narrow, and can be used by everyone', async (name, path, title) => {
    for (const [kind, options] of [
      ['light', {}],
      ['dark', { colorScheme: 'dark' as const }],
      ['phone', { viewport: { width: 390, height: 844 } }],
    ] as const) {
      const { page, complaints } = await browser.open(path, options)
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await page.waitForFunction(() => document.querySelector('.waiting') === null)
      await picture(page, `${name}-${kind}`)
      expect(await accessibilityFaults(page)).toEqual([])
      expect(complaints).toEqual([])
      // Nothing but boxes made to scroll is wider than the screen.
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      await page.context().close()
    }
  })

  it('goes from a cell of the matrix to the dot, the sentence and its place in the document', async () => {
    const { page, complaints } = await browser.open('/so-sanh')
    await page.locator('.matrix .figures a').first().click()
    await page.locator('.card blockquote').waitFor()
    await page.locator('svg .choosable').first().waitFor()
    await picture(page, 'indicator')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.locator('svg .choosable').last().focus()
    await page.keyboard.press('Enter')
    const sentence = await page.locator('.card blockquote').innerText()
    await page.getByRole('link', { name: 'Mở trong văn bản' }).click()
    const chosen = page.locator('.text a.chosen').first()
    await chosen.waitFor()
    expect(sentence.replace(/\s+/g, ' ')).toContain((await chosen.innerText()).replace(/\s+/g, ' '))
    await picture(page, 'document-chosen')
    await page.goBack()
    await page.locator('svg .choosable').first().waitFor()
    expect(complaints).toEqual([])
  })

  it('shows a document with kinds that can be switched off, and its records with rule and section', async () => {
    const { page, complaints } = await browser.open(`/van-ban/${await plan()}`)
    await page.locator('.text a.mark-target').first().click()
    await page.locator('.side-right .card').waitFor()
    expect(await page.locator('.side-right .card').innerText()).toMatch(/Quy tắc/)
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'document')
    await page.getByLabel(/^Trích dẫn \(/).uncheck()
    expect(await page.locator('.text a.mark-citation').count()).toBe(0)
    expect(new URL(page.url()).search).toContain('citation')
    expect(complaints).toEqual([])
  })

  it('keeps the whole state of a view in its address', async () => {
    const { page } = await browser.open('/so-sanh')
    await page.getByLabel('Thời hạn').selectOption('2025')
    await page.waitForFunction(() => document.querySelector('.stale, .waiting') === null)
    const rows = await page.locator('.matrix tbody tr').count()
    const other = await browser.open(new URL(page.url()).pathname + new URL(page.url()).search)
    await other.page.locator('.matrix tbody tr').first().waitFor()
    expect(await other.page.locator('.matrix tbody tr').count()).toBe(rows)
    expect(await other.page.getByLabel('Thời hạn').inputValue()).toBe('2025')
  })

  it('speaks English when asked, and remembers it', async () => {
    const { page } = await browser.open('/so-sanh')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Compare' }).waitFor()
    await page.reload({ waitUntil: 'networkidle' })
    await page.getByRole('heading', { level: 1, name: 'Compare' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  })

  it('finds words typed without diacritics, letter by letter, and lands on the passage', async () => {
    const { page } = await browser.open('/tim')
    await page.getByRole('searchbox', { name: 'Tìm kiếm' }).last().pressSequentially('muc do hai long')
    await page.waitForURL(/hai\+long/)
    await page.locator('.hits mark').first().waitFor()
    expect((await page.locator('.hits mark').first().innerText()).toLowerCase()).toContain('mức độ hài lòng')
    await page.locator('.hits a').first().click()
    await page.locator('.text a.chosen').first().waitFor()
  })

  it('reads a dropped draft, says what contradicts and stores nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chitieu-draft-'))
    const draft = join(folder, 'draft.txt')
    writeFileSync(draft, readFileSync('seeds/003_a954f8546d252d68.txt', 'utf8').replace('384/QĐ-UBND', '385/QĐ-UBND'))
    const { page, complaints } = await browser.open('/tai-len')
    await page.locator('input[type=file]').setInputFiles(draft)
    await page.getByRole('heading', { name: /^Chỉ tiêu trong dự thảo/ }).waitFor()
    await picture(page, 'draft')
    expect(await page.getByRole('button', { name: 'Lưu vào cơ sở dữ liệu' }).count()).toBe(0)
    expect(complaints).toEqual([])
    rmSync(folder, { recursive: true })
  })

  it('prints text without its furniture', async () => {
    const { page } = await browser.open(`/van-ban/${await plan()}`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.bar').isVisible()).toBe(false)
    expect(await page.locator('.text').isVisible()).toBe(true)
  })

  it('weighs less than 200 kB, compressed, with everything it may ever load', async () => {
    const { page } = await browser.open('/so-sanh/survey.sipas')
    const seen = await page.evaluate(() => performance.getEntriesByType('resource').map(entry => entry.name))
    const own = seen.filter(url => !url.includes('/api/'))
    let bytes = 0
    for (const url of [`${browser.address}/`, ...own]) {
      const body = Buffer.from(await (await fetch(url)).arrayBuffer())
      bytes += url.endsWith('.woff2') ? body.length : gzipSync(body).length
    }
    expect(bytes).toBeLessThan(200_000)
  })

  it('shows documents that hold scripts as text', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chitieu-script-'))
    const attack = '<script>document.title="owned"</script><img src=x onerror="document.title=\'owned\'">'
    writeFileSync(
      join(folder, 'a.txt'),
      `ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\n-------\nSố: 12/KH-UBND\nHà Tĩnh, ngày 15 tháng 01 năm 2024\n\nKẾ HOẠCH\n${attack} Cải cách hành chính năm 2024\n\nPhấn đấu 90% hồ sơ ${attack} được giải quyết đúng hạn; người dân và doanh nghiệp hài lòng với việc tiếp nhận, giải quyết thủ tục hành chính tại bộ phận một cửa các cấp theo Quyết định số 22/QĐ-UBND ngày 01/01/2023.\n`,
    )
    const other = await aBrowser({ sources: [folder] })
    const { items } = (await other.server.app.inject({ url: '/api/v1/documents', headers: { host: 'localhost' } })).json()
    const id = items[0].id as string
    for (const path of ['/van-ban', '/so-sanh', '/tim?q=ho+so', '/trich-dan', '/kiem-tra?muc_do=info', `/van-ban/${id}`]) {
      const { page, complaints } = await other.open(path)
      await page.waitForFunction(() => document.querySelector('.waiting') === null)
      expect(await page.title()).not.toBe('owned')
      expect(await page.locator('main img, main script').count()).toBe(0)
      expect(complaints).toEqual([])
      if (path.endsWith(id)) expect(await page.locator('.text').textContent()).toContain(attack)
      await page.context().close()
    }
    await other.close()
    rmSync(folder, { recursive: true })
  })
})
