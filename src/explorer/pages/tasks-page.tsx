import { groupBy } from '../../model/group.js'
import { formatTime } from '../format/values.js'
import { Answered } from '../parts/answer.js'
import { DataTable } from '../parts/data-table.js'
import { Filters, TextFilter } from '../parts/filters.js'
import { usePageTitle } from '../parts/page-title.js'
import { ProvinceFilter } from '../parts/province-filter.js'
import { apiAddress, type Facets, type Listing, type Task, useApi } from '../state/api.js'
import { placeAddress } from '../state/location.js'
import { useWords } from '../state/settings.js'

/** The quarter a due date falls in, for grouping; a year and what has no date are groups of their own. */
function quarterOf(due: string | null): string {
  const end = due?.split('/').at(-1) ?? ''
  const day = /^(\d{4})-(\d{2})/.exec(end)
  return day ? `${day[1]}-Q${Math.ceil(Number(day[2]) / 3)}` : end
}

/** Assigned tasks by the quarter they are due in. */
export function TasksPage({ query }: { readonly query: URLSearchParams }) {
  const words = useWords()
  usePageTitle(words.tasks)
  const [province, agency, due] = [query.get('tinh'), query.get('co_quan'), query.get('han')]
  const question = { province, agency, due }
  const facets = useApi<Facets>(apiAddress('/facets'))
  const known = facets.state === 'ready' ? facets.data : null
  const answer = useApi<Listing<Task>>(apiAddress('/tasks', { ...question, limit: 500 }))
  return (
    <div class="columns">
      <Filters>
        <TextFilter name="co_quan" label={words.agency} value={agency} />
        <TextFilter name="han" label={words.due} value={due} />
        <ProvinceFilter known={known} value={province} />
        <a class="button" href={apiAddress('/tasks', { ...question, format: 'csv' })} download>
          {words.downloadCsv}
        </a>
        <a class="button" href={apiAddress('/tasks.ics', question)} download>
          {words.calendar}
        </a>
      </Filters>
      <section>
        <h1>{words.tasks}</h1>
        <Answered answer={answer} isEmpty={data => data.items.length === 0}>
          {data => {
            const groups = groupBy(data.items, task => quarterOf(task.dueDate))
            const ordered = [...groups].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1))
            return (
              <>
                {data.next !== null && <p class="quiet">{data.items.length}+</p>}
                {ordered.map(([quarter, tasks]) => (
                  <section key={quarter}>
                    <h2>
                      {quarter === '' ? words.noDue : formatTime(quarter)} ({tasks.length})
                    </h2>
                    <DataTable
                      label={quarter === '' ? words.noDue : formatTime(quarter)}
                      head={[words.task, words.lead, words.support, words.due, words.documents]}
                    >
                      {tasks.map(task => (
                        <tr key={task.id}>
                          <td>{task.task}</td>
                          <td>{task.lead}</td>
                          <td>{task.support}</td>
                          <td>{task.due ?? formatTime(task.dueDate)}</td>
                          <td>
                            <a href={placeAddress(task.documentId, task.span)}>{task.document ?? task.documentId}</a>
                          </td>
                        </tr>
                      ))}
                    </DataTable>
                  </section>
                ))}
              </>
            )
          }}
        </Answered>
      </section>
    </div>
  )
}
