import casework from '#words/zh/casework.ts'
import notices from '#words/zh/notices.ts'
import personal from '#words/zh/personal.ts'
import refusals from '#words/zh/refusals.ts'
import resident from '#words/zh/resident.ts'

export default { casework, notices, personal, refusals, resident }
