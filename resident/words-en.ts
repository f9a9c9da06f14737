import casework from '#words/en/casework.ts'
import notices from '#words/en/notices.ts'
import personal from '#words/en/personal.ts'
import refusals from '#words/en/refusals.ts'
import resident from '#words/en/resident.ts'

export default { casework, notices, personal, refusals, resident }
