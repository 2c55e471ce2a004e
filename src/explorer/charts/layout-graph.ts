import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force'
import type { Graph } from '../state/api.js'

export interface PlacedNode extends SimulationNodeDatum {
  readonly node: Graph['nodes'][number]
  /** How many edges meet here. */
  readonly degree: number
  x: number
  y: number
}

export interface PlacedEdge extends SimulationLinkDatum<PlacedNode> {
  readonly edge: Graph['edges'][number]
  source: PlacedNode
  target: PlacedNode
}

export interface PlacedGraph {
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

export const radiusOf = (degree: number): number => 4 + Math.min(14, 1.6 * Math.sqrt(degree))

/** Graphs of so few nodes have room for every label. */
const ROOMY = 60

/** Width of a letter and height of a line of a label, in the drawing's units. */
const LETTER = 6.2
const LINE = 15

/** What a node's label says: long names lose their last words. It stays a part of the whole name, which is what is read aloud. */
export const labelOf = ({ node }: PlacedNode): string => (node.label.length <= 28 ? node.label : node.label.slice(0, 29).replace(/\s+\S*$/, ''))

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const meets = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** The nodes whose labels can stand without covering another label or a larger node; where two meet, the one that more edges meet in keeps its own. */
export function labelled(nodes: readonly PlacedNode[]): ReadonlySet<PlacedNode> {
  const taken: Box[] = []
  const kept = new Set<PlacedNode>()
  for (const placed of nodes.toSorted((a, b) => b.degree - a.degree)) {
    const { x, y, degree } = placed
    const radius = radiusOf(degree)
    const label: Box = { left: x + radius, right: x + radius + 6 + LETTER * labelOf(placed).length, top: y - LINE / 2, bottom: y + LINE / 2 }
    if (!taken.some(box => meets(box, label))) {
      kept.add(placed)
      taken.push(label)
    }
    if (radius > 8) taken.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })
  }
  return kept
}

/** Places the nodes of a graph by forces, from a fixed start: the same graph is always drawn the same. Units are those of the drawing. */
export function layOut(graph: Graph): PlacedGraph {
  const degrees = new Map<string, number>()
  for (const { from, to } of graph.edges) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1)
  const spread = 40 * Math.sqrt(graph.nodes.length + 1)
  const nodes = graph.nodes.map((node, i): PlacedNode => {
    // A sunflower's spiral: no two nodes start in one place, and no randomness is needed.
    const angle = i * 2.399963
    const distance = spread * Math.sqrt((i + 0.5) / graph.nodes.length)
    return { node, degree: degrees.get(node.id) ?? 0, x: distance * Math.cos(angle), y: distance * Math.sin(angle) }
  })
  const byId = new Map(nodes.map(placed => [placed.node.id, placed]))
  const edges = graph.edges.flatMap((edge): PlacedEdge[] => {
    const [source, target] = [byId.get(edge.from), byId.get(edge.to)]
    return source && target ? [{ edge, source, target }] : []
  })
  forceSimulation(nodes)
    .force(
      'link',
      forceLink<PlacedNode, PlacedEdge>(edges)
        .distance(graph.nodes.length <= ROOMY ? 130 : 60)
        .strength(0.3),
    )
    .force(
      'charge',
      forceManyBody<PlacedNode>()
        .strength(graph.nodes.length <= ROOMY ? -420 : -120)
        .distanceMax(600),
    )
    .force(
      'collide',
      forceCollide<PlacedNode>(placed => radiusOf(placed.degree) + 4),
    )
    .force('x', forceX<PlacedNode>().strength(0.05))
    .force('y', forceY<PlacedNode>().strength(0.07))
    .stop()
    .tick(Math.max(120, 320 - Math.floor(graph.nodes.length / 5)))
  return { nodes, edges }
}
