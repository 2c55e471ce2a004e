import { select } from 'd3-selection'
import { type ZoomBehavior, zoom, zoomIdentity } from 'd3-zoom'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Graph } from '../state/api.js'
import { useWords } from '../state/settings.js'
import { labelled, labelOf, layOut, radiusOf } from './layout-graph.js'

interface Props {
  readonly graph: Graph
  /** Documents in which something contradicts. */
  readonly conflicting: ReadonlySet<string>
  readonly onOpen: (node: Graph['nodes'][number]) => void
}

/** Who cites what, drawn by forces. Pointing at a node shows its neighbours alone; wheel and drag move the drawing. */
export function CitationGraph({ graph, conflicting, onOpen }: Props) {
  const words = useWords()
  const svg = useRef<SVGSVGElement>(null)
  const stage = useRef<SVGGElement>(null)
  const behavior = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null)
  const [near, setNear] = useState<string | null>(null)
  const placed = useMemo(() => layOut(graph), [graph])
  const named = useMemo(() => labelled(placed.nodes), [placed])
  const neighbours = useMemo(() => {
    if (near === null) return null
    return new Set([
      near,
      ...placed.edges.flatMap(({ source, target }) => (source.node.id === near ? [target.node.id] : target.node.id === near ? [source.node.id] : [])),
    ])
  }, [near, placed])
  const box = useMemo(() => {
    const [xs, ys] = [placed.nodes.map(n => n.x), placed.nodes.map(n => n.y)]
    const [left, top] = [Math.min(0, ...xs) - 60, Math.min(0, ...ys) - 40]
    return { left, top, width: Math.max(0, ...xs) - left + 140, height: Math.max(0, ...ys) - top + 40 }
  }, [placed])
  useEffect(() => {
    if (!svg.current || !stage.current) return
    const inner = select(stage.current)
    behavior.current = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.3, 8])
      .on('zoom', event => inner.attr('transform', event.transform.toString()))
    select(svg.current).call(behavior.current)
  }, [])
  const dim = (id: string): string => (neighbours !== null && !neighbours.has(id) ? ' dim' : '')
  return (
    <figure class="graph">
      <figcaption>
        {placed.nodes.length} {words.nodes}
        {graph.whole.documents > placed.nodes.length && ` ${words.nodesInAll} ${graph.whole.documents + graph.whole.works}`}{' '}
        <button
          type="button"
          class="plain"
          onClick={() => svg.current && behavior.current && select(svg.current).call(behavior.current.transform, zoomIdentity)}
        >
          {words.reset}
        </button>
      </figcaption>
      <svg ref={svg} viewBox={`${box.left} ${box.top} ${box.width} ${box.height}`} aria-label={words.graph}>
        <g ref={stage}>
          {placed.edges.map(({ edge, source, target }) => (
            <line
              key={`${edge.from} ${edge.to} ${edge.relation}`}
              class={`edge${neighbours !== null && source.node.id !== near && target.node.id !== near ? ' dim' : ''}`}
              x1={source.x}
              y1={source.y}
              x2={target.x}
              y2={target.y}
              stroke-width={Math.min(4, 0.6 + 0.4 * edge.count)}
            >
              <title>{`${source.node.label} → ${target.node.label}: ${edge.relation} (${edge.count})`}</title>
            </line>
          ))}
          {placed.nodes.map(item => (
            // biome-ignore lint/a11y/useSemanticElements: SVG has no button element.
            <g
              key={item.node.id}
              class={`node node-${item.node.kind}${conflicting.has(item.node.id) ? ' conflicting' : ''}${dim(item.node.id)}`}
              transform={`translate(${item.x} ${item.y})`}
              tabIndex={0}
              role="button"
              aria-label={[item.node.type, item.node.label, item.node.province].filter(Boolean).join(' ')}
              onMouseEnter={() => setNear(item.node.id)}
              onMouseLeave={() => setNear(null)}
              onFocus={() => setNear(item.node.id)}
              onBlur={() => setNear(null)}
              onClick={() => onOpen(item.node)}
              onKeyDown={event => {
                if (event.key === 'Enter') onOpen(item.node)
              }}
            >
              {item.node.kind === 'document' ? (
                <rect x={-radiusOf(item.degree)} y={-radiusOf(item.degree)} width={2 * radiusOf(item.degree)} height={2 * radiusOf(item.degree)} rx={3} />
              ) : (
                <circle r={radiusOf(item.degree)} />
              )}
              <title>{[item.node.type, item.node.label, item.node.province, item.node.date].filter(Boolean).join(' · ')}</title>
              {(named.has(item) || neighbours?.has(item.node.id)) && (
                <text x={radiusOf(item.degree) + 3} y={4}>
                  {labelOf(item)}
                </text>
              )}
            </g>
          ))}
        </g>
      </svg>
    </figure>
  )
}
