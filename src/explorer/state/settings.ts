import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { en } from '../words/en.js'
import { vi, type Words } from '../words/vi.js'

export type Language = 'vi' | 'en'
export type Theme = 'light' | 'dark'

export interface Settings {
  readonly language: Language
  readonly words: Words
}

export const wordsOf: Readonly<Record<Language, Words>> = { vi, en }
export const SettingsContext = createContext<Settings>({ language: 'vi', words: vi })
export const useLanguage = (): Language => useContext(SettingsContext).language
export const useWords = (): Words => useContext(SettingsContext).words

const languageKey = 'chitieu.language'
const themeKey = 'chitieu.theme'

/** Storage may be closed to the page; a setting then lasts as long as the tab. */
const stored = (key: string): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
const keep = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value)
  } catch {
    return
  }
}

export const firstLanguage = (): Language => (stored(languageKey) === 'en' ? 'en' : 'vi')

export function keepLanguage(language: Language): void {
  keep(languageKey, language)
  document.documentElement.lang = language
}

/** The theme that was chosen, else the system's. */
export function firstTheme(): Theme {
  const known = stored(themeKey)
  if (known === 'light' || known === 'dark') return known
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function applyTheme(theme: Theme, chosen: boolean): void {
  document.documentElement.dataset.theme = theme
  if (chosen) keep(themeKey, theme)
}
