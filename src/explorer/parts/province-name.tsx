import { useWords } from '../state/settings.js'

interface Props {
  readonly province: string | null
  /** The province that it is part of today. */
  readonly now: string | null
}

/** A province under the name of its time, and the one it is part of today where that is another. */
export function ProvinceName({ province, now }: Props) {
  const words = useWords()
  return (
    <>
      {province}
      {now !== null && now !== province && (
        <small>
          {words.now} {now}
        </small>
      )}
    </>
  )
}
