import type { CitationGraph, GraphNode } from '../query/citation-graph.js'
import { withoutControls } from './cells.js'

type GraphWriter = (graph: CitationGraph) => string

const xml = (text: string): string => withoutControls(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const dotText = (text: string): string => `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\s+/g, ' ')}"`
const mermaidText = (text: string): string => `"${text.replace(/"/g, '#quot;').replace(/%/g, '#37;').replace(/\s+/g, ' ').replace(/[<>]/g, ' ')}"`
const captionOf = (node: GraphNode): string => (node.province ? `${node.label} (${node.province})` : node.label)

function dot({ nodes, edges }: CitationGraph): string {
  const lines = [
    'digraph citations {',
    '  rankdir=LR',
    '  node [shape=box, fontname="sans-serif"]',
    ...nodes.map(node => `  ${dotText(node.id)} [label=${dotText(captionOf(node))}${node.kind === 'document' ? ', style=bold' : ''}]`),
    ...edges.map(edge => `  ${dotText(edge.from)} -> ${dotText(edge.to)} [label=${dotText(edge.relation)}, weight=${edge.count}]`),
    '}',
  ]
  return `${lines.join('\n')}\n`
}

function graphml({ nodes, edges }: CitationGraph): string {
  const keys = [
    ['label', 'node', 'string'],
    ['kind', 'node', 'string'],
    ['type', 'node', 'string'],
    ['province', 'node', 'string'],
    ['date', 'node', 'string'],
    ['relation', 'edge', 'string'],
    ['count', 'edge', 'int'],
  ]
  const data = (key: string, value: string | number | null): string => (value === null ? '' : `<data key="${key}">${xml(String(value))}</data>`)
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys.map(([name, on, type]) => `  <key id="${name}" for="${on}" attr.name="${name}" attr.type="${type}"/>`),
    '  <graph id="citations" edgedefault="directed">',
    ...nodes.map(
      n =>
        `    <node id="${xml(n.id)}">${data('label', n.label)}${data('kind', n.kind)}${data('type', n.type)}${data('province', n.province)}${data('date', n.date)}</node>`,
    ),
    ...edges.map(
      (e, i) => `    <edge id="e${i + 1}" source="${xml(e.from)}" target="${xml(e.to)}">${data('relation', e.relation)}${data('count', e.count)}</edge>`,
    ),
    '  </graph>',
    '</graphml>',
  ]
  return `${lines.join('\n')}\n`
}

function mermaid({ nodes, edges }: CitationGraph): string {
  const ids = new Map(nodes.map((node, i) => [node.id, `n${i + 1}`]))
  const lines = [
    'flowchart LR',
    ...nodes.map(node => `  ${ids.get(node.id)}${node.kind === 'document' ? `[${mermaidText(captionOf(node))}]` : `(${mermaidText(captionOf(node))})`}`),
    ...edges.map(edge => `  ${ids.get(edge.from)} -->|${mermaidText(edge.relation)}| ${ids.get(edge.to)}`),
  ]
  return `${lines.join('\n')}\n`
}

/** The formats of `chitieu graph`: a new one is one row here. */
export const graphWriters = {
  dot,
  graphml,
  mermaid,
  json: graph => `${JSON.stringify(graph, null, 2)}\n`,
} as const satisfies Record<string, GraphWriter>

export type GraphFormat = keyof typeof graphWriters
