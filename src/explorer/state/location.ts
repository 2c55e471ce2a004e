import { useEffect, useState } from 'preact/hooks'

/** Where the reader is: the whole state of a view stands in its address, so that it can be sent to a colleague. */
export interface Place {
  readonly path: string
  readonly query: URLSearchParams
}

const read = (): Place => ({ path: decodeURIComponent(location.pathname), query: new URLSearchParams(location.search) })

const listeners = new Set<() => void>()
const tell = (): void => {
  for (const listener of listeners) listener()
}
addEventListener('popstate', tell)

/** An address of the page; parameters without a value are left out. */
export function addressOf(path: string, query: Readonly<Record<string, string | null | undefined>> = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) parameters.set(name, value)
  const text = parameters.toString()
  return encodeURI(path) + (text === '' ? '' : `?${text}`)
}

/** The address of a place in a document's text. */
export const placeAddress = (documentId: string, { start, end }: { readonly start: number; readonly end: number }): string =>
  addressOf(`/van-ban/${documentId}`, { vi_tri: `${start}-${end}` })

/** Goes to an address of the page; `replace` leaves no step to come back to, as for every letter typed into a filter. */
export function goTo(address: string, replace = false): void {
  if (replace) history.replaceState(null, '', address)
  else {
    history.pushState(null, '', address)
    scrollTo(0, 0)
  }
  tell()
}

/** Changes parameters of the present view. */
export function refine(changes: Readonly<Record<string, string | null>>, replace = false): void {
  const query = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value)
    else query.delete(name)
  }
  const text = query.toString()
  history[replace ? 'replaceState' : 'pushState'](null, '', location.pathname + (text === '' ? '' : `?${text}`))
  tell()
}

export function useLocation(): Place {
  const [place, setPlace] = useState(read)
  useEffect(() => {
    const listener = (): void => setPlace(read())
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [])
  return place
}

/** Turns clicks on links to the page's own addresses into steps without loading; whoever asks for a new tab gets one. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = (event.target as Element).closest('a')
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
  if (link.pathname.startsWith('/api/') || (link.pathname === location.pathname && link.search === location.search && link.hash !== '')) return
  event.preventDefault()
  goTo(link.pathname + link.search + link.hash)
}
