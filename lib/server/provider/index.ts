import 'server-only'

export { createTask, type Frame } from './create-task'
export { deleteTask } from './delete-task'
export { readTask, type Task } from './read-task'
