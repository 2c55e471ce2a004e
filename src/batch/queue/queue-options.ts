/** How a document is treated whose worker crashed or died. */
export interface QueueOptions {
  /** How often a document is tried again after a crash. */
  readonly retries: number
  /** Seconds before the second try; each further pause is twice as long. */
  readonly retryDelay: number
  /** Seconds after which a document counts as lost with its worker. */
  readonly expire: number
}

export const defaultQueueOptions: QueueOptions = { retries: 3, retryDelay: 10, expire: 900 }
