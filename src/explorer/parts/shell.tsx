import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { addressOf, goTo } from '../state/location.js'
import { applyTheme, firstTheme, type Language, type Theme, useWords } from '../state/settings.js'
import type { Words } from '../words/vi.js'

const views: readonly (readonly [string, keyof Words])[] = [
  ['/so-sanh', 'compare'],
  ['/van-ban', 'documents'],
  ['/trich-dan', 'citations'],
  ['/kiem-tra', 'audit'],
  ['/nhiem-vu', 'tasks'],
  ['/tien-do', 'progress'],
  ['/tai-len', 'upload'],
]

interface Props {
  readonly path: string
  readonly query: string | null
  readonly language: Language
  readonly onLanguage: (language: Language) => void
  readonly children: ComponentChildren
}

/** The bar on top and the frame of every view. */
export function Shell({ path, query, language, onLanguage, children }: Props) {
  const words = useWords()
  const [theme, setTheme] = useState<Theme>(firstTheme)
  const turn = (): void => {
    const next = theme === 'dark' ? 'light' : 'dark'
    applyTheme(next, true)
    setTheme(next)
  }
  const submit = (event: Event): void => {
    event.preventDefault()
    const asked = new FormData(event.currentTarget as HTMLFormElement).get('q')
    if (typeof asked === 'string' && asked.trim() !== '') goTo(addressOf('/tim', { q: asked.trim() }))
  }
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class="bar">
        <a class="brand" href="/so-sanh">
          {words.appName}
        </a>
        <nav aria-label={words.appName}>
          {views.map(([address, word]) => (
            <a key={address} href={address} aria-current={path.startsWith(address) ? 'page' : undefined}>
              {words[word]}
            </a>
          ))}
        </nav>
        <search class="search">
          <form onSubmit={submit}>
            <input key={query ?? ''} type="search" name="q" aria-label={words.search} placeholder={words.searchPlaceholder} defaultValue={query ?? ''} />
          </form>
        </search>
        <button type="button" class="plain" lang={language === 'vi' ? 'en' : 'vi'} onClick={() => onLanguage(language === 'vi' ? 'en' : 'vi')}>
          {words.language}
        </button>
        <button type="button" class="plain" aria-pressed={theme === 'dark'} onClick={turn}>
          {words.theme}
        </button>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer class="foot quiet">
        <a href="/api/docs/" target="_blank" rel="noreferrer">
          {words.api}
        </a>
      </footer>
    </>
  )
}
