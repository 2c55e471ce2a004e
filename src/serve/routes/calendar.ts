import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { taskCalendar } from '../../export/task-calendar.js'
import type { ServeContext } from '../context.js'

const query = z.object({ province: z.string().max(400).optional(), agency: z.string().max(400).optional(), due: z.string().max(40).optional() })

/** Due dates of tasks as a calendar file. */
export function addCalendarRoute(app: FastifyInstance, { ask }: ServeContext): void {
  app.route({
    method: 'GET',
    url: '/tasks.ics',
    schema: { summary: 'Due dates of the tasks as a calendar (iCalendar)', tags: ['tasks'], querystring: query },
    handler: async (request, reply) => {
      const tasks = await ask('calendar', request.query as z.infer<typeof query>)
      return reply.type('text/calendar; charset=utf-8').header('content-disposition', 'attachment; filename="nhiem-vu.ics"').send(taskCalendar(tasks))
    },
  })
}
