import type { Case, Task } from '#contract/cases.ts'

/** What the form of every act is given. */
export interface ActProps {
  subject: Case
  /** Closes the form and keeps what was typed. */
  back: () => void
  /** The act was done: says so and closes the form. */
  done: (said: string) => void
}

/** An act on one task of the case. */
export interface TaskActProps extends ActProps {
  task: Task
}
