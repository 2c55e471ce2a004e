import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { AuditPage } from './pages/audit-page.js'
import { CitationsPage } from './pages/citations-page.js'
import { ComparePage } from './pages/compare-page.js'
import { DocumentPage } from './pages/document-page.js'
import { DocumentsPage } from './pages/documents-page.js'
import { IndicatorPage } from './pages/indicator-page.js'
import { ProgressPage } from './pages/progress-page.js'
import { SearchPage } from './pages/search-page.js'
import { TasksPage } from './pages/tasks-page.js'
import { UploadPage } from './pages/upload-page.js'
import { Failure } from './parts/answer.js'
import { Shell } from './parts/shell.js'
import { followLinks, goTo, type Place, useLocation } from './state/location.js'
import { firstLanguage, keepLanguage, type Language, SettingsContext, wordsOf } from './state/settings.js'

type View = (place: Place, rest: string) => ComponentChildren

/** The views by the first part of their address; a new view is one row here. */
const views: Readonly<Record<string, View>> = {
  'so-sanh': (place, rest) => (rest === '' ? <ComparePage query={place.query} /> : <IndicatorPage id={rest} query={place.query} />),
  'van-ban': (place, rest) => (rest === '' ? <DocumentsPage query={place.query} /> : <DocumentPage key={rest} id={rest} query={place.query} />),
  'trich-dan': place => <CitationsPage query={place.query} />,
  'kiem-tra': place => <AuditPage query={place.query} />,
  'nhiem-vu': place => <TasksPage query={place.query} />,
  'tien-do': place => <ProgressPage query={place.query} />,
  'tai-len': () => <UploadPage />,
  tim: place => <SearchPage query={place.query} />,
}

/** What an address that no view has is answered with. */
const lost = { type: '', title: 'Not found', status: 404 }

export function App() {
  const place = useLocation()
  const [language, setLanguage] = useState<Language>(firstLanguage)
  const settings = useMemo(() => ({ language, words: wordsOf[language] }), [language])
  useEffect(() => {
    document.addEventListener('click', followLinks)
    return () => document.removeEventListener('click', followLinks)
  }, [])
  const [, first = '', ...rest] = place.path.split('/')
  const view = Object.hasOwn(views, first) ? views[first] : undefined
  useEffect(() => {
    if (first === '') goTo('/so-sanh', true)
  }, [first])
  const choose = (next: Language): void => {
    keepLanguage(next)
    setLanguage(next)
  }
  return (
    <SettingsContext.Provider value={settings}>
      <Shell path={place.path} query={first === 'tim' ? place.query.get('q') : null} language={language} onLanguage={choose}>
        {view?.(place, rest.join('/')) ?? (first && <Failure problem={lost} />)}
      </Shell>
    </SettingsContext.Provider>
  )
}
