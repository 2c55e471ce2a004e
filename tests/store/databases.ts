import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { openStoreForWriting, type Store } from '../../src/store/open-store.js'

/** Server that tests make databases on, as a URL whose user may create them; `.ci/with-postgres` starts one. */
export const postgresServer = process.env.CHITIEU_TEST_POSTGRES

/** How a suite is named that needs the server, so that a report shows why it was skipped. */
export const onPostgres = postgresServer === undefined ? 'PostgreSQL (skipped: CHITIEU_TEST_POSTGRES names no server)' : 'PostgreSQL'

/** Runs one statement on the server itself. */
export async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresServer })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** An empty database of its own on the server, as a URL; `drop` removes it. */
export async function emptyPostgres(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(`create database ${name}`)
  const url = new URL(postgresServer as string)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(`drop database ${name} with (force)`) }
}

/** Opens an empty store; a suite that takes this runs on every database. */
export type OpenEmpty = () => Promise<Store>

export const emptyMemory: OpenEmpty = () => openStoreForWriting(':memory:')

/** A store in a PostgreSQL database of its own, which goes when the store is closed. */
export const emptyPostgresStore: OpenEmpty = async () => {
  const { url, drop } = await emptyPostgres()
  const store = await openStoreForWriting(url)
  return {
    ...store,
    close: async () => {
      await store.close()
      await drop()
    },
  }
}
