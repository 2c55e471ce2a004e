import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { englishIn } from '../model/english-in.js'
import { makeDocx } from '../read/docx/make-docx.js'
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

  it('reads a dropped Word file, and tells in Vietnamese what was odd in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chitieu-word-'))
    const file = join(folder, 'draft.docx')
    const lines = readFileSync('seeds/003_a954f8546d252d68.txt', 'utf8').split('\n').slice(8, 120)
    const body = lines.map(line => `<w:p><w:r><w:t xml:space="preserve">${line.replace(/[&<]/g, c => `&#${c.charCodeAt(0)};`)}</w:t></w:r></w:p>`).join('')
    writeFileSync(file, makeDocx({ body, extra: [{ name: 'word/vbaProject.bin', content: 'macro' }] }))
    const { page, complaints } = await browser.open('/tai-len')
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('Tệp có macro; macro không được chạy.').waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/The document|D_[A-Z]/)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.locator('input[type=file]').setInputFiles({ name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') })
    await page.getByText('Tệp không có chữ.').waitFor()
    // The browser itself notes the refused request.
    expect(complaints.filter(line => !line.includes('422'))).toEqual([])
    rmSync(folder, { recursive: true })
  })

  it('names findings and reasons in Vietnamese, in English when asked', async () => {
    const { page } = await browser.open('/kiem-tra')
    const text = await page.locator('main').innerText()
    expect(text).toContain('Nghị quyết 99/NQ-CP ghi ngày 26/06/2020; danh mục văn bản ghi ngày 24/06/2020')
    expect(text).not.toMatch(/citation\.|is dated/)
    await page.goto(`${browser.address}/tien-do`, { waitUntil: 'networkidle' })
    expect(
      englishIn(
        await page
          .locator('tbody td:last-child')
          .allInnerTexts()
          .then(cells => cells.join(' ')),
      ),
    ).toEqual([])
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('tbody').innerText()).toMatch(/falls short|not yet due|meets/)
  })

  it('shows a footnote where its mark stands, and the text before the outline on a phone', async () => {
    const { page } = await browser.open(`/van-ban/${await plan()}`, { viewport: { width: 390, height: 844 } })
    expect(await page.locator('.outline ul').isVisible()).toBe(false)
    await picture(page, 'document-phone')
    await page.locator('.text a.mark-note').first().click()
    await page.locator('.side-right .card').waitFor()
    expect(await page.locator('.side-right .card').innerText()).toContain('Chú thích 1: Theo chỉ đạo của Chủ tịch UBND tỉnh tại Công văn số 5032/UBND-HCQT')
  })

  it.each(['/khong-co/gi', '/constructor'])('says of %s that there is nothing, and leads on', async path => {
    const { page, complaints } = await browser.open(path)
    await page.getByText('Không tìm thấy.').waitFor()
    expect(page.url()).toContain(path)
    expect(complaints).toEqual([])
    await page.getByRole('link', { name: 'Văn bản' }).click()
    await page.getByRole('heading', { level: 1, name: 'Văn bản' }).waitFor()
    await page.goto(browser.address)
    await page.getByRole('heading', { level: 1, name: 'So sánh' }).waitFor()
  })

  it('prints text without its furniture', async () => {
    const { page } = await browser.open(`/van-ban/${await plan()}`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.bar').isVisible()).toBe(false)
    expect(await page.locator('.text').isVisible()).toBe(true)
  })

  it('weighs less than 200 kB, compressed, with everything it may ever load', () => {
    const files = readdirSync('dist/explorer', { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    const weights = files.map(entry => {
      const body = readFileSync(join(entry.parentPath, entry.name))
      return entry.name.endsWith('.woff2') ? body.length : gzipSync(body).length
    })
    expect(files.length).toBeGreaterThan(5)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(200_000)
  })

  it('loads neither plots nor the graph before they are asked for', async () => {
    const { page } = await browser.open('/so-sanh')
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(entry => entry.name))
    expect(loaded.filter(url => /draw-indicator|citation-graph/.test(url))).toEqual([])
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
