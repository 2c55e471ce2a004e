import { walkXml } from '../layout/xml-part.js'
import type { ReadLimits } from '../limits.js'
import { READABLE_PICTURE } from '../ocr/read-scanned-pages.js'

/** The paths of a document's pictures in the order in which it shows them, each once; those that it only links to are not in the package. */
export function picturePaths(body: string, relations: string, main: string, file: string, limits: ReadLimits): readonly string[] {
  const folder = main.replace(/[^/]*$/, '')
  const targets = new Map<string, string>()
  walkXml(relations, file, limits, () => ({
    open(_name, { Id = '', Target = '', TargetMode }) {
      if (TargetMode !== 'External' && READABLE_PICTURE.test(Target)) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : folder + Target)
    },
  }))
  const paths = new Set<string>()
  walkXml(body, file, limits, () => ({
    open(name, attribs) {
      const path = name === 'a:blip' ? targets.get(attribs['r:embed'] ?? '') : name === 'v:imagedata' ? targets.get(attribs['r:id'] ?? '') : undefined
      if (path !== undefined) paths.add(path)
    },
  }))
  return [...paths]
}
