import { render } from 'preact'
import { App } from './app.js'
import './styles/fonts.css'
import './styles/page.css'
import { applyTheme, firstLanguage, firstTheme, keepLanguage } from './state/settings.js'

applyTheme(firstTheme(), false)
keepLanguage(firstLanguage())
render(<App />, document.getElementById('app') as HTMLElement)
